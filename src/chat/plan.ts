import type { Change } from '../domain/changes.ts';
import type { Notice } from '../domain/notices.ts';
import type { Found, Query, QueryKind } from '../domain/queries.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Address, Screen } from './reply.ts';
import type { MessengerName } from './update.ts';

/** A wizard in the middle: which one, and what was answered so far (JSON). */
export interface Wizard {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What handling came to. Everything is optional: an empty outcome only acknowledges. */
export interface Outcome {
  readonly changes?: readonly Change[];
  readonly notices?: readonly Notice[];
  /** The answer: replaces the message whose button was pressed, else is sent to the chat. */
  readonly screen?: Screen;
  /** Sends the screen as a new message even after a press. */
  readonly fresh?: boolean;
  /** Shown over the chat after a press. Without one the press is answered silently. */
  readonly toast?: { readonly text: string; readonly alert?: boolean };
  /** The wizard from now on; null ends it; absent leaves it. */
  readonly wizard?: Wizard | null;
  /** The screen is a card that has been waiting: the words it answers may have been meant for it. */
  readonly waits?: true;
  /** Other messages that this outcome makes out of date. */
  readonly edits?: readonly {
    readonly messenger: MessengerName;
    readonly to: Address;
    readonly messageId: string;
    readonly screen: Screen;
  }[];
}

/** What has to be known, and what is then decided. */
export type Plan = Reopening &
  (
    | { readonly kind: 'decided'; readonly outcome: () => Outcome }
    | { readonly kind: 'asks'; readonly query: Query; readonly decide: (found: never) => Outcome }
    | {
        readonly kind: 'draws';
        readonly pages: readonly string[];
        readonly decide: (pictures: readonly Uint8Array[]) => Outcome;
      }
  );

/** The question that a refused answer leaves open: the next message is another try. */
interface Reopening {
  readonly reopens?: {
    readonly codes: readonly string[];
    readonly wizard: Wizard;
    readonly buttons: Screen['buttons'];
  };
}

/** The same plan, whose refusals by these codes ask for another answer and wait for it. */
export function reopening(plan: Plan, reopens: NonNullable<Plan['reopens']>): Plan {
  return { ...plan, reopens };
}

/** Needs nothing more than the context. The thunk may throw `Refusal`. */
export function decided(outcome: () => Outcome): Plan {
  return { kind: 'decided', outcome };
}

/** Asks the store one question, then decides purely. The decision may throw `Refusal`. */
export function asks<K extends QueryKind>(query: Query<K>, decide: (found: Found<K>) => Outcome): Plan {
  // A question of one kind is a question; the compiler does not follow that through the generic kind.
  return { kind: 'asks', query: query as unknown as Query, decide };
}

/** Has pages (SVG) drawn as PNG pictures first; that takes a moment, beside the event loop. */
export function draws(pages: readonly string[], decide: (pictures: readonly Uint8Array[]) => Outcome): Plan {
  return { kind: 'draws', pages, decide };
}

/** The same plan with its outcome changed. A refusal stays one. */
export function mapOutcome(plan: Plan, change: (outcome: Outcome) => Outcome): Plan {
  switch (plan.kind) {
    case 'decided':
      return { ...plan, outcome: () => change(plan.outcome()) };
    case 'asks':
      return { ...plan, decide: (found: never) => change(plan.decide(found)) };
    case 'draws':
      return { ...plan, decide: (pictures: readonly Uint8Array[]) => change(plan.decide(pictures)) };
  }
}

/** A plan that something must be found lawful for first: a `Refusal` on the way becomes the decision. */
export function planning(make: () => Plan): Plan {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return decided(() => {
      throw error;
    });
  }
}
