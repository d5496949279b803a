import type { PendingUpdate, UpdateStream } from './update-stream.ts';
import { isSuccess, WebhookClient, type WebhookTarget } from './webhook-post.ts';

/**
 * Milliseconds before delivery attempt `failures` + 1. WebhookActor.cpp: at once after the first
 * failure, then 2, 4, 8 … s up to a random 60-120 s; the bot's Retry-After goes before that.
 */
export function telegramRetryDelayMs(failures: number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  if (failures <= 1) return 0;
  return Math.min(2 ** (failures - 1) * 1000, 60_000 + Math.random() * 60_000);
}

export type RetryDelay = (failures: number, retryAfterSeconds?: number) => number;

interface Lane {
  key: string;
  queue: PendingUpdate[];
  failures: number;
}

export interface WebhookOptions {
  target: WebhookTarget;
  stream: UpdateStream;
  now: () => Date;
  retryDelayMs: RetryDelay;
  /** Runs the call a bot wrote into its answer; its result is thrown away. */
  execute: (method: string, params: Record<string, unknown>) => Promise<unknown>;
  /** A delivery has failed. */
  onFailed: () => void;
  /** The webhook answered 410 for 23 hours. */
  onGone: () => void;
}

const GONE_MS = 23 * 3_600_000;

/**
 * Delivers updates to a webhook: one first-in-first-out lane per key, lanes in parallel up to
 * max_connections. A failing update holds back its own lane only, until it expires.
 */
export class WebhookDelivery {
  readonly target: WebhookTarget;
  readonly #options: WebhookOptions;
  readonly #client: WebhookClient;
  readonly #lanes = new Map<string, Lane>();
  readonly #ready = new Set<Lane>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #active = 0;
  #closed = false;
  #goneSince: number | undefined;
  lastError: { at: number; message: string } | undefined;

  constructor(options: WebhookOptions) {
    this.#options = options;
    this.target = options.target;
    this.#client = new WebhookClient(options.target);
    for (const pending of options.stream.pending()) this.enqueue(pending);
  }

  enqueue(pending: PendingUpdate): void {
    const lane = this.#lanes.get(pending.key);
    if (lane !== undefined) {
      lane.queue.push(pending);
      return;
    }
    const fresh = { key: pending.key, queue: [pending], failures: 0 };
    this.#lanes.set(pending.key, fresh);
    this.#ready.add(fresh);
    this.#pump();
  }

  /** Posts one update again, outside of the lanes. Resolves with the HTTP status, 0 for no answer. */
  async repost(pending: Pick<PendingUpdate, 'update'>): Promise<number> {
    try {
      return (await this.#client.post(pending.update)).status;
    } catch {
      return 0;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#client.close();
  }

  #pump(): void {
    while (!this.#closed && this.#active < this.target.maxConnections) {
      const next = this.#ready.values().next();
      if (next.done) return;
      this.#ready.delete(next.value);
      this.#active++;
      void this.#deliver(next.value).finally(() => {
        this.#active--;
        this.#pump();
      });
    }
  }

  async #deliver(lane: Lane): Promise<void> {
    const head = lane.queue[0];
    if (head === undefined) return;
    const { update_id } = head.update;
    const expired = head.expiresAt < this.#options.now().getTime();
    if (expired || !this.#options.stream.has(update_id)) return this.#advance(lane, update_id);
    let retryAfter: number | undefined;
    try {
      const answer = await this.#client.post(head.update);
      if (isSuccess(answer.status)) {
        this.#goneSince = undefined;
        if (answer.call !== undefined) await this.#execute(answer.call.method, answer.call.params);
        return this.#advance(lane, update_id);
      }
      retryAfter = answer.retryAfter;
      this.#failed(`Wrong response from the webhook: ${answer.status}`);
      this.#noteGone(answer.status);
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : 'Connection failed');
    }
    this.#retry(lane, head, retryAfter);
  }

  #advance(lane: Lane, updateId: number): void {
    lane.queue.shift();
    lane.failures = 0;
    if (lane.queue.length > 0) this.#ready.add(lane);
    else this.#lanes.delete(lane.key);
    this.#options.stream.settle(updateId);
  }

  #retry(lane: Lane, head: PendingUpdate, retryAfter: number | undefined): void {
    if (this.#closed) return;
    lane.failures++;
    const delay = this.#options.retryDelayMs(lane.failures, retryAfter);
    if (this.#options.now().getTime() + delay > head.expiresAt) {
      this.#advance(lane, head.update.update_id);
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.add(lane);
      this.#pump();
    }, delay);
    this.#timers.add(timer);
  }

  /** A webhook answer may hold one call, of any method but the webhook's own and the get… ones. */
  async #execute(method: string, params: Record<string, unknown>): Promise<void> {
    if (/^(get|setwebhook$|deletewebhook$|close$|logout$)/i.test(method)) return;
    await this.#options.execute(method, params).catch(() => undefined);
  }

  #failed(message: string): void {
    this.lastError = { at: Math.floor(this.#options.now().getTime() / 1000), message };
    this.#options.onFailed();
  }

  #noteGone(status: number): void {
    const now = this.#options.now().getTime();
    if (status !== 410) this.#goneSince = undefined;
    else if (this.#goneSince === undefined) this.#goneSince = now;
    else if (now - this.#goneSince >= GONE_MS) this.#options.onGone();
  }
}
