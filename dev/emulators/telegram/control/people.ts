import { type Emulation, seconds } from '../emulation.ts';
import { postIncoming } from '../incoming.ts';
import type { MemberStatus, User } from '../types.ts';
import type { ChatRecord, ChatRef, Person, UserRef } from '../world.ts';

export interface NewUser {
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  id?: number;
  /** Their forwarded messages carry their name only. */
  hidesForwards?: boolean;
  /** Has written to the bot before, so it may write to them. */
  started?: boolean;
}

export interface NewGroup {
  title: string;
  members: UserRef[];
  /** A forum is a supergroup with topics. */
  isForum?: boolean;
  id?: number;
  /** The bot has long been a member, so nothing tells it so. */
  withBot?: boolean;
}

/** Makes a person. Unless they `started` before, the bot may not write to them. */
export function createUser(emulation: Emulation, given: NewUser): User {
  const { firstName, lastName, username, languageCode, hidesForwards = false, started = false } = given;
  const person = emulation.world.addPerson(
    {
      first_name: firstName,
      ...(lastName !== undefined && { last_name: lastName }),
      ...(username !== undefined && { username }),
      ...(languageCode !== undefined && { language_code: languageCode }),
    },
    given.id,
  );
  person.hidesForwards = hidesForwards;
  person.started = started;
  emulation.changes.happened();
  return person.user;
}

/** Makes a group; the bot is outside unless the group was `withBot` all along. */
export function createGroup(emulation: Emulation, given: NewGroup): ChatRecord {
  const members = given.members.map((ref) => emulation.world.personOf(ref).user.id);
  const chat = { title: given.title, ...(given.isForum && { is_forum: true as const }) };
  const record = emulation.world.addGroup(chat, members, given.id);
  if (given.withBot) record.botStatus = 'member';
  emulation.changes.happened();
  return record;
}

/** A member adds the bot: my_chat_member and the service message. */
export function addBot(emulation: Emulation, chat: ChatRef, options: { admin?: boolean } = {}): void {
  const record = emulation.world.chatOf(chat);
  const by = someMember(emulation, record);
  changeStatus(emulation, record, by, options.admin ? 'administrator' : 'member');
  postIncoming(emulation, record, by, { new_chat_members: [emulation.bot] });
}

/** A member removes the bot; `leaves` tells a bot that is merely no member from one thrown out. */
export function removeBot(emulation: Emulation, chat: ChatRef, options: { leaves?: boolean } = {}): void {
  const record = emulation.world.chatOf(chat);
  const by = someMember(emulation, record);
  changeStatus(emulation, record, by, options.leaves ? 'left' : 'kicked');
  emulation.changes.happened();
}

/** The group becomes a supergroup: a new id, and a service message in each of the two chats. */
export function upgradeToSupergroup(emulation: Emulation, chat: ChatRef): ChatRecord {
  const old = emulation.world.chatOf(chat);
  if (old.chat.type !== 'group') throw new Error(`chat ${old.chat.id} is no basic group`);
  const by = someMember(emulation, old);
  const fresh = emulation.world.upgrade(old);
  postIncoming(emulation, old, by, { migrate_to_chat_id: fresh.chat.id });
  postIncoming(emulation, fresh, by, { migrate_from_chat_id: old.chat.id });
  return fresh;
}

/** Opens a topic in a forum and returns its thread id. */
export function createTopic(emulation: Emulation, chat: ChatRef, user: UserRef, name: string): number {
  const record = emulation.world.chatOf(chat);
  if (!record.chat.is_forum) throw new Error(`chat ${record.chat.id} is no forum`);
  const { user: from } = emulation.world.personOf(user);
  const { stored } = postIncoming(emulation, record, from, {
    forum_topic_created: { name, icon_color: 7322096 },
  });
  const id = stored.message.message_id;
  record.topics.set(id, { ...stored.message, message_thread_id: id, is_topic_message: true });
  return id;
}

export function block(emulation: Emulation, user: UserRef): void {
  const person = emulation.world.personOf(user);
  if (person.blocked) return;
  person.blocked = true;
  changePrivateStatus(emulation, person, 'member', 'kicked');
}

export function unblock(emulation: Emulation, user: UserRef): void {
  const person = emulation.world.personOf(user);
  if (!person.blocked) return;
  person.blocked = false;
  changePrivateStatus(emulation, person, 'kicked', 'member');
}

/** The person deletes their account; nobody is told. */
export function deactivate(emulation: Emulation, user: UserRef): void {
  emulation.world.personOf(user).deactivated = true;
  emulation.changes.happened();
}

function changePrivateStatus(
  emulation: Emulation,
  person: Person,
  from: MemberStatus,
  to: MemberStatus,
): void {
  const record = emulation.world.chatOf(person.user);
  record.botStatus = from;
  changeStatus(emulation, record, person.user, to);
  emulation.changes.happened();
}

function changeStatus(emulation: Emulation, record: ChatRecord, by: User, status: MemberStatus): void {
  const { bot } = emulation;
  const former = record.botStatus;
  record.botStatus = status;
  const date = seconds(emulation);
  const update = {
    chat: record.chat,
    from: by,
    date,
    old_chat_member: { user: bot, status: former },
    new_chat_member: { user: bot, status, ...(status === 'kicked' && { until_date: 0 }) },
  };
  emulation.stream.add('my_chat_member', update, `my_chat_member ${record.chat.id}`);
}

function someMember(emulation: Emulation, record: ChatRecord): User {
  const [first] = record.members;
  if (first === undefined) throw new Error(`nobody is in chat ${record.chat.id}`);
  return emulation.world.personOf(first).user;
}
