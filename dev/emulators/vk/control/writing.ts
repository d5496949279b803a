import type { Emulation } from '../emulation.ts';
import {
  type ChatRecord,
  FIRST_CHAT,
  findMessage,
  type Person,
  type Ref,
  type StoredMessage,
} from '../world.ts';

export interface WriteOptions {
  /** The private chat with the community when left out. */
  chat?: Ref;
  replyTo?: number | { id: number };
  /** People whose messages are forwarded with the text. */
  forwardOf?: Ref[];
}

/** A message just sent, and its event; undefined where the community does not get to see it. */
export interface Posted {
  stored: StoredMessage;
  eventId: string | undefined;
}

interface Content {
  readonly text: string;
  readonly payload?: string;
  readonly ref?: string;
  readonly action?: { readonly type: string; readonly member_id: number };
  readonly replyTo?: StoredMessage;
  readonly forwards?: readonly number[];
  readonly attachments?: readonly string[];
}

const MAX_TEXT = 4096;

/** A person types a text and sends it; that allows the community to write to them. */
export function write(emulation: Emulation, ref: Ref, text: string, options: WriteOptions = {}): Posted {
  const person = emulation.world.personOf(ref);
  const chat = emulation.world.chatOf(options.chat ?? person.id);
  const forwards = (options.forwardOf ?? []).map((one) => emulation.world.personOf(one).id);
  if (text.length > MAX_TEXT || (text === '' && forwards.length === 0))
    throw new Error(`a client sends 1-${MAX_TEXT} UTF-16 units, not ${text.length}`);
  const { replyTo } = options;
  const answered =
    replyTo === undefined ? undefined : findMessage(chat, typeof replyTo === 'number' ? replyTo : replyTo.id);
  if (replyTo !== undefined && !answered) throw new Error('no such message to reply to');
  return post(emulation, person, chat, { text, forwards, ...(answered && { replyTo: answered }) });
}

/** A person sends a sticker: a message without a text. */
export function sendSticker(emulation: Emulation, ref: Ref): Posted {
  const person = emulation.world.personOf(ref);
  return post(emulation, person, emulation.world.chatOf(person.id), { text: '', attachments: ['sticker'] });
}

/**
 * A person follows `vk.me/<community>?ref=<ref>` and presses Start, or, having written before, says something: the
 * reference comes with that message.
 */
export function openLink(emulation: Emulation, ref: Ref, reference: string, text?: string): Posted {
  const person = emulation.world.personOf(ref);
  const chat = emulation.world.chatOf(person.id);
  const given = reference === '' ? {} : { ref: reference };
  const first = text === undefined && chat.messages.length === 0;
  return post(emulation, person, chat, {
    text: text ?? (first ? 'Начать' : 'Привет'),
    ...given,
    ...(first && { payload: '{"command":"start"}' }),
  });
}

/** Adds a message of a person to a chat and tells the community, which sees all messages of its chats. */
export function post(emulation: Emulation, person: Person, chat: ChatRecord, content: Content): Posted {
  if (!chat.members.has(person.id)) throw new Error(`user ${person.id} is not in chat ${chat.peerId}`);
  const { world, now, stream, changes } = emulation;
  const stored = world.addMessage(chat, {
    fromId: person.id,
    at: now().getTime(),
    text: content.text,
    keyboard: undefined,
    replyTo: content.replyTo?.cmid,
    attachments: content.attachments ?? [],
  });
  if (chat.peerId < FIRST_CHAT) person.allowed = true;
  const eventId = chat.botIsIn
    ? stream.add(
        'message_new',
        { message: apiMessage(stored, content), client_info: clientInfo(person) },
        `person ${person.id}`,
      )
    : undefined;
  changes.happened();
  return { stored, eventId };
}

function apiMessage(stored: StoredMessage, content: Content): object {
  const { payload, ref, action, replyTo, forwards = [] } = content;
  return {
    id: stored.peerId > FIRST_CHAT ? 0 : stored.id,
    conversation_message_id: stored.cmid,
    date: Math.floor(stored.at / 1000),
    from_id: stored.fromId,
    peer_id: stored.peerId,
    out: 0,
    version: 10000000 + stored.id,
    text: escaped(stored.text),
    attachments: stored.attachments.map((type) => ({ type, [type]: {} })),
    fwd_messages: forwards.map((from_id) => ({ from_id, date: 0, text: 'Hello', attachments: [] })),
    important: false,
    is_hidden: false,
    random_id: 0,
    ...(payload !== undefined && { payload }),
    ...(ref !== undefined && { ref, ref_source: '' }),
    ...(action !== undefined && { action }),
    ...(replyTo !== undefined && {
      reply_message: {
        from_id: replyTo.fromId,
        conversation_message_id: replyTo.cmid,
        peer_id: replyTo.peerId,
        text: escaped(replyTo.text),
      },
    }),
  };
}

function clientInfo({ callbackButtons, languageId }: Person): object {
  const actions = ['text', 'vkpay', 'open_app', 'location', 'open_link', 'open_photo'];
  return {
    button_actions: callbackButtons ? [...actions, 'callback', 'intent_subscribe'] : actions,
    keyboard: true,
    inline_keyboard: true,
    carousel: false,
    lang_id: languageId,
  };
}

/** Texts reach a bot escaped for HTML. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
