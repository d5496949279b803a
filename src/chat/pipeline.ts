import { auditOfAttempt } from '../domain/audit.ts';
import type { Change } from '../domain/changes.ts';
import type { Found, Query, QueryKind } from '../domain/queries.ts';
import { Refusal } from '../domain/refusal.ts';
import type { SchemeLibrary } from '../domain/scheme-library.ts';
import { schemesIn } from '../domain/scheme-ref.ts';
import type { Language } from '../domain/state.ts';
import type { ContextReader, UpdateContext } from '../store/context.ts';
import type { Database } from '../store/database.ts';
import { LEASE_MS } from '../store/lease.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { ButtonSigner } from './actions/button-signer.ts';
import type { Context } from './context.ts';
import { createContext } from './create-context.ts';
import { deadLetterAtLimit } from './dead-letter.ts';
import type { Translators } from './i18n.ts';
import { identify } from './identity.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import type { Channel, Messenger, Outgoing } from './messenger.ts';
import type { NoticeSpecs } from './notice.ts';
import { type OutboxMessage, outboxCommit, outboxOfNotices, outboxOfReply, outboxRows } from './outbox.ts';
import type { Outcome, Plan } from './plan.ts';
import { refusalOutcome } from './refusal-screen.ts';
import type { Registry } from './registry.ts';
import { repliesOf } from './replies.ts';
import { type Fallbacks, isAddressed, route } from './router.ts';
import type { Codes } from './secrets/codes.ts';
import type { InvitationTokens } from './secrets/invitation-token.ts';
import type { TokenBox } from './secrets/token-box.ts';
import { openScreenOf } from './typed/open-screen.ts';
import { sessionChange } from './typed/session-change.ts';
import type { ChannelName, MessengerName, Observation, Update } from './update.ts';

/** What the way of an update needs from the outside. Time, ids and chance enter here. */
export interface PipelineParts {
  readonly database: Database;
  /** Answers a question of a use case. */
  readonly query: <K extends QueryKind>(query: Query<K>) => Promise<Found<K>>;
  readonly store: Store<Change>;
  readonly readContext: ContextReader;
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly registry: Registry;
  readonly fallbacks: Fallbacks;
  readonly notices: NoticeSpecs;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
  readonly tokens: InvitationTokens;
  readonly tokenBox: TokenBox;
  readonly schemes: SchemeLibrary;
  readonly codes: Codes;
  /** The address that a mail leads to, by its token; null where no mail is sent. */
  readonly landing: ((token: string) => string) | null;
  /** The messengers, and mail. */
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly defaultLanguage: Language;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newFileId: () => string;
  readonly mintKey: Context['mintKey'];
  /** Turns pages (SVG) into PNG pictures. */
  readonly draw: (pages: readonly string[]) => Promise<readonly Uint8Array[]>;
  /** A number of 0–15 by chance. */
  readonly drawSlot: () => number;
  /** Takes over what was committed: sends it, in order within a chat. */
  readonly send: (
    rows: readonly OutboxRow[],
    before: ReadonlyMap<string, string>,
    heardFrom?: { readonly messenger: MessengerName; readonly chatId: string },
  ) => void;
  /** One line an update: never a text, a name or a token. */
  readonly observe: (seen: Observation) => void;
}

export interface Pipeline {
  /**
   * Handles one update; resolves when its effect is committed, which is when it may be acknowledged. Rejects
   * when nothing was committed and the messenger must deliver it again.
   */
  handle(update: Update): Promise<void>;
  /**
   * The same for an update whose acknowledgement carries the first call of the answer: that call is handed back
   * and goes into no outbox. Delivered again, such an update is decided again, without effect: its first
   * acknowledgement may have been lost. Null when there is nothing to say.
   */
  answer(update: Update): Promise<Outgoing | null>;
  /** Resolves when no update is in progress. */
  idle(): Promise<void>;
}

/** Two acts on one row rarely meet more than a few times; an update that never fits is redelivered. */
const MAX_RETRIES = 8;

type Result = Pick<Observation, 'label' | 'outcome' | 'refusal' | 'retries'>;

/** Creates the one way of an update: read, decide, commit; then sending begins. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const queue = createKeyedQueue();

  const handle = async (update: Update, carries: boolean): Promise<Outgoing | null> => {
    const started = performance.now();
    const observe = (result: Result, error: unknown = null): void =>
      parts.observe({
        ...result,
        messenger: update.messenger,
        updateId: update.id,
        milliseconds: performance.now() - started,
        error,
      });
    if (!isAddressed(update)) {
      observe({ label: 'not addressed', outcome: 'ignored', refusal: null, retries: 0 });
      return null;
    }
    try {
      const { result, carried } = await takeEffect(parts, update, carries);
      observe(result);
      return carried;
    } catch (error) {
      // A database that is away takes no notes either; the update comes again all the same.
      const isDead = await deadLetterAtLimit(parts, update, error).catch(() => false);
      observe(
        { label: 'error', outcome: isDead ? 'dead_letter' : 'failed', refusal: null, retries: 0 },
        error,
      );
      if (!isDead) throw error;
      return null;
    }
  };
  // One person's updates one after the other: a press may overtake a text in the messenger's own queues.
  const inTurn = <T>(update: Update, run: () => Promise<T>): Promise<T> =>
    queue.run(`${update.messenger} ${update.sender.accountId}`, run);

  return {
    handle: (update) => inTurn(update, async () => void (await handle(update, false))),
    answer: (update) => inTurn(update, () => handle(update, true)),
    idle: () => queue.idle(),
  };
}

/** What an update came to, and the call that its acknowledgement carries. */
interface Effect {
  readonly result: Result;
  readonly carried: Outgoing | null;
}

