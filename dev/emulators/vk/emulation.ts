import type { CallLog } from '../call-log.ts';
import type { Changes } from '../changes.ts';
import type { CallbackServer } from './callback-server.ts';
import type { EventStream } from './events.ts';
import type { Failures } from './failures.ts';
import type { LongPoll } from './long-poll.ts';
import type { Presses } from './presses.ts';
import type { Shelf } from './shelf.ts';
import type { World } from './world.ts';

/** What VK does not say, or says in several ways; each can be set. */
export interface UnknownFacts {
  /** Characters of a message: the schema says 9000, 4096 is said to hold. */
  readonly maxText: number;
  /** How long after sending a message may be edited. */
  readonly editMs: number;
  /** How long a random_id is remembered. */
  readonly randomIdMs: number;
  /** A random_id of 0 is not checked. */
  readonly zeroIsUnchecked: boolean;
  /** How long a press waits for its answer. */
  readonly pressMs: number;
  /** Calls a second before error 6. */
  readonly callsPerSecond: number;
  /** Deliveries of one event before it is given up. */
  readonly deliveries: number;
  /** How long a Callback server may take to answer. */
  readonly callbackTimeoutMs: number;
  /** Before delivery number `failures` + 1. */
  readonly retryDelayMs: (failures: number) => number;
}

/** All that one running emulator holds; the API methods and the control side work on it. */
export interface Emulation {
  readonly now: () => Date;
  readonly token: string;
  readonly group: { readonly id: number; readonly name: string; readonly screenName: string };
  readonly facts: UnknownFacts;
  readonly world: World;
  readonly stream: EventStream;
  readonly presses: Presses;
  readonly failures: Failures;
  readonly calls: CallLog;
  readonly changes: Changes;
  readonly shelf: Shelf;
  readonly longPoll: LongPoll;
  /** Counts a call; true when it is one too many within a second. */
  readonly pace: () => boolean;
  /** What was sent under a random_id, by chat. */
  readonly sent: Map<string, { readonly cmid: number; readonly id: number; readonly at: number }>;
  /** Where the API is reached. */
  url: string;
  callback: CallbackServer | undefined;
}
