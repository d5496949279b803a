import type { Update, UpdateKind, UpdatePayloads } from './types.ts';

/** An update that the bot has not yet taken. */
export interface PendingUpdate {
  update: Update;
  /** Updates of one key reach a webhook one after the other. */
  key: string;
  /** Unix milliseconds after which it is dropped undelivered. */
  expiresAt: number;
}

const DAY_MS = 86_400_000;
// telegram-bot-api Client.cpp 17053-17290: how long an update of each kind waits for the bot.
const LIFETIME_MS: Readonly<Record<UpdateKind, number>> = {
  message: DAY_MS,
  edited_message: DAY_MS,
  callback_query: 150_000,
  my_chat_member: DAY_MS,
};

const UPDATE_KINDS: ReadonlySet<string> = new Set(
  (
    'message edited_message channel_post edited_channel_post business_connection business_message ' +
    'edited_business_message deleted_business_messages message_reaction message_reaction_count ' +
    'inline_query chosen_inline_result callback_query shipping_query pre_checkout_query ' +
    'purchased_paid_media poll poll_answer my_chat_member chat_member chat_join_request chat_boost ' +
    'removed_chat_boost'
  ).split(' '),
);
const NOT_BY_DEFAULT: ReadonlySet<string> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

interface StreamOptions {
  now: () => Date;
  firstUpdateId: number;
  /** How many updates are remembered for sending again. */
  keepUpdates: number;
}

/** The bot's updates: numbered by one, filtered by allowed_updates, kept until taken or expired. */
export class UpdateStream {
  readonly #now: () => Date;
  readonly #keepUpdates: number;
  readonly #pending = new Map<number, PendingUpdate>();
  readonly #recent = new Map<number, Update>();
  #nextId: number;
  #allowed: readonly string[] | undefined;
  onAdded: (pending: PendingUpdate) => void = () => {};
  onSettled: () => void = () => {};

  constructor(options: StreamOptions) {
    this.#now = options.now;
    this.#nextId = options.firstUpdateId;
    this.#keepUpdates = options.keepUpdates;
  }

  /** The list given in setWebhook or getUpdates; undefined while the default holds. */
  get allowed(): readonly string[] | undefined {
    return this.#allowed;
  }

  /** Sets allowed_updates: an empty list means the default, unknown names are ignored. */
  allow(names: readonly string[]): void {
    const known = names.filter((name) => UPDATE_KINDS.has(name));
    this.#allowed = known.length > 0 ? known : undefined;
  }

  /** Adds an update and returns its id; undefined when the bot has not asked for this kind. */
  add<K extends UpdateKind>(kind: K, payload: UpdatePayloads[K], key: string): number | undefined {
    const wanted = this.#allowed?.includes(kind) ?? !NOT_BY_DEFAULT.has(kind);
    if (!wanted) return undefined;
    const id = this.#nextId++;
    const update: Update = { update_id: id, [kind]: payload };
    const pending = { update, key, expiresAt: this.#now().getTime() + LIFETIME_MS[kind] };
    this.#pending.set(id, pending);
    this.#recent.set(id, update);
    if (this.#recent.size > this.#keepUpdates) {
      const oldest = this.#recent.keys().next();
      if (!oldest.done) this.#recent.delete(oldest.value);
    }
    this.onAdded(pending);
    return id;
  }

  get size(): number {
    return this.#pending.size;
  }

  pending(): IterableIterator<PendingUpdate> {
    return this.#pending.values();
  }

  has(id: number): boolean {
    return this.#pending.has(id);
  }

  /** The update is delivered, confirmed or dropped. */
  settle(id: number): void {
    if (this.#pending.delete(id)) this.onSettled();
  }

  dropAll(): void {
    this.#pending.clear();
    this.onSettled();
  }

  dropExpired(): void {
    const now = this.#now().getTime();
    for (const [id, { expiresAt }] of this.#pending) if (expiresAt < now) this.settle(id);
  }

  /** An update of the last `keepUpdates`, taken or not. */
  recall(id: number): Update | undefined {
    return this.#recent.get(id);
  }
}
