import { z } from 'zod';
import type { Emulation } from '../emulation.ts';
import { badParameter, VkApiError } from '../errors.ts';
import { readKeyboard, type VkKeyboard } from '../keyboard.ts';
import type { Params } from '../params.ts';
import { type ChatRecord, FIRST_CHAT, findMessage } from '../world.ts';

const MAX_PEERS = 100;
const MAX_MESSAGE = 9000;

const Forward = z.object({
  peer_id: z.int(),
  conversation_message_ids: z.array(z.int()),
  is_reply: z.boolean().exactOptional(),
});

interface Content {
  readonly text: string;
  readonly keyboard: VkKeyboard | undefined;
  readonly replyTo: number | undefined;
  readonly attachments: readonly string[];
}

/** messages.send: a number for one receiver; with peer_ids a list in which refusals stand. */
export function send(emulation: Emulation, params: Params): unknown {
  const randomId = params.required('random_id');
  const peers = params.list('peer_ids').map(Number);
  if (peers.length > MAX_PEERS) throw badParameter('peer_ids should be less than 100');
  const content = contentOf(emulation, params);
  if (peers.length === 0) {
    const chatId = params.integer('chat_id');
    const peer =
      params.integer('peer_id') ??
      params.integer('user_id') ??
      (chatId === undefined ? undefined : FIRST_CHAT + chatId);
    if (peer === undefined) throw badParameter('peer_id is undefined');
    return sendTo(emulation, peer, randomId, content).id;
  }
  return peers.map((peer) => {
    try {
      const { cmid, id } = sendTo(emulation, peer, randomId, content);
      return { peer_id: peer, message_id: id, conversation_message_id: cmid };
    } catch (error) {
      if (!(error instanceof VkApiError)) throw error;
      const refusal = { code: error.code, description: error.message };
      return { peer_id: peer, message_id: 0, error: refusal };
    }
  });
}

/** messages.edit. */
export function edit(emulation: Emulation, params: Params): unknown {
  const chat = emulation.world.chat(params.required('peer_id'));
  const cmid = params.integer('cmid') ?? params.integer('conversation_message_id');
  const id = params.integer('message_id');
  const message =
    cmid === undefined
      ? chat?.messages.find((one) => one.id === id && !one.deleted)
      : chat && findMessage(chat, cmid);
  if (!chat || !message || message.fromId > 0) throw badParameter('message_id is invalid');
  if (emulation.now().getTime() - message.at > emulation.facts.editMs) throw new VkApiError(909);
  checkReceiver(emulation, chat.peerId);
  const { text, keyboard } = contentOf(emulation, params);
  message.text = text;
  if (params.text('keyboard') !== undefined)
    message.keyboard = keyboard && keyboard.buttons.length > 0 ? keyboard : undefined;
  message.edits++;
  return 1;
}

function contentOf(emulation: Emulation, params: Params): Content {
  const text = params.text('message') ?? '';
  const attachments = params.list('attachment');
  if (text.length > Math.min(emulation.facts.maxText, MAX_MESSAGE)) throw new VkApiError(914);
  if (text.trim() === '' && attachments.length === 0) throw badParameter('message is empty or invalid');
  const lost = attachments.find((name) => emulation.shelf.find(name) === undefined);
  if (lost !== undefined) throw badParameter(`attachment ${lost} is invalid`);
  const keyboard = params.text('keyboard');
  return {
    text,
    attachments,
    keyboard: keyboard === undefined ? undefined : readKeyboard(keyboard),
    replyTo: replyOf(emulation, params.text('forward')),
  };
}

function replyOf(emulation: Emulation, forward: string | undefined): number | undefined {
  if (forward === undefined) return undefined;
  const parsed = Forward.safeParse(JSON.parse(forward));
  const cmid = parsed.data?.conversation_message_ids[0];
  const chat = emulation.world.chat(parsed.data?.peer_id ?? 0);
  if (cmid === undefined || !chat || !findMessage(chat, cmid)) throw badParameter('forward is invalid');
  return cmid;
}

function sendTo(emulation: Emulation, peer: number, randomId: number, content: Content) {
  const { now, sent, facts, world } = emulation;
  const chat = checkReceiver(emulation, peer);
  const key = `${peer} ${randomId}`;
  const former = sent.get(key);
  const checked = randomId !== 0 || !facts.zeroIsUnchecked;
  if (checked && former && now().getTime() - former.at <= facts.randomIdMs) return former;
  const message = world.addMessage(chat, { fromId: -world.groupId, at: now().getTime(), ...content });
  const made = { cmid: message.cmid, id: message.id, at: message.at };
  if (checked) sent.set(key, made);
  return made;
}

function checkReceiver({ world }: Emulation, peer: number): ChatRecord {
  const chat = world.chat(peer);
  if (peer > FIRST_CHAT) {
    if (!chat?.botIsIn) throw new VkApiError(917);
    return chat;
  }
  const person = world.person(peer);
  if (!person || !chat) throw new VkApiError(100, 'Invalid user id');
  if (person.deactivated) throw new VkApiError(18);
  if (!person.allowed) throw new VkApiError(901);
  return chat;
}
