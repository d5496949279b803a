import type { Emulation } from '../emulation.ts';
import { type ChatRecord, idOf, type Person, type Ref } from '../world.ts';
import { post } from './writing.ts';

export interface NewUser {
  firstName: string;
  lastName?: string;
  /** Name in their address; none when left out. */
  screenName?: string;
  /** `ru`, `uk`, `en`: the language of their client; Russian when left out. */
  languageCode?: string;
  /** Off: a client that shows no callback buttons. */
  callbackButtons?: boolean;
  /** Has written to the community before, so it may write to them. */
  started?: boolean;
}

/** Numbers of the clients' languages. */
const LANGUAGE_IDS: Readonly<Record<string, number>> = {
  ru: 0,
  uk: 1,
  be: 2,
  en: 3,
  es: 4,
  fi: 5,
  de: 6,
  it: 7,
};

/** Makes a person. Unless they `started` before, the community may not write to them. */
export function createUser(emulation: Emulation, given: NewUser): Person {
  const { firstName, lastName = '', screenName, languageCode = 'ru', callbackButtons = true } = given;
  const languageId = LANGUAGE_IDS[languageCode] ?? 0;
  const person = emulation.world.addPerson({ firstName, lastName, screenName, languageId, callbackButtons });
  person.allowed = given.started ?? false;
  emulation.changes.happened();
  return person;
}

/** Makes a group chat; the community is outside. */
export function createGroup(emulation: Emulation, given: { title: string; members: Ref[] }): ChatRecord {
  const members = given.members.map((ref) => emulation.world.personOf(ref).id);
  return emulation.world.addGroup(given.title, members);
}

/** A member brings the community in. */
export function addBot(emulation: Emulation, ref: Ref): void {
  const chat = emulation.world.chatOf(ref);
  chat.botIsIn = true;
  serviceMessage(emulation, chat, 'chat_invite_user');
}

/** A member throws the community out. */
export function removeBot(emulation: Emulation, ref: Ref): void {
  const chat = emulation.world.chatOf(ref);
  serviceMessage(emulation, chat, 'chat_kick_user');
  chat.botIsIn = false;
}

/** The person allows messages, by the button of the community's page. */
export function allow(emulation: Emulation, ref: Ref): void {
  setAllowed(emulation, ref, true);
}

/** The person forbids the community to write. */
export function deny(emulation: Emulation, ref: Ref): void {
  setAllowed(emulation, ref, false);
}

/** The person deletes their account; nobody is told. */
export function deactivate(emulation: Emulation, ref: Ref): void {
  emulation.world.personOf(ref).deactivated = true;
  emulation.changes.happened();
}

function setAllowed(emulation: Emulation, ref: Ref, allowed: boolean): void {
  const person = emulation.world.personOf(ref);
  if (person.allowed === allowed) return;
  person.allowed = allowed;
  const object = allowed ? { user_id: person.id, key: '' } : { user_id: person.id };
  emulation.stream.add(allowed ? 'message_allow' : 'message_deny', object, `person ${idOf(ref)}`);
  emulation.changes.happened();
}

function serviceMessage(emulation: Emulation, chat: ChatRecord, type: string): void {
  const [first] = chat.members;
  if (first === undefined) throw new Error(`nobody is in chat ${chat.peerId}`);
  const action = { type, member_id: -emulation.group.id };
  post(emulation, emulation.world.personOf(first), chat, { text: '', action });
}
