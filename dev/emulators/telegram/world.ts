import { ChatLog, type StoredMessage } from './chat-log.ts';
import type { Chat, MemberStatus, Message, User } from './types.ts';

/** A person and how they stand to the bot. */
export interface Person {
  user: User;
  /** Has written or pressed Start, so the bot may write. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
  /** Their forwarded messages name them without an account. */
  hidesForwards: boolean;
}

export interface ChatRecord {
  chat: Chat;
  log: ChatLog;
  members: Set<number>;
  botStatus: MemberStatus;
  topics: Map<number, Message>;
  upgradedTo?: number;
}

export type UserRef = number | { id: number };
export type ChatRef = number | { id: number };

const idOf = (ref: UserRef | ChatRef): number => (typeof ref === 'number' ? ref : ref.id);

/** Everybody and every chat the emulator knows. */
export class World {
  readonly bot: User;
  readonly #keepMessages: number;
  readonly #firstMessageId: number;
  readonly #people = new Map<number, Person>();
  readonly #chats = new Map<number, ChatRecord>();
  #nextUserId = 5_000_001;
  #nextGroupId = 4_000_001;

  constructor(bot: User, keepMessages: number, firstMessageId: number) {
    this.bot = bot;
    this.#keepMessages = keepMessages;
    this.#firstMessageId = firstMessageId;
  }

  addPerson(user: Omit<User, 'id' | 'is_bot'>, id?: number): Person {
    const { first_name, last_name, username, language_code } = user;
    const taken = (candidate: number): boolean => this.#people.has(candidate) || candidate === this.bot.id;
    if (id !== undefined && taken(id)) throw new Error(`user ${id} exists already`);
    while (taken(this.#nextUserId)) this.#nextUserId++;
    const full: User = {
      id: id ?? this.#nextUserId++,
      is_bot: false,
      first_name,
      ...(last_name !== undefined && { last_name }),
      ...(username !== undefined && { username }),
      ...(language_code !== undefined && { language_code }),
    };
    const person = { user: full, started: false, blocked: false, deactivated: false, hidesForwards: false };
    this.#people.set(full.id, person);
    const chat: Chat = { id: full.id, type: 'private', first_name };
    if (last_name !== undefined) chat.last_name = last_name;
    if (username !== undefined) chat.username = username;
    this.#addChat(chat, [full.id], 'member');
    return person;
  }

  addGroup(chat: Pick<Chat, 'title' | 'is_forum'>, members: number[], id?: number): ChatRecord {
    const forum = chat.is_forum === true;
    const number = this.#nextGroupId++;
    const full: Chat = {
      id: id ?? (forum ? -1_000_000_000_000 - number : -number),
      type: forum ? 'supergroup' : 'group',
      title: chat.title ?? '',
      ...(forum && { is_forum: true as const }),
    };
    if (this.#chats.has(full.id)) throw new Error(`chat ${full.id} exists already`);
    return this.#addChat(full, members, 'left');
  }

  /** Turns a group into a supergroup with a new id; the old chat stays behind, closed. */
  upgrade(old: ChatRecord): ChatRecord {
    const id = -1_000_000_000_000 + old.chat.id;
    const chat: Chat = { id, type: 'supergroup', title: old.chat.title ?? '' };
    const record = this.#addChat(chat, [...old.members], old.botStatus);
    old.upgradedTo = id;
    return record;
  }

  person(id: number): Person | undefined {
    return this.#people.get(id);
  }

  chat(id: number): ChatRecord | undefined {
    return this.#chats.get(id);
  }

  /** The person meant. Throws when there is none: a mistake of the one who drives the emulator. */
  personOf(ref: UserRef): Person {
    const person = this.#people.get(idOf(ref));
    if (person === undefined) throw new Error(`no user ${idOf(ref)}`);
    return person;
  }

  chatOf(ref: ChatRef): ChatRecord {
    const record = this.#chats.get(idOf(ref));
    if (record === undefined) throw new Error(`no chat ${idOf(ref)}`);
    return record;
  }

  userOrBot(id: number): User | undefined {
    return id === this.bot.id ? this.bot : this.#people.get(id)?.user;
  }

  people(): IterableIterator<Person> {
    return this.#people.values();
  }

  chats(): IterableIterator<ChatRecord> {
    return this.#chats.values();
  }

  #addChat(chat: Chat, members: number[], botStatus: MemberStatus): ChatRecord {
    const log = new ChatLog(this.#keepMessages, this.#firstMessageId);
    const record = { chat, log, members: new Set(members), botStatus, topics: new Map<number, Message>() };
    this.#chats.set(chat.id, record);
    return record;
  }
}

/** A message without its own reply, as the API nests it: one level deep only. */
export function withoutReply(stored: StoredMessage): Message {
  const { reply_to_message: _, ...message } = stored.message;
  return message;
}