async function takeEffect(parts: PipelineParts, update: Update, carries: boolean): Promise<Effect> {
  for (let retries = 0; retries <= MAX_RETRIES; retries++) {
    const context = await parts.readContext({
      messenger: update.messenger,
      updateId: update.id,
      accountId: update.sender.accountId,
      chatId: update.chat.id,
      inGroup: update.chat.kind === 'group',
    });
    if (context.seen && !carries)
      return { result: { label: 'seen', outcome: 'seen', refusal: null, retries }, carried: null };
    const effect = await attempt(parts, update, context, retries, carries);
    if (effect) return effect;
  }
  throw new Error(`the state changed under update ${update.id} ${MAX_RETRIES + 1} times`);
}

/** One reading decided and committed; null when a guard missed and it must be read again. */
async function attempt(
  parts: PipelineParts,
  update: Update,
  context: UpdateContext,
  retries: number,
  carries: boolean,
): Promise<Effect | null> {
  const now = parts.now();
  const spoken = { languages: parts.translators.languages, defaultLanguage: parts.defaultLanguage };
  const identity = identify(update, context.account, spoken, now, parts.newId);
  const ctx = createContext(parts, update, context, identity, now);
  await parts.schemes.load(schemesIn(context));
  const { label, decision } = await routedDecision(parts, ctx, context);

  const changes: Change[] = [
    ...(identity.change ? [identity.change] : []),
    ...(decision.outcome.changes ?? []),
    ...sessionChange(ctx, context, decision.outcome, now),
  ];
  const replies = ownReplies(parts, ctx, decision.outcome);
  const notices = outboxOfNotices(parts, decision.outcome.notices ?? []);
  const carried = carries ? (replies.shift()?.outgoing ?? null) : null;
  if (context.seen) return { result: { label: 'seen', outcome: 'seen', refusal: null, retries }, carried };
  const messages = [...replies, ...notices];
  const attempted = decision.refusal?.details.attempt;
  const audit = attempted && decision.refusal ? [auditOfAttempt(attempted, decision.refusal.code)] : [];

  const outcome = decision.refusal
    ? 'refused'
    : (decision.outcome.changes ?? []).length > 0
      ? 'done'
      : 'shown';
  const result: Result = { label, outcome, refusal: decision.refusal?.code ?? null, retries };
  if (changes.length === 0 && messages.length === 0 && audit.length === 0) return { result, carried };

  const committed = await parts.store.commit({
    update: { messenger: update.messenger, id: update.id },
    actorId: identity.person.id,
    changes,
    audit,
    ...outboxCommit(messages),
    now,
    leaseMs: LEASE_MS,
    slot: parts.drawSlot(),
  });
  if (committed.kind === 'stale') return null;
  if (committed.kind === 'seen') {
    // What is carried must be what the first delivery made true, the person's very id included: read again.
    if (carries) return null;
    return { result: { ...result, label: 'seen', outcome: 'seen' }, carried: null };
  }
  const rows = outboxRows(committed, messages);
  if (rows.length > 0)
    parts.send(rows, committed.before, { messenger: update.messenger, chatId: update.chat.id });
  return { result, carried };
}

/** Words that a waiting card was shown for are read once more, as an answer to that card. */
async function routedDecision(
  parts: PipelineParts,
  ctx: Context,
  context: UpdateContext,
): Promise<{ readonly label: string; readonly decision: Awaited<ReturnType<typeof decide>> }> {
  const routed = route(ctx, parts.registry, parts.buttons, parts.fallbacks);
  const decision = await decide(parts, ctx, context, routed.plan);
  const { screen, waits } = decision.outcome;
  if (!waits || !screen) return { label: routed.label, decision };
  const again = route(
    { ...ctx, open: openScreenOf(screen, ctx.t) },
    parts.registry,
    parts.buttons,
    parts.fallbacks,
  );
  if (again.label === routed.label) return { label: routed.label, decision };
  return { label: again.label, decision: await decide(parts, ctx, context, again.plan) };
}

async function decide(
  parts: PipelineParts,
  ctx: Context,
  context: UpdateContext,
  plan: Plan,
): Promise<{ outcome: Outcome; refusal: Refusal | null }> {
  const outcome = await outcomeOf(parts, context, plan);
  try {
    return { outcome: outcome(), refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = refusalOutcome(ctx, error);
    const { reopens } = plan;
    if (!reopens?.codes.includes(error.code) || !refused.screen) return { outcome: refused, refusal: error };
    const screen = { ...refused.screen, buttons: reopens.buttons };
    return { outcome: { screen, wizard: reopens.wizard }, refusal: error };
  }
}

/** Reads what the plan needs, with every scheme that the decision may ask for, and leaves deciding to the caller. */
async function outcomeOf(
  { query, draw, schemes }: PipelineParts,
  context: UpdateContext,
  plan: Plan,
): Promise<() => Outcome> {
  switch (plan.kind) {
    case 'decided':
      return plan.outcome;
    case 'asks': {
      const found = await query(plan.query as Query<QueryKind>);
      await schemes.load(schemesIn([context, found]));
      // The question and the decision were paired by `asks`; only their common type is lost on the way.
      return () => plan.decide(found as never);
    }
    case 'draws': {
      const pictures = await draw(plan.pages);
      await schemes.load(schemesIn(context));
      return () => plan.decide(pictures);
    }
  }
}

function ownReplies(parts: PipelineParts, ctx: Context, outcome: Outcome): OutboxMessage[] {
  const speaker = parts.messengers.get(ctx.update.messenger);
  if (!speaker) return [];
  return repliesOf(ctx.update, outcome, speaker, ctx.t).flatMap(({ messenger, reply }) => {
    const renderer = parts.messengers.get(messenger);
    return renderer ? outboxOfReply(renderer, reply) : [];
  });
}
