import type { ApiCallRecord } from '../../call-log.ts';
import { CallbackServer } from '../callback-server.ts';
import type { Emulation } from '../emulation.ts';
import type { Failure } from '../failures.ts';
import type { Toast } from '../presses.ts';
import type { ShelvedFile } from '../shelf.ts';
import { idOf, type Person, type Ref } from '../world.ts';
import {
  addBot,
  allow,
  createGroup,
  createUser,
  deactivate,
  deny,
  type NewUser,
  removeBot,
} from './people.ts';
import { type ButtonRef, type PressHandle, press } from './pressing.ts';
import { type ChatMessage, viewMessage } from './views.ts';
import { openLink, type Posted, sendSticker, type WriteOptions, write } from './writing.ts';

/** A message just sent. */
export interface SentMessage extends ChatMessage {
  /** Its event; undefined where the community does not get to see it. */
  eventId: string | undefined;
}

/**
 * The side of the emulator that is not the bot's: be a person, read the chats, set the community up, make resources
 * fail. People and chats are meant by number or by any object with one. Misuse throws a plain Error.
 */
export type VkControl = ReturnType<typeof createControl>;

export function createControl(emulation: Emulation) {
  const { world, stream, changes, presses } = emulation;
  const sent = ({ stored, eventId }: Posted): SentMessage => ({ ...viewMessage(stored), eventId });
  const messages = (chat: Ref): ChatMessage[] => world.chatOf(chat).messages.map(viewMessage);
  return {
    createUser: (user: NewUser): Person => createUser(emulation, user),
    createGroup: (group: { title: string; members: Ref[] }): { id: number } => ({
      id: createGroup(emulation, group).peerId,
    }),
    addBot: (chat: Ref): void => addBot(emulation, chat),
    removeBot: (chat: Ref): void => removeBot(emulation, chat),
    allow: (user: Ref): void => allow(emulation, user),
    deny: (user: Ref): void => deny(emulation, user),
    deactivate: (user: Ref): void => deactivate(emulation, user),

    write: (user: Ref, text: string, options?: WriteOptions): SentMessage =>
      sent(write(emulation, user, text, options)),
    sendSticker: (user: Ref): SentMessage => sent(sendSticker(emulation, user)),
    openLink: (user: Ref, reference: string, text?: string): SentMessage =>
      sent(openLink(emulation, user, reference, text)),
    press: (user: Ref, message: { chatId: number; id: number }, button: ButtonRef): PressHandle =>
      press(emulation, user, message, button),

    /** The messages of a chat that are kept, oldest first. */
    messages,
    /** The newest message of the community in a chat. */
    lastFromBot: (chat: Ref): ChatMessage | undefined => messages(chat).findLast(({ fromBot }) => fromBot),
    /** What a message carries, by the name it has there. */
    file: (attachment: string): ShelvedFile | undefined => emulation.shelf.find(attachment),
    users: (): Person[] => [...world.people()],
    /** The answers to presses that showed something. */
    toasts: (user?: Ref): Toast[] =>
      presses
        .toasts()
        .filter(({ userId, text }) => text !== '' && (user === undefined || userId === idOf(user))),
    /** All answers to presses, empty ones too. */
    answers: (): readonly Toast[] => presses.toasts(),
    calls: (method?: string): ApiCallRecord[] => emulation.calls.list(method),
    clearCalls: (): void => emulation.calls.clear(),

    inject: (failure: Failure): void => emulation.failures.inject(failure),
    clearFailures: (): void => emulation.failures.clear(),
    /**
     * Sets the community's Callback server, as its settings page does: events go there once it has answered the
     * confirmation string. Throws when it does not.
     */
    setCallbackServer: async (given: {
      url: string;
      secret?: string;
      confirmation: string;
    }): Promise<void> => {
      await emulation.callback?.close();
      emulation.callback = undefined;
      const { facts, group } = emulation;
      const server = new CallbackServer({
        url: given.url,
        secret: given.secret,
        stream,
        deliveries: facts.deliveries,
        timeoutMs: facts.callbackTimeoutMs,
        retryDelayMs: facts.retryDelayMs,
        onChange: () => changes.happened(),
      });
      const answer = await server.confirm(group.id);
      if (answer !== given.confirmation) {
        await server.close();
        throw new Error(`the server answers ${JSON.stringify(answer)}, not the confirmation string`);
      }
      emulation.callback = server;
      server.open();
    },
    expireLongPollKey: (): void => emulation.longPoll.expireKey(),
    loseLongPollHistory: (): void => emulation.longPoll.loseHistory(),

    eventsPending: (): number => stream.size,
    /** Posts an event to the Callback server again, `parallel` at once; the HTTP statuses, 0 for no answer. */
    redeliver: async (eventId: string, times = 1, options: { parallel?: number } = {}): Promise<number[]> => {
      const event = stream.recall(eventId);
      const { callback } = emulation;
      if (!event || !callback) throw new Error(`event ${eventId} cannot be sent again`);
      const statuses: number[] = [];
      let left = times;
      const worker = async (): Promise<void> => {
        while (left-- > 0) statuses.push(await callback.repost(event));
      };
      await Promise.all(Array.from({ length: options.parallel ?? times }, worker));
      return statuses;
    },

    /** A number that grows with every change, for followers that poll. */
    version: (): number => changes.version,
    /** Resolves with the first truthy value of `predicate`, asked now and after every change. */
    waitFor: <T>(predicate: () => T | undefined | null | false, timeoutMs = 5000): Promise<T> =>
      changes.until(predicate, timeoutMs, 'a state of the emulator'),
    /** Resolves when every event has been taken by the bot, or given up. */
    settled: async (timeoutMs = 10_000): Promise<void> => {
      await changes.until(() => stream.size === 0, timeoutMs, 'all events to be taken');
    },
  };
}
