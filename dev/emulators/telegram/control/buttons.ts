import type { Toast } from '../callback-queries.ts';
import type { StoredMessage } from '../chat-log.ts';
import type { Emulation } from '../emulation.ts';
import type { InaccessibleMessage, InlineKeyboardButton, Message } from '../types.ts';
import type { ChatRecord, UserRef } from '../world.ts';
import type { MessageRef } from './writing.ts';

/** Which button: its label, its place (from 0), or data of one's own making. */
export type ButtonRef = string | { row: number; col: number } | { data: string };

export interface PressHandle {
  queryId: string;
  updateId: number | undefined;
  /** Resolves with what the bot answered. Rejects when it has not within the time (5 s). */
  answered(timeoutMs?: number): Promise<Toast>;
}

/**
 * A person presses an inline button under a message they can see. A message that the emulator no
 * longer keeps, or that was deleted meanwhile, reaches the bot as inaccessible.
 */
export function press(emulation: Emulation, user: UserRef, of: MessageRef, button: ButtonRef): PressHandle {
  const { user: from } = emulation.world.personOf(user);
  const record = emulation.world.chatOf(of.chatId);
  if (!record.members.has(from.id)) throw new Error(`user ${from.id} is not in chat ${of.chatId}`);
  const stored = record.log.recall(of.id);
  const data = dataOf(stored, of, button);
  const queryId = emulation.callbacks.press(from.id);
  const updateId = emulation.stream.add(
    'callback_query',
    {
      id: queryId,
      from,
      message: shownMessage(record, stored, of.id),
      chat_instance: String(-record.chat.id * 7919),
      data,
    },
    `callback_query ${from.id}`,
  );
  emulation.changes.happened();
  const answered = (timeoutMs = 5000): Promise<Toast> =>
    emulation.changes.until(
      () => emulation.callbacks.toastOf(queryId),
      timeoutMs,
      `the answer to the press on "${typeof button === 'string' ? button : data}"`,
    );
  return { queryId, updateId, answered };
}

function shownMessage(
  record: ChatRecord,
  stored: StoredMessage | undefined,
  id: number,
): Message | InaccessibleMessage {
  if (stored === undefined || stored.deleted) return { chat: record.chat, message_id: id, date: 0 };
  return { ...stored.message };
}

function dataOf(stored: StoredMessage | undefined, of: MessageRef, button: ButtonRef): string {
  if (typeof button === 'object' && 'data' in button) return button.data;
  if (stored === undefined)
    throw new Error(`message ${of.id} of chat ${of.chatId} is not kept; press by data`);
  const rows = stored.message.reply_markup?.inline_keyboard ?? [];
  const found = typeof button === 'string' ? byLabel(rows, button) : rows[button.row]?.[button.col];
  if (found === undefined) {
    const labels = rows.map((row) => row.map(({ text }) => `[${text}]`).join(' ')).join(' / ');
    throw new Error(
      `no button ${JSON.stringify(button)} under message ${of.id}; there are: ${labels || 'none'}`,
    );
  }
  if (found.callback_data === undefined) throw new Error(`button "${found.text}" makes no callback query`);
  return found.callback_data;
}

/** The button of exactly this label, else the only one whose label contains it. */
function byLabel(rows: InlineKeyboardButton[][], label: string): InlineKeyboardButton | undefined {
  const all = rows.flat();
  const exact = all.find(({ text }) => text === label);
  if (exact !== undefined) return exact;
  const containing = all.filter(({ text }) => text.includes(label));
  return containing.length === 1 ? containing[0] : undefined;
}
