import type { Contact, StoredMessage, ViberUser } from './types.ts';

/** A user id, or anything that has one. */
export type UserRef = string | { readonly id: string };

/** Everybody the emulator knows, and their chats with the bot. */
export class World {
  readonly #keepMessages: number;
  readonly #people = new Map<string, Contact>();

  constructor(keepMessages: number) {
    this.#keepMessages = keepMessages;
  }

  add(given: Omit<ViberUser, 'id'> & { readonly id: string | undefined }, subscribed: boolean): Contact {
    const number = String(this.#people.size + 1).padStart(16, '0');
    // Ids are 16 bytes in base64, with the characters that an address does not like.
    const id = given.id ?? Buffer.from(number, 'latin1').toString('base64');
    if (this.#people.has(id)) throw new Error(`user ${id} exists already`);
    const contact: Contact = {
      user: { ...given, id },
      subscribed,
      messages: [],
      unanswered: [],
      asked: [],
      trackingData: '',
    };
    this.#people.set(id, contact);
    return contact;
  }

  find(id: string): Contact | undefined {
    return this.#people.get(id);
  }

  /** The person meant. Throws when there is none: a mistake of the one who drives the emulator. */
  personOf(ref: UserRef): Contact {
    const id = typeof ref === 'string' ? ref : ref.id;
    const contact = this.#people.get(id);
    if (contact === undefined) throw new Error(`no user ${id}`);
    return contact;
  }

  people(): Contact[] {
    return [...this.#people.values()];
  }

  note(contact: Contact, message: StoredMessage): void {
    contact.messages.push(message);
    if (contact.messages.length > this.#keepMessages) contact.messages.shift();
  }
}
