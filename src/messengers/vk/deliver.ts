import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import { type Delivered, DeliveryError, type Outgoing, type Upload } from '../../chat/messenger.ts';
import { type CallVk, type VkParam, VkRefusal } from './api.ts';
import { type Call, type Keyboard, resent, toCall, withTextButtons } from './call.ts';
import { isNotEditable, isPassing, verdictOf } from './refusals.ts';
import type { UploadVk } from './upload.ts';

/** Waited after "too many requests per second". */
const BUSY_MS = 1000;

/** What sending needs beside the call. */
export interface DeliverParts {
  readonly call: CallVk;
  readonly upload: UploadVk;
  /** Whether the client last seen in a chat knows callback buttons. */
  readonly knowsCallbacks: (chatId: string) => boolean;
  readonly randomIdOf: (name: string) => number;
  /** Names a call that has no name. */
  readonly newName: () => string;
  /** Hears of attachments that VK does not take. */
  readonly warn: (message: string) => void;
}

/**
 * Makes the call of an outgoing message. A message that cannot be edited any more is sent anew; a reply to a message
 * that is gone goes without it.
 *
 * @throws {DeliveryError} and nothing else
 */
export async function deliver(
  parts: DeliverParts,
  outgoing: Outgoing,
  signal: AbortSignal,
  upload: Upload | undefined,
): Promise<Delivered> {
  const call = toCall(outgoing.body);
  if (call === null) throw new DeliveryError('rejected', 'vk: a body that is not ours');
  const randomId = parts.randomIdOf(outgoing.id ?? parts.newName());
  const made = make(parts, call, { chatId: outgoing.chatId, randomId, upload });
  try {
    return await unlessAborted(made, signal);
  } catch (error) {
    throw error instanceof DeliveryError ? error : asDeliveryError(error);
  }
}

interface Sending {
  readonly chatId: string;
  readonly randomId: number;
  readonly upload: Upload | undefined;
}

async function make(parts: DeliverParts, call: Call, sending: Sending): Promise<Delivered> {
  switch (call.method) {
    case 'messages.send':
      return send(parts, call, sending);
    case 'messages.edit':
      return edit(parts, call, sending);
    case 'messages.sendMessageEventAnswer':
      return answerPress(parts, call);
  }
}

const sentSchema = z
  .array(
    z.object({
      conversation_message_id: z.int().optional(),
      error: z.object({ code: z.int(), description: z.string().catch('') }).optional(),
    }),
  )
  .min(1);

async function send(
  parts: DeliverParts,
  call: Extract<Call, { method: 'messages.send' }>,
  sending: Sending,
): Promise<Delivered> {
  const { answers, ...params } = call.params;
  const attachment = await attached(parts, call, sending);
  const reply = typeof answers === 'string' ? forwardOf(sending.chatId, answers) : {};
  try {
    // Only with peer_ids the answer names the message as later edits must.
    const answer = await parts.call('messages.send', {
      peer_ids: sending.chatId,
      random_id: sending.randomId,
      ...scalars(params),
      ...keyboardOf(parts, call.keyboard, sending.chatId),
      ...attachment,
      ...reply,
    });
    const sent = sentSchema.safeParse(answer);
    if (!sent.success) return { messageId: null };
    const [{ error, conversation_message_id: id } = {}] = sent.data;
    // A refusal for the one receiver stands inside an answer that is none.
    if (error) throw new VkRefusal('messages.send', error.code, error.description);
    return { messageId: id === undefined ? null : String(id) };
  } catch (error) {
    if (error instanceof VkRefusal && error.code === 100 && 'forward' in reply)
      return send(parts, { ...call, params }, sending);
    throw error;
  }
}

async function edit(
  parts: DeliverParts,
  call: Extract<Call, { method: 'messages.edit' }>,
  sending: Sending,
): Promise<Delivered> {
  try {
    await parts.call('messages.edit', {
      peer_id: sending.chatId,
      cmid: call.cmid,
      keep_forward_messages: 1,
      ...scalars(call.params),
      ...keyboardOf(parts, call.keyboard, sending.chatId),
    });
    return { messageId: String(call.cmid) };
  } catch (error) {
    if (error instanceof VkRefusal && isNotEditable(error.code)) return make(parts, resent(call), sending);
    throw error;
  }
}

async function answerPress(
  parts: DeliverParts,
  call: Extract<Call, { method: 'messages.sendMessageEventAnswer' }>,
): Promise<Delivered> {
  try {
    await parts.call(call.method, { peer_id: call.peerId, ...scalars(call.params) });
  } catch (error) {
    // Answered already, or too late: nobody waits any more.
    if (!(error instanceof VkRefusal) || isPassing(error.code)) throw error;
  }
  return { messageId: null };
}

async function attached(
  parts: DeliverParts,
  call: Extract<Call, { method: 'messages.send' }>,
  { chatId, upload }: Sending,
): Promise<{ readonly attachment?: string }> {
  if (call.attachment === undefined) return {};
  if (upload === undefined)
    throw new DeliveryError('rejected', 'vk: the attachment did not come with its call');
  try {
    return { attachment: await parts.upload(chatId, call.shows ?? 'file', upload) };
  } catch (error) {
    // The token may have no right to files; what the words say is not lost with the picture.
    if (!(error instanceof VkRefusal) || isPassing(error.code) || call.params['message'] === '') throw error;
    parts.warn(`vk: a ${call.shows ?? 'file'} was not taken (${error.message})`);
    return {};
  }
}

function keyboardOf(
  parts: DeliverParts,
  keyboard: Keyboard | null,
  chatId: string,
): { readonly keyboard?: string } {
  if (keyboard === null) return {};
  return { keyboard: JSON.stringify(parts.knowsCallbacks(chatId) ? keyboard : withTextButtons(keyboard)) };
}

function forwardOf(chatId: string, messageId: string) {
  const reply = { peer_id: Number(chatId), conversation_message_ids: [Number(messageId)], is_reply: true };
  return { forward: JSON.stringify(reply) };
}

function scalars(params: Call['params']): Record<string, VkParam> {
  const known = Object.entries(params).filter(
    (entry): entry is [string, VkParam] => entry[1] !== null && typeof entry[1] !== 'object',
  );
  return Object.fromEntries(known);
}

function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof VkRefusal) {
    const reason = verdictOf(error.code);
    return new DeliveryError(reason, error.message, reason === 'busy' ? { retryAfterMs: BUSY_MS } : {});
  }
  // The cause stays out: only the message is known to hold no parameter, among which is the token.
  const message = error instanceof Error ? error.message : 'unknown error';
  return new DeliveryError('failed', `vk: ${message || 'connection failed'}`);
}

/** The library cannot be stopped; what it still does after an abort VK takes once, by its random_id. */
function unlessAborted<T>(made: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DeliveryError('failed', 'vk: the process stops'));
    if (signal.aborted) stop();
    // One signal stops all deliveries of a process, so many calls listen to it at once.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', stop, { once: true });
    made.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
