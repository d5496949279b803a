import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { z } from 'zod';
import { BotRefused, type StepReport } from '../../chat/messenger.ts';
import { type CallVk, VkRefusal } from './api.ts';
import { isPassing } from './refusals.ts';

/** Seconds that the server may wait for an event; it takes 90 at most. */
const WAIT_SECONDS = 25;
const TIMEOUT_MS = (WAIT_SECONDS + 15) * 1000;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;

/** A long-poll server and how far it was read. */
export interface Session {
  readonly server: string;
  readonly key: string;
  readonly ts: string;
}

/** What the server says to a question. */
export type Polled =
  | { readonly kind: 'events'; readonly events: readonly unknown[]; readonly session: Session }
  /** The session is to be replaced before the next question; events were lost where it says so. */
  | { readonly kind: 'restart'; readonly session: Session; readonly lost: boolean };

interface LongPollParts {
  readonly call: CallVk;
  readonly groupId: number;
  readonly signal: AbortSignal;
  /** Hears of failures that are being retried. */
  readonly warn: (message: string) => void;
  readonly report: StepReport | undefined;
}

/** Comes as text or, beside `failed`, as a number. */
const ts = z.union([z.string().min(1), z.int()]).transform(String);

const serverSchema = z.object({ server: z.string().min(1), key: z.string(), ts });

const polledSchema = z.union([
  z.object({ failed: z.literal(1), ts }),
  z.object({ failed: z.union([z.literal(2), z.literal(3)]) }),
  z.object({ failed: z.undefined().optional(), ts, updates: z.array(z.unknown()) }),
]);

/** A new session; asked for until there is one. Null when aborted. Throws when the community may not poll. */
export async function openSession(parts: LongPollParts): Promise<Session | null> {
  return persist(parts, async () =>
    serverSchema.parse(await parts.call('groups.getLongPollServer', { group_id: parts.groupId })),
  );
}

/** The next events, asked for until there is an answer. Null when aborted. */
export async function ask(parts: LongPollParts, session: Session): Promise<Polled | null> {
  const answer = await persist(parts, () => get(session, parts.signal));
  if (answer === null) return null;
  if (answer.failed === undefined)
    return { kind: 'events', events: answer.updates, session: { ...session, ts: answer.ts } };
  if (answer.failed === 1) return { kind: 'restart', session: { ...session, ts: answer.ts }, lost: true };
  const fresh = await openSession(parts);
  if (fresh === null) return null;
  // A key that ran out costs nothing; without history we go on from now.
  return answer.failed === 2
    ? { kind: 'restart', session: { ...fresh, ts: session.ts }, lost: false }
    : { kind: 'restart', session: fresh, lost: true };
}

async function get(session: Session, signal: AbortSignal): Promise<z.infer<typeof polledSchema>> {
  const url = new URL(session.server.includes('://') ? session.server : `https://${session.server}`);
  url.searchParams.set('act', 'a_check');
  url.searchParams.set('key', session.key);
  url.searchParams.set('ts', session.ts);
  url.searchParams.set('wait', String(WAIT_SECONDS));
  const { body } = await request(url, { signal, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  return polledSchema.parse(await body.json());
}

async function persist<T>(
  { signal, warn, report }: LongPollParts,
  make: () => Promise<T>,
): Promise<T | null> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      const made = await make();
      report?.worked();
      return made;
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof VkRefusal && !isPassing(error.code)) throw new BotRefused(`vk: ${error.message}`);
      report?.failed(error);
      // An address holds the key, so only our own words and VK's go out.
      warn(error instanceof VkRefusal ? `vk: ${error.message}` : 'vk: the long-poll server does not answer');
      const delay = Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
