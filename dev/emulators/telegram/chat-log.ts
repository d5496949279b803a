import type { KeyboardButton, Message } from './types.ts';

/** A message as the emulator keeps it: what the API shows, and what only Telegram knows. */
export interface StoredMessage {
  message: Message;
  fromBot: boolean;
  edits: number;
  deleted: boolean;
  /** Sent with a markup that is no inline keyboard, which makes it uneditable. */
  sealed: boolean;
  keyboard?: KeyboardButton[][];
}

/** The messages of one chat, the newest `keep` of them. Ids grow by one within the chat, from `firstId`. */
export class ChatLog {
  readonly #messages = new Map<number, StoredMessage>();
  readonly #keep: number;
  #nextId: number;

  constructor(keep: number, firstId: number) {
    this.#keep = keep;
    this.#nextId = firstId;
  }

  add(build: (id: number) => StoredMessage): StoredMessage {
    const stored = build(this.#nextId++);
    this.#messages.set(stored.message.message_id, stored);
    if (this.#messages.size > this.#keep) {
      const oldest = this.#messages.keys().next();
      if (!oldest.done) this.#messages.delete(oldest.value);
    }
    return stored;
  }

  /** A message that is still there. */
  find(id: number): StoredMessage | undefined {
    const stored = this.#messages.get(id);
    return stored?.deleted === false ? stored : undefined;
  }

  /** A message that is kept, deleted or not. */
  recall(id: number): StoredMessage | undefined {
    return this.#messages.get(id);
  }

  all(): IterableIterator<StoredMessage> {
    return this.#messages.values();
  }
}
