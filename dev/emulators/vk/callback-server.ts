import { Pool } from 'undici';
import type { EventStream, PendingEvent, VkEvent } from './events.ts';

interface CallbackOptions {
  readonly url: string;
  readonly secret: string | undefined;
  readonly stream: EventStream;
  readonly deliveries: number;
  readonly timeoutMs: number;
  readonly retryDelayMs: (failures: number) => number;
  /** A delivery has failed, or the server has asked to be removed. */
  readonly onChange: () => void;
}

interface Lane {
  readonly queue: PendingEvent[];
}

/** What a server answered to one event; null when no answer came. */
interface Answered {
  readonly status: number;
  readonly body: string;
  readonly retryAt: number | null;
}

/**
 * Delivers events to one Callback server: first in, first out for a person, repeated with `X-Retry-Counter` until the
 * answer is 200 and exactly `ok`.
 */
export class CallbackServer {
  readonly #options: CallbackOptions;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #lanes = new Map<string, Lane>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #closed = false;
  failures = 0;

  constructor(options: CallbackOptions) {
    this.#options = options;
    const url = new URL(options.url);
    this.#path = url.pathname + url.search;
    this.#pool = new Pool(url.origin, {
      connections: 32,
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
    });
  }

  /** Begins with what was not taken yet. */
  open(): void {
    for (const pending of this.#options.stream.pending()) this.enqueue(pending);
  }

  enqueue(pending: PendingEvent): void {
    const lane = this.#lanes.get(pending.key);
    if (lane) {
      lane.queue.push(pending);
      return;
    }
    this.#lanes.set(pending.key, { queue: [pending] });
    void this.#deliver(pending.key, 0);
  }

  /** Asks for the confirmation string; the body of the answer. */
  async confirm(groupId: number): Promise<string> {
    return (await this.#post({ type: 'confirmation', group_id: groupId }, 0)).body;
  }

  /** Posts one event again, outside of the lanes; the HTTP status, 0 for no answer. */
  async repost(event: VkEvent): Promise<number> {
    return this.#post(event, 1).then(
      ({ status }) => status,
      () => 0,
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#pool.destroy();
  }

  async #deliver(key: string, failures: number): Promise<void> {
    const lane = this.#lanes.get(key);
    const head = lane?.queue[0];
    if (!lane || !head) {
      this.#lanes.delete(key);
      return;
    }
    const answer = await this.#post(head.event, failures).catch(() => null);
    if (this.#closed) return;
    if (answer?.status === 200 && answer.body === 'remove') {
      await this.close();
      this.#options.onChange();
      return;
    }
    if (answer?.status === 200 && answer.body === 'ok') return this.#next(key, lane, head);
    this.failures++;
    this.#options.onChange();
    if (failures + 1 >= this.#options.deliveries) return this.#next(key, lane, head);
    const delay = answer?.retryAt ?? this.#options.retryDelayMs(failures + 1);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#deliver(key, failures + 1);
    }, delay);
    this.#timers.add(timer);
  }

  #next(key: string, lane: Lane, done: PendingEvent): Promise<void> {
    lane.queue.shift();
    this.#options.stream.settle(done.event.event_id);
    return this.#deliver(key, 0);
  }

  async #post(event: object, failures: number): Promise<Answered> {
    const { secret } = this.#options;
    const { statusCode, headers, body } = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: {
        'content-type': 'application/json',
        ...(failures > 0 && { 'x-retry-counter': String(failures) }),
      },
      body: JSON.stringify({ ...event, ...(secret !== undefined && { secret }) }),
    });
    const postponed = statusCode === 410 || statusCode === 429 || statusCode === 503;
    const until = Date.parse(String(headers['retry-after'] ?? ''));
    return {
      status: statusCode,
      body: await body.text(),
      // Told as a date, less than three hours ahead.
      retryAt: postponed && until > 0 ? Math.min(Math.max(until - Date.now(), 0), 3 * 3_600_000) : null,
    };
  }
}
