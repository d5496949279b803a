import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';
import type { ShownMessage } from './show.ts';

type Control = TelegramEmulator['control'];

/** Something that has happened in a chat since it was last looked at. */
export interface Piece {
  readonly kind: 'new' | 'edited' | 'deleted';
  readonly message: ShownMessage;
}

/** Remembers what was seen of every chat. */
export interface News {
  /** What is new in a chat, which counts as seen from now on. */
  take(chatId: number): Piece[];
  /** Chats other than this one with news that nobody has been told of yet. */
  elsewhere(chatId: number): number[];
  /** New toasts of a person, oldest first. */
  toasts(userId: number): string[];
}

/** Starts with everything unseen. */
export function createNews(control: Control): News {
  const seen = new Map<string, string>();
  const told = new Map<number, string>();
  const toasted = new Set<string>();
  const keyOf = ({ chatId, id }: ShownMessage): string => `${chatId} ${id}`;
  const stateOf = ({ edits, deleted }: ShownMessage): string => (deleted ? 'deleted' : String(edits));

  const look = (chatId: number): Piece[] =>
    control.messages(chatId).flatMap((message): Piece[] => {
      const before = seen.get(keyOf(message));
      if (before === stateOf(message)) return [];
      if (before === undefined) return message.deleted ? [] : [{ kind: 'new', message }];
      return [{ kind: message.deleted ? 'deleted' : 'edited', message }];
    });

  return {
    take(chatId) {
      const pieces = look(chatId);
      for (const { message } of pieces) seen.set(keyOf(message), stateOf(message));
      return pieces;
    },
    elsewhere(chatId) {
      return control.chats().flatMap(({ id }) => {
        const pieces = id === chatId ? [] : look(id).filter(({ message }) => message.fromBot);
        const state = pieces.map(({ message }) => `${message.id} ${stateOf(message)}`).join();
        if (state === '' || told.get(id) === state) return [];
        told.set(id, state);
        return [id];
      });
    },
    toasts(userId) {
      const fresh = control.toasts(userId).filter(({ queryId }) => !toasted.has(queryId));
      for (const { queryId } of fresh) toasted.add(queryId);
      return fresh.flatMap(({ text }) => (text === '' ? [] : [text]));
    },
  };
}
