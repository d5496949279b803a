import type { ApiCallRecord } from '../../call-log.ts';
import { emit } from '../emitting.ts';
import type { Emulation } from '../emulation.ts';
import type { Failure } from '../failures.ts';
import { METHODS } from '../methods/table.ts';
import type { ViberUser, WebhookTarget } from '../types.ts';
import type { UserRef } from '../world.ts';
import { type ButtonRef, type PressHandle, press } from './buttons.ts';
import { type ChatMessage, viewMessage } from './views.ts';
import { openLink, send, subscribe, unsubscribe } from './writing.ts';

export interface NewUser {
  readonly name: string;
  readonly language?: string;
  readonly country?: string;
  readonly apiVersion?: number;
  readonly phone?: string;
  readonly id?: string;
  /** Has subscribed or written before, so the bot may write to them. */
  readonly subscribed?: boolean;
}

/**
 * The side of the emulator that is not the bot's: be a person, read the chats, make resources fail. Users are meant by
 * id or by any object with one; events by their token. Misuse throws a plain Error.
 */
export type ViberControl = ReturnType<typeof createControl>;

/** The newest API version that a client has. */
const CURRENT_API_VERSION = 10;

export function createControl(emulation: Emulation) {
  const { world, events, changes } = emulation;
  const messages = (user: UserRef): ChatMessage[] => world.personOf(user).messages.map(viewMessage);
  return {
    createUser(given: NewUser): ViberUser {
      const { name, language = 'en', country = 'UA', phone = '+380441234567', id } = given;
      const apiVersion = given.apiVersion ?? CURRENT_API_VERSION;
      const user = { id, name, language, country, apiVersion, phone };
      return world.add(user, given.subscribed ?? false).user;
    },
    /** Each of these returns the token of its event; null where the bot is not told. */
    write: (user: UserRef, text: string): string | null => send(emulation, user, { type: 'text', text }),
    /** Any kind of message: `{ type: 'sticker', sticker_id: 40100 }`. */
    send: (user: UserRef, content: Record<string, unknown> & { type: string }): string | null =>
      send(emulation, user, content),
    shareContact: (user: UserRef, contact: { name: string; phone: string }): string | null =>
      send(emulation, user, {
        type: 'contact',
        contact: { name: contact.name, phone_number: contact.phone },
      }),
    openLink: (user: UserRef, context: string): string | null => openLink(emulation, user, context),
    subscribe: (user: UserRef): string | null => subscribe(emulation, user),
    unsubscribe: (user: UserRef): string | null => unsubscribe(emulation, user),
    press: (user: UserRef, message: { readonly id: string } | null, button: ButtonRef): PressHandle =>
      press(emulation, user, message, button),
    /** The person has read the bot's messages. */
    see(user: UserRef, message: { readonly id: string }): void {
      const contact = world.personOf(user);
      emit(emulation, contact, 'seen', { user_id: contact.user.id }, message.id);
    },

    /** The messages of a chat that are kept, oldest first. */
    messages,
    /** The newest message of the bot in a chat. */
    lastFromBot: (user: UserRef): ChatMessage | undefined =>
      messages(user).findLast(({ fromBot }) => fromBot),
    users: (): ViberUser[] => world.people().map(({ user }) => user),
    isSubscribed: (user: UserRef): boolean => world.personOf(user).subscribed,
    /** Calls set_webhook as the bot would, for one that cannot know its address before it listens. */
    async setWebhook(url: string): Promise<void> {
      const asked = { url, event_types: ['conversation_started', 'failed'], send_name: true };
      await METHODS['set_webhook']?.(emulation, asked, null);
    },
    webhook: (): WebhookTarget | null => emulation.webhook,
    calls: (method?: string): ApiCallRecord[] => emulation.calls.list(method),
    clearCalls: (): void => emulation.calls.clear(),

    inject: (failure: Failure): void => emulation.failures.inject(failure),
    clearFailures: (): void => emulation.failures.clear(),
    updatesPending: (): number => events.pending,
    /** Posts an event again, `parallel` at once; HTTP statuses, 0 for no answer. */
    async redeliver(token: string, times = 1, options: { parallel?: number } = {}): Promise<number[]> {
      const statuses: number[] = [];
      let left = times;
      const worker = async (): Promise<void> => {
        while (left-- > 0) statuses.push((await events.repost(token)).status);
      };
      await Promise.all(Array.from({ length: Math.min(options.parallel ?? times, times) }, worker));
      return statuses;
    },
    /** The bodies of the answers to an event that is posted again, `times` times at once. */
    answersTo: (token: string, times = 1): Promise<string[]> =>
      Promise.all(Array.from({ length: times }, async () => (await events.repost(token)).body)),

    /** A number that grows with every change, for followers that poll. */
    version: (): number => changes.version,
    /** Resolves with the first truthy value of `predicate`, asked now and after every change. */
    waitFor: <T>(predicate: () => T | undefined | null | false, timeoutMs = 5000): Promise<T> =>
      changes.until(predicate, timeoutMs, 'a state of the emulator'),
    /** Resolves when every event has been taken by the bot, or has grown too old. */
    settled: async (timeoutMs = 10_000): Promise<void> => {
      await changes.until(() => events.pending === 0, timeoutMs, 'all events to be taken');
    },
  };
}
