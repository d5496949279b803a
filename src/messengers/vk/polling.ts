import { setTimeout as sleep } from 'node:timers/promises';
import type { PollPlace, StepReport } from '../../chat/messenger.ts';
import type { CallVk } from './api.ts';
import { ask, openSession, type Session } from './long-poll.ts';
import type { Told } from './told.ts';

const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 30_000;

interface Polling {
  readonly call: CallVk;
  readonly groupId: number;
  readonly signal: AbortSignal;
  readonly warn: (message: string) => void;
  /** Without it, polling begins with what comes after it has begun. */
  readonly place: PollPlace | undefined;
  readonly report: StepReport | undefined;
  /** What an event tells us, if anything. */
  readonly read: (raw: unknown) => Told | null;
  /** Resolves when the event's effect is committed. */
  readonly handle: (told: Told) => Promise<void>;
}

/**
 * Pulls events until the signal aborts, then waits for those in progress. The place reached, `ts`, never passes an event
 * whose `handle` has not resolved: a failing one is tried again with a growing delay. VK forgets who has read what, so
 * the place is kept by us: what came while no process polled is read by the next.
 *
 * @throws when VK will not let this token poll
 */
export async function poll(polling: Polling): Promise<void> {
  const { signal, warn } = polling;
  let session = await resume(polling);
  while (session !== null && !signal.aborted) {
    const polled = await ask(polling, session);
    if (polled === null) return;
    if (polled.kind === 'events') await handleAll(polling, polled.events);
    else if (polled.lost) warn('vk: the long-poll server has forgotten events that were not read yet');
    if (!signal.aborted) await keep(polling, polled.session);
    session = polled.session;
  }
}

/** A session that goes on where the last one ended. */
async function resume(polling: Polling): Promise<Session | null> {
  const session = await openSession(polling);
  if (session === null) return null;
  const ts = await polling.place?.read();
  if (ts) return { ...session, ts };
  await keep(polling, session);
  return session;
}

/** A place that cannot be kept costs a repetition at most, which is known by its event. */
async function keep({ place, warn }: Polling, { ts }: Session): Promise<void> {
  await place?.write(ts).catch(() => warn('vk: the place in the long poll was not kept'));
}

/** Events of one chat or one person one after the other, others side by side. */
async function handleAll({ read, handle, signal }: Polling, events: readonly unknown[]): Promise<void> {
  const tails = new Map<string, Promise<unknown>>();
  for (const raw of events) {
    const told = read(raw);
    if (told === null) continue;
    const queues = [`chat ${told.chat.id}`, `person ${told.senderId}`];
    const turn = Promise.all(queues.map((queue) => tails.get(queue))).then(() =>
      untilHandled(told, handle, signal),
    );
    for (const queue of queues) tails.set(queue, turn);
  }
  await Promise.all(tails.values());
}

async function untilHandled(
  told: Told,
  handle: (told: Told) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await handle(told);
      return;
    } catch {
      const delay = Math.min(FIRST_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}
