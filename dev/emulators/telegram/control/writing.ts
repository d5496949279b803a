import { type Emulation, seconds } from '../emulation.ts';
import { detectEntities, overlaps } from '../entities.ts';
import { MAX_TEXT } from '../formatted-text.ts';
import { editIncoming, type IncomingContent, type Posted, postIncoming } from '../incoming.ts';
import { describeDocument } from '../methods/files.ts';
import type { Contact, MessageEntity, MessageOrigin, RequestUsers, SharedUser } from '../types.ts';
import type { ChatRecord, ChatRef, Person, UserRef } from '../world.ts';
import { unblock } from './people.ts';

export interface MessageRef {
  chatId: number;
  id: number;
}

export interface WriteOptions {
  /** The private chat with the bot when left out. */
  chat?: ChatRef;
  replyTo?: number | { id: number };
  threadId?: number;
  /** Entities a client makes, such as text_mention; the rest is found in the text. */
  entities?: (Omit<MessageEntity, 'user'> & { user?: UserRef })[];
}

/** A person types a text and sends it. */
export function write(emulation: Emulation, user: UserRef, text: string, options: WriteOptions = {}): Posted {
  if (text.length === 0 || text.length > MAX_TEXT) {
    throw new Error(`a client sends 1-${MAX_TEXT} UTF-16 units, not ${text.length}`);
  }
  const content: IncomingContent = { text };
  const entities = entitiesOf(emulation, text, options);
  if (entities.length > 0) content.entities = entities;
  return post(emulation, user, content, options);
}

/** A person changes a text of theirs. */
export function edit(emulation: Emulation, user: UserRef, of: MessageRef, text: string): Posted {
  const record = emulation.world.chatOf(of.chatId);
  const stored = record.log.find(of.id);
  const { user: from } = emulation.world.personOf(user);
  if (stored?.message.from?.id !== from.id) throw new Error(`message ${of.id} is not of user ${from.id}`);
  return editIncoming(emulation, record, stored, { text, entities: detectEntities(text) });
}

/** A person presses Start under a link `t.me/<bot>?start=<payload>`; a blocked bot is unblocked by it. */
export function openLink(emulation: Emulation, user: UserRef, startPayload: string): Posted {
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(startPayload)) throw new Error('a start payload is 0-64 of A-Za-z0-9_-');
  unblock(emulation, user);
  return write(emulation, user, startPayload === '' ? '/start' : `/start ${startPayload}`);
}

/** A person forwards a message, or something another person once wrote to them. */
export function forward(
  emulation: Emulation,
  user: UserRef,
  of: MessageRef | { originUser: UserRef; text?: string },
  options: WriteOptions = {},
): Posted {
  const content: IncomingContent = {};
  if ('originUser' in of) {
    const origin = emulation.world.personOf(of.originUser);
    content.forward_origin = originOf(origin, seconds(emulation));
    content.text = of.text ?? 'Hello';
  } else {
    const stored = emulation.world.chatOf(of.chatId).log.find(of.id);
    if (stored === undefined) throw new Error(`no message ${of.id} in chat ${of.chatId}`);
    if (stored.message.has_protected_content) throw new Error('protected content cannot be forwarded');
    const { from, date, text, entities, document } = stored.message;
    const person = from === undefined ? undefined : emulation.world.person(from.id);
    const sender_user = from ?? emulation.bot;
    content.forward_origin =
      person === undefined ? { type: 'user', sender_user, date } : originOf(person, date);
    Object.assign(
      content,
      text !== undefined && { text },
      entities && { entities },
      document && { document },
    );
  }
  return post(emulation, user, content, options);
}

/** A person shares a contact; with their own account's id when they use the request_contact button. */
export function shareContact(
  emulation: Emulation,
  user: UserRef,
  given: { phone: string; firstName: string; lastName?: string; userId?: number },
  options: WriteOptions = {},
): Posted {
  const contact: Contact = { phone_number: given.phone, first_name: given.firstName };
  if (given.lastName !== undefined) contact.last_name = given.lastName;
  if (given.userId !== undefined) contact.user_id = given.userId;
  return post(emulation, user, { contact }, options);
}

