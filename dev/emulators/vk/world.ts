import type { VkKeyboard } from './keyboard.ts';

/** Ids of group chats begin above this. */
export const FIRST_CHAT = 2_000_000_000;

/** A person and how they stand to the community. */
export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  /** Name in their address; those without one have `id` and the number. */
  readonly screenName: string | undefined;
  /** Number of their client's language: 0 ru, 1 uk, 3 en. */
  readonly languageId: number;
  /** Their client shows callback buttons. */
  callbackButtons: boolean;
  /** Has written or allowed messages, so the community may write. */
  allowed: boolean;
  deactivated: boolean;
}

/** A message as the emulator keeps it. */
export interface StoredMessage {
  /** Number within the chat. */
  readonly cmid: number;
  /** Number within the community's messages. */
  readonly id: number;
  readonly peerId: number;
  /** Negative: the community. */
  readonly fromId: number;
  /** Unix milliseconds. */
  readonly at: number;
  text: string;
  keyboard: VkKeyboard | undefined;
  readonly replyTo: number | undefined;
  readonly attachments: readonly string[];
  edits: number;
  deleted: boolean;
}

export interface ChatRecord {
  readonly peerId: number;
  readonly title: string;
  readonly members: Set<number>;
  botIsIn: boolean;
  readonly messages: StoredMessage[];
}

export type Ref = number | { readonly id: number };

export const idOf = (ref: Ref): number => (typeof ref === 'number' ? ref : ref.id);

/** Everybody and every chat the emulator knows. */
export class World {
  readonly groupId: number;
  readonly #keep: number;
  readonly #people = new Map<number, Person>();
  readonly #chats = new Map<number, ChatRecord>();
  #nextUser = 70_000_001;
  #nextChat = FIRST_CHAT + 1;
  #nextMessage = 1;
  readonly #nextCmid = new Map<number, number>();

  constructor(groupId: number, keep: number) {
    this.groupId = groupId;
    this.#keep = keep;
  }

  addPerson(given: Omit<Person, 'id' | 'allowed' | 'deactivated'>): Person {
    const person = { ...given, id: this.#nextUser++, allowed: false, deactivated: false };
    this.#people.set(person.id, person);
    this.#addChat(person.id, '', [person.id], true);
    return person;
  }

  addGroup(title: string, members: readonly number[]): ChatRecord {
    return this.#addChat(this.#nextChat++, title, members, false);
  }

  addMessage(
    chat: ChatRecord,
    given: Pick<StoredMessage, 'fromId' | 'at' | 'text' | 'keyboard' | 'replyTo' | 'attachments'>,
  ): StoredMessage {
    const cmid = this.#nextCmid.get(chat.peerId) ?? 1;
    this.#nextCmid.set(chat.peerId, cmid + 1);
    const message = {
      ...given,
      cmid,
      id: this.#nextMessage++,
      peerId: chat.peerId,
      edits: 0,
      deleted: false,
    };
    chat.messages.push(message);
    if (chat.messages.length > this.#keep) chat.messages.shift();
    return message;
  }

  person(id: number): Person | undefined {
    return this.#people.get(id);
  }

  named(screenName: string): Person | undefined {
    const name = screenName.toLowerCase();
    const id = /^id(\d+)$/.exec(name)?.[1];
    if (id !== undefined) return this.person(Number(id));
    return [...this.#people.values()].find((person) => person.screenName?.toLowerCase() === name);
  }

  chat(peerId: number): ChatRecord | undefined {
    return this.#chats.get(peerId);
  }

  /** The person meant. Throws when there is none: a mistake of the one who drives the emulator. */
  personOf(ref: Ref): Person {
    const person = this.#people.get(idOf(ref));
    if (person === undefined) throw new Error(`no user ${idOf(ref)}`);
    return person;
  }

  chatOf(ref: Ref): ChatRecord {
    const chat = this.#chats.get(idOf(ref));
    if (chat === undefined) throw new Error(`no chat ${idOf(ref)}`);
    return chat;
  }

  people(): IterableIterator<Person> {
    return this.#people.values();
  }

  chats(): IterableIterator<ChatRecord> {
    return this.#chats.values();
  }

  #addChat(peerId: number, title: string, members: readonly number[], botIsIn: boolean): ChatRecord {
    const chat = { peerId, title, members: new Set(members), botIsIn, messages: [] };
    this.#chats.set(peerId, chat);
    return chat;
  }
}

/** A message that is still there, by its number within the chat. */
export function findMessage(chat: ChatRecord, cmid: number): StoredMessage | undefined {
  return chat.messages.find((message) => message.cmid === cmid && !message.deleted);
}
