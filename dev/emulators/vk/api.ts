import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulation } from './emulation.ts';
import { VkApiError } from './errors.ts';
import { answerPress } from './methods/answering.ts';
import {
  getConversations,
  getGroups,
  getLongPollServer,
  getUsers,
  isAllowed,
  resolveScreenName,
} from './methods/knowing.ts';
import { edit, send } from './methods/sending.ts';
import { saveDoc, savePhoto, uploadServer } from './methods/uploading.ts';
import type { Params } from './params.ts';

type Method = (emulation: Emulation, params: Params) => unknown;

const METHODS = new Map<string, Method>([
  ['messages.send', send],
  ['messages.edit', edit],
  ['messages.sendMessageEventAnswer', answerPress],
  ['messages.isMessagesFromGroupAllowed', isAllowed],
  ['messages.getConversationsById', getConversations],
  ['users.get', getUsers],
  ['utils.resolveScreenName', resolveScreenName],
  ['groups.getById', getGroups],
  ['groups.getLongPollServer', getLongPollServer],
  ['photos.getMessagesUploadServer', uploadServer('photo')],
  ['photos.saveMessagesPhoto', savePhoto],
  ['docs.getMessagesUploadServer', uploadServer('doc')],
  ['docs.save', saveDoc],
]);

/** What the HTTP side is to do with a call. Every answer of VK, errors too, has status 200. */
export type Reaction = { kind: 'answer'; body: string } | { kind: 'silence' } | { kind: 'cut' };

/** Answers one call of the API, with the failures asked for. Never throws. */
export async function answerApi(emulation: Emulation, method: string, params: Params): Promise<Reaction> {
  try {
    return await react(emulation, method, params);
  } catch (error) {
    const known = error instanceof VkApiError ? error : new VkApiError(10);
    const request = Object.entries(params.raw).map(([key, value]) => ({ key, value }));
    return answer({ error: { error_code: known.code, error_msg: known.message, request_params: request } });
  }
}

async function react(emulation: Emulation, method: string, params: Params): Promise<Reaction> {
  if (params.text('v') === undefined) throw new VkApiError(8);
  if (params.text('access_token') !== emulation.token) throw new VkApiError(5);
  emulation.calls.add({ method, params: params.raw, at: emulation.now() });
  emulation.changes.happened();
  if (emulation.pace()) throw new VkApiError(6);
  const run = METHODS.get(method);
  if (run === undefined) throw new VkApiError(3);
  const chatId = Number(params.text('peer_id') ?? params.list('peer_ids')[0] ?? Number.NaN);
  const failure = emulation.failures.take(method, chatId);
  if (failure === undefined) return done(emulation, run(emulation, params));
  const { error } = failure;
  if (typeof error === 'object' && 'delayMs' in error) {
    await sleep(error.delayMs);
    return done(emulation, run(emulation, params));
  }
  if (failure.applied) done(emulation, run(emulation, params));
  if (error === 'timeout') return { kind: 'silence' };
  if (error === 'drop') return { kind: 'cut' };
  throw new VkApiError(error.code, error.message);
}

function done(emulation: Emulation, response: unknown): Reaction {
  emulation.changes.happened();
  return answer({ response });
}

function answer(body: object): Reaction {
  return { kind: 'answer', body: JSON.stringify(body) };
}
