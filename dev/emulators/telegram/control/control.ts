import type { ApiCallRecord } from '../../call-log.ts';
import type { Toast } from '../callback-queries.ts';
import type { CommandScope } from '../command-lists.ts';
import type { Emulation } from '../emulation.ts';
import type { Failure } from '../failures.ts';
import type { ShelvedFile } from '../file-shelf.ts';
import type { Posted } from '../incoming.ts';
import type { BotCommand, Chat, User } from '../types.ts';
import type { ChatRef, UserRef } from '../world.ts';
import { type ButtonRef, type PressHandle, press } from './buttons.ts';
import { commandMenu, redeliver } from './observing.ts';
import {
  addBot,
  block,
  createGroup,
  createTopic,
  createUser,
  deactivate,
  type NewGroup,
  type NewUser,
  removeBot,
  unblock,
  upgradeToSupergroup,
} from './people.ts';
import { type ChatMessage, viewMessage } from './views.ts';
import {
  edit,
  forward,
  type MessageRef,
  openLink,
  pickUsers,
  sendFile,
  shareContact,
  type WriteOptions,
  write,
} from './writing.ts';

/** A message just sent, with the update it made; undefined where the bot does not get to see it. */
export interface SentMessage extends ChatMessage {
  updateId: number | undefined;
}

/**
 * The side of the emulator that is not the bot's: be a person, read the chats, make resources fail.
 * Users and chats are meant by id or by any object with one. Misuse throws a plain Error.
 */
export type TelegramControl = ReturnType<typeof createControl>;

export function createControl(emulation: Emulation) {
  const { world, stream, changes } = emulation;
  const sent = ({ stored, updateId }: Posted): SentMessage => ({ ...viewMessage(stored), updateId });
  const messages = (chat: ChatRef): ChatMessage[] => [...world.chatOf(chat).log.all()].map(viewMessage);
  return {
    createUser: (user: NewUser): User => createUser(emulation, user),
    createGroup: (group: NewGroup): Chat => createGroup(emulation, group).chat,
    /** Opens a topic of a forum; returns its thread id. */
    createTopic: (chat: ChatRef, user: UserRef, name: string): number =>
      createTopic(emulation, chat, user, name),
    addBot: (chat: ChatRef, options?: { admin?: boolean }): void => addBot(emulation, chat, options),
    removeBot: (chat: ChatRef, options?: { leaves?: boolean }): void => removeBot(emulation, chat, options),
    upgradeToSupergroup: (chat: ChatRef): Chat => upgradeToSupergroup(emulation, chat).chat,
    block: (user: UserRef): void => block(emulation, user),
    unblock: (user: UserRef): void => unblock(emulation, user),
    deactivate: (user: UserRef): void => deactivate(emulation, user),

    write: (user: UserRef, text: string, options?: WriteOptions): SentMessage =>
      sent(write(emulation, user, text, options)),
    edit: (user: UserRef, of: MessageRef, text: string): SentMessage => sent(edit(emulation, user, of, text)),
    forward: (
      user: UserRef,
      of: MessageRef | { originUser: UserRef; text?: string },
      options?: WriteOptions,
    ): SentMessage => sent(forward(emulation, user, of, options)),
    shareContact: (
      user: UserRef,
      contact: { phone: string; firstName: string; lastName?: string; userId?: number },
      options?: WriteOptions,
    ): SentMessage => sent(shareContact(emulation, user, contact, options)),
    pickUsers: (user: UserRef, requestId: number, users: UserRef[]): SentMessage =>
      sent(pickUsers(emulation, user, requestId, users)),
    sendFile: (
      user: UserRef,
      file: { name: string; type?: string; content: string | Uint8Array },
      options?: WriteOptions & { caption?: string },
    ): SentMessage => sent(sendFile(emulation, user, file, options)),
    openLink: (user: UserRef, startPayload: string): SentMessage =>
      sent(openLink(emulation, user, startPayload)),
    press: (user: UserRef, message: MessageRef, button: ButtonRef): PressHandle =>
      press(emulation, user, message, button),

    /** The messages of a chat that are kept, oldest first, deleted ones marked. */
    messages,
    message: (chat: ChatRef, id: number): ChatMessage | undefined => {
      const stored = world.chatOf(chat).log.recall(id);
      return stored === undefined ? undefined : viewMessage(stored);
    },
    /** The newest message of the bot in a chat. */
    lastFromBot: (chat: ChatRef): ChatMessage | undefined =>
      messages(chat).findLast(({ fromBot, deleted }) => fromBot && !deleted),
    file: (fileId: string): ShelvedFile | undefined => emulation.files.find(fileId),
    users: (): User[] => [...world.people()].map(({ user }) => user),
    chats: (): Chat[] => [...world.chats()].map(({ chat }) => chat),
    toasts: (user?: UserRef): Toast[] => {
      const all = emulation.callbacks.toasts();
      if (user === undefined) return all;
      const { id } = world.personOf(user).user;
      return all.filter(({ userId }) => userId === id);
    },
    /** The list set for exactly this scope and language. */
    commands: (scope: CommandScope = { type: 'default' }, language = ''): BotCommand[] =>
      emulation.commands.get(scope, language),
    /** The list a person sees in a chat, their private one when left out. */
    commandMenu: (user: UserRef, chat: ChatRef = user): BotCommand[] => commandMenu(emulation, user, chat),
    calls: (method?: string): ApiCallRecord[] => emulation.calls.list(method),
    clearCalls: (): void => emulation.calls.clear(),

    inject: (failure: Failure): void => emulation.failures.inject(failure),
    clearFailures: (): void => emulation.failures.clear(),
    setPrivacyMode: (on: boolean): void => {
      emulation.privacyMode = on;
    },
    updatesPending: (): number => stream.size,
    /** Posts the update again, `parallel` at once; HTTP statuses, or none when it goes by polling. */
    redeliver: (updateId: number, times = 1, options: { parallel?: number } = {}): Promise<number[]> =>
      redeliver(emulation, updateId, times, options.parallel ?? times),

    /** A number that grows with every change, for followers that poll. */
    version: (): number => changes.version,
    /** Resolves with the first truthy value of `predicate`, asked now and after every change. */
    waitFor: <T>(predicate: () => T | undefined | null | false, timeoutMs = 5000): Promise<T> =>
      changes.until(predicate, timeoutMs, 'a state of the emulator'),
    /** Resolves when every update has been taken by the bot, or has expired. */
    settled: async (timeoutMs = 10_000): Promise<void> => {
      await changes.until(() => stream.size === 0, timeoutMs, 'all updates to be taken');
    },
  };
}
