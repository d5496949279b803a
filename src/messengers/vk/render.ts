import type { Outgoing } from '../../chat/messenger.ts';
import type { Attachment, Reply, Screen } from '../../chat/reply.ts';
import { ellipsize, isVisible, storable } from '../characters.ts';
import type { Call, Keyboard } from './call.ts';
import { inlineKeyboard, rowsByMessage } from './keyboard.ts';
import type { Together } from './payload.ts';
import { fromPressId } from './press-id.ts';
import { pieces } from './text.ts';

/** Characters of a snackbar (messages.sendMessageEventAnswer, show_snackbar). */
const MAX_SNACKBAR = 90;
/** Carries the buttons that did not fit under the screen. */
const MORE = '…';
/** Stands where the screen above needs no further message any more. */
const ABOVE = '⬆️';
/** No links are unfolded, nobody is called by a name in a text. */
const QUIET = { dont_parse_links: 1, disable_mentions: 1 } as const;

type Part = {
  readonly text: string;
  readonly attachment: Attachment | null;
  readonly keyboard: Keyboard | null;
};

/** The calls that a reply takes, in order. Pure; throws only if a button's payload breaks its limit. */
export function render(reply: Reply): Outgoing[] {
  if (reply.kind === 'toast') return toastCalls(reply);
  const editedIds = reply.kind === 'edit' ? reply.messageId.split(',').map(Number) : [];
  const shown = parts(reply.screen, editedIds);
  const calls = shown.map((part, index): Call => {
    const params = { message: part.text, ...QUIET };
    const cmid = editedIds[index];
    if (cmid !== undefined && part.attachment === null) return edit(cmid, params, part.keyboard);
    const answers = index === 0 && reply.kind === 'send' && reply.replyTo ? { answers: reply.replyTo } : {};
    const send = {
      method: 'messages.send',
      params: { ...params, ...answers },
      keyboard: part.keyboard,
    } as const;
    if (part.attachment === null) return send;
    const shows = part.attachment.contentType === 'image/png' ? 'picture' : 'file';
    return { ...send, attachment: part.attachment.id, shows };
  });
  // What stood below a longer screen points at the one that there is now.
  const rest = editedIds.slice(shown.length).map((cmid) => edit(cmid, { message: ABOVE, ...QUIET }, null));
  return [...calls, ...rest].map((call) => outgoing(reply.to.chatId, call));
}

/** An edit without a keyboard is not said to take the old one away. */
function edit(
  cmid: number,
  params: Extract<Call, { method: 'messages.edit' }>['params'],
  keyboard: Keyboard | null,
): Call {
  return { method: 'messages.edit', cmid, params, keyboard: keyboard ?? { inline: true, buttons: [] } };
}

/**
 * Attachments first, the text with the last one. What VK has no means to ask for (people, a phone number) is not
 * asked: a name, a link or a forwarded message does the same. The buttons know all messages of the screen: they are
 * changed together.
 */
function parts({ text, buttons, attachments = [] }: Screen, editedIds: readonly number[]): Part[] {
  const rows = rowsByMessage(buttons);
  const texts = attachments.length > 0 && text.length === 0 ? [''] : pieces(text);
  const last = attachments.at(-1) ?? null;
  const contents = [
    ...attachments.slice(0, -1).map((attachment) => ({ text: '', attachment })),
    ...texts.map((one, index) => ({ text: one, attachment: index === 0 ? last : null })),
  ];
  const count = contents.length + Math.max(0, rows.length - 1);
  const keyboards = rows.map((some, place) =>
    inlineKeyboard(some, togetherAt(contents.length - 1 + place, count, editedIds)),
  );
  const shown = contents.map((content, index) => ({
    ...content,
    keyboard: index === contents.length - 1 ? (keyboards[0] ?? null) : null,
  }));
  const more = keyboards.slice(1).map((keyboard) => ({ text: MORE, attachment: null, keyboard }));
  return [...shown, ...more];
}

/** What a button of the message at `index` says of those beside it; nothing where the screen is one message. */
function togetherAt(index: number, count: number, editedIds: readonly number[]): Together | null {
  if (Math.max(count, editedIds.length) === 1) return null;
  return editedIds.length > 0 ? { ids: editedIds } : { at: [index, count] };
}

/**
 * The answer to a press: a snackbar; what is too long for one is said in a message, in a group to the presser alone,
 * who sees its beginning at once.
 */
function toastCalls(toast: Extract<Reply, { kind: 'toast' }>): Outgoing[] {
  const pressed = fromPressId(toast.pressId);
  if (pressed === null) return [];
  const text = storable(toast.text).trim();
  const says = isVisible(text);
  const person = String(pressed.userId);
  const isPrivate = toast.chatId === person;
  const fits = pressed.eventId !== null && text.length <= MAX_SNACKBAR;
  const snackbar = says && (fits || !isPrivate) ? ellipsize(text, MAX_SNACKBAR) : null;
  return [
    ...(pressed.eventId === null ? [] : [answer(toast, pressed.eventId, person, snackbar)]),
    ...(says && !fits
      ? pieces([text]).map((message) =>
          outgoing(person, { method: 'messages.send', params: { message, ...QUIET }, keyboard: null }),
        )
      : []),
  ];
}

/** A press is answered in no order with the chat's messages: waiting for them would only keep the mark turning. */
function answer(
  { pressId, chatId }: { readonly pressId: string; readonly chatId: string },
  eventId: string,
  userId: string,
  snackbar: string | null,
): Outgoing {
  const shown =
    snackbar === null ? {} : { event_data: JSON.stringify({ type: 'show_snackbar', text: snackbar }) };
  return outgoing(`press ${pressId}`, {
    method: 'messages.sendMessageEventAnswer',
    peerId: chatId,
    params: { event_id: eventId, user_id: userId, ...shown },
  });
}

function outgoing(chatId: string, call: Call): Outgoing {
  return { messenger: 'vk', chatId, body: call };
}