/** A person answers a request_users button of the private chat with the users they picked. */
export function pickUsers(emulation: Emulation, user: UserRef, requestId: number, users: UserRef[]): Posted {
  const record = emulation.world.chatOf(user);
  const request = findRequest(record, requestId);
  if (request === undefined) throw new Error(`no button asks for users with request_id ${requestId}`);
  if (users.length === 0 || users.length > request.max_quantity) {
    throw new Error(`the button takes 1-${request.max_quantity} users, not ${users.length}`);
  }
  const picked = users.map((ref): SharedUser => {
    const { id, first_name, last_name, username } = emulation.world.personOf(ref).user;
    return {
      user_id: id,
      ...(request.request_name && { first_name, ...(last_name !== undefined && { last_name }) }),
      ...(request.request_username && username !== undefined && { username }),
    };
  });
  return post(emulation, user, { users_shared: { request_id: requestId, users: picked } }, {});
}

/** A person sends a file. */
export function sendFile(
  emulation: Emulation,
  user: UserRef,
  file: { name: string; type?: string; content: string | Uint8Array },
  options: WriteOptions & { caption?: string } = {},
): Posted {
  const bytes = Buffer.from(file.content);
  const shelved = emulation.files.put({ name: file.name, type: file.type ?? 'text/plain', bytes });
  const content: IncomingContent = { document: describeDocument(shelved) };
  if (options.caption !== undefined) content.caption = options.caption;
  return post(emulation, user, content, options);
}

function post(emulation: Emulation, user: UserRef, content: IncomingContent, options: WriteOptions): Posted {
  const person = emulation.world.personOf(user);
  const record = emulation.world.chatOf(options.chat ?? person.user.id);
  checkMayWrite(record, person);
  if (record.chat.type === 'private') person.started = true;
  const { replyTo } = options;
  const stored =
    replyTo === undefined ? undefined : record.log.find(typeof replyTo === 'number' ? replyTo : replyTo.id);
  if (replyTo !== undefined && stored === undefined) throw new Error('no such message to reply to');
  if (options.threadId !== undefined && !record.topics.has(options.threadId)) {
    throw new Error(`no topic ${options.threadId} in chat ${record.chat.id}`);
  }
  const threadId = options.threadId ?? stored?.message.message_thread_id;
  return postIncoming(emulation, record, person.user, content, { replyTo: stored, threadId });
}

function checkMayWrite(record: ChatRecord, person: Person): void {
  const { chat, members, upgradedTo } = record;
  if (!members.has(person.user.id)) throw new Error(`user ${person.user.id} is not in chat ${chat.id}`);
  if (upgradedTo !== undefined) throw new Error(`chat ${chat.id} has become ${upgradedTo}`);
  if (chat.type === 'private' && person.blocked) throw new Error('the bot is blocked: unblock it first');
}

function entitiesOf(emulation: Emulation, text: string, { entities = [] }: WriteOptions): MessageEntity[] {
  const given = entities.map(({ user, ...entity }): MessageEntity => {
    return user === undefined ? entity : { ...entity, user: emulation.world.personOf(user).user };
  });
  const found = detectEntities(text).filter((entity) => !given.some((other) => overlaps(other, entity)));
  return [...given, ...found].sort((a, b) => a.offset - b.offset);
}

function originOf({ user, hidesForwards }: Person, date: number): MessageOrigin {
  if (!hidesForwards) return { type: 'user', sender_user: user, date };
  const name = [user.first_name, user.last_name].filter((part) => part !== undefined).join(' ');
  return { type: 'hidden_user', sender_user_name: name, date };
}

function findRequest(record: ChatRecord, requestId: number): RequestUsers | undefined {
  const kept = [...record.log.all()].reverse();
  for (const { keyboard, deleted } of kept) {
    if (deleted) continue;
    for (const button of keyboard?.flat() ?? []) {
      if (button.request_users?.request_id === requestId) return button.request_users;
    }
  }
  return undefined;
}
