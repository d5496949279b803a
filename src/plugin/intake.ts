import { createKeyedQueue } from '../chat/keyed-queue.ts';
import type { HandedOver } from '../chat/messenger.ts';
import type { Update } from '../chat/update.ts';
import { type Attempt, createBacklog } from './backlog.ts';
import { type Claim, type ClaimRules, claimOf } from './claims.ts';
import type { CommandNames } from './command-names.ts';
import { failRequest, isWatched } from './webhook-scope.ts';

/** What taking updates out of a host's bot needs. */
export interface IntakeParts {
  /** An update as the messenger sent it; null where nothing in it can be ours. */
  readonly parse: (raw: unknown) => HandedOver | null;
  readonly rules: ClaimRules;
  readonly names: CommandNames;
  /** Resolves when the update's effect is committed; rejects when it had none. */
  readonly handle: (update: Update) => Promise<void>;
  readonly isAwaited: (update: Update) => Promise<boolean>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How long an update is held up, unconfirmed, while it has no effect. */
  readonly patienceMs: number;
  readonly warn: (message: string) => void;
}

/** What becomes of an update of ours that had no effect, where no watched webhook can have it delivered again. */
export type OnFailure =
  /** Hold it up for a while, then keep it in memory and try on; the host's bot notices nothing. */
  | 'hold'
  /** Reject at once with `UpdateFailed`: for hosts that answer a webhook with 5xx when their bot rejects. */
  | 'throw';

/** An update of ours had no effect and must be delivered again. Its cause is in the log. */
export class UpdateFailed extends Error {
  override readonly name = 'UpdateFailed';
}

/** Takes what is ours out of a host's updates. */
export interface Intake {
  /** True when the update was ours: the host has no more to do with it. Rejects only as `onFailure` says. */
  take(raw: unknown, onFailure: OnFailure): Promise<boolean>;
  /** Resolves when nothing is in progress. */
  idle(): Promise<void>;
  /** Finishes what is in progress and gives up what still has no effect. */
  close(): Promise<void>;
}

/** A dialogue is looked up within this, or the message is the host's: our trouble must not silence its bot. */
const MAX_LOOKUP_MS = 2_000;
const FIRST_WAIT_MS = 100;

/** Creates the intake of one messenger. */
export function createIntake(parts: IntakeParts): Intake {
  const { names, rules, warn, wait } = parts;
  const queue = createKeyedQueue();
  const stopping = new AbortController();
  const backlog = createBacklog(wait);

  const isAwaited = async (update: Update): Promise<boolean> => {
    const over = new AbortController();
    const tooLong = wait(MAX_LOOKUP_MS, over.signal).then(() => null);
    const found = await Promise.race([parts.isAwaited(update).catch(() => null), tooLong]);
    over.abort();
    if (found === null) warn('dialogues cannot be looked up: messages are left to the host');
    return found === true;
  };

  const keep = (attempt: Attempt): void => {
    if (backlog.add(attempt)) warn('an update is kept in memory until it can take effect');
    else warn('an update is lost: too many wait already');
  };

  /** Holds an update up until it takes effect or patience ends. */
  const hold = async (attempt: Attempt): Promise<void> => {
    let held = 0;
    for (let pause = FIRST_WAIT_MS; backlog.size === 0; pause *= 2) {
      try {
        return await attempt();
      } catch {
        if (stopping.signal.aborted || held + pause > parts.patienceMs) break;
        await wait(pause, stopping.signal);
        held += pause;
      }
    }
    keep(attempt);
  };

  const takeEffect = async (attempt: Attempt, onFailure: OnFailure): Promise<void> => {
    if (onFailure === 'hold' && !isWatched()) return hold(attempt);
    await attempt().catch((error: unknown) => {
      if (!failRequest()) throw new UpdateFailed('an update had no effect', { cause: error });
    });
  };

  const takeInTurn = async (
    draft: Update,
    attempt: Attempt,
    claim: Exclude<Claim, 'theirs'>,
    onFailure: OnFailure,
  ): Promise<boolean> => {
    switch (claim) {
      case 'both':
        // The host gets it at once and only once, so nothing of ours may have it delivered again.
        await attempt().catch(() => keep(attempt));
        return false;
      case 'if-awaited':
        if (!(await isAwaited(draft))) return false;
        break;
      case 'ours':
        break;
    }
    await takeEffect(attempt, onFailure);
    return true;
  };

  return {
    async take(raw, onFailure) {
      const handed = parts.parse(raw);
      const draft = handed && names.read(handed.draft);
      const claim = draft ? claimOf(draft, rules) : 'theirs';
      if (!handed || !draft || claim === 'theirs') return false;
      const attempt = async (): Promise<void> => {
        const update = names.read(await handed.complete());
        if (update) await parts.handle(update);
      };
      // A dialogue may end with the message before this one.
      const { messenger, sender } = draft;
      return queue.run(`${messenger} ${sender.accountId}`, () =>
        takeInTurn(draft, attempt, claim, onFailure),
      );
    },
    idle: () => queue.idle(),
    async close() {
      stopping.abort();
      await queue.idle();
      const lost = await backlog.close();
      if (lost > 0) warn(`${lost} updates had no effect and are given up`);
    },
  };
}
