import { createHmac } from 'node:crypto';
import { request } from 'undici';

/** One event on its way to the bot. */
export interface OutgoingEvent {
  readonly token: string;
  readonly userId: string;
  /** The raw body: what is signed and sent, byte for byte. */
  readonly body: string;
}

export interface EventQueueOptions {
  readonly authToken: string;
  readonly now: () => Date;
  /** Milliseconds before the next try after so many failures. How long Viber waits is not published. */
  readonly retryDelayMs: (failures: number) => number;
  /** Tries end after so long; "several times for an hour" (developers.viber.com, FAQ). */
  readonly retryForMs: number;
  /** How long an answer may take. Not published. */
  readonly timeoutMs: number;
  /** Where events go at the moment; null while no webhook is set. */
  readonly url: () => string | null;
  readonly onChange: () => void;
}

/** What the bot answered; status 0 means no answer. */
export interface EventAnswer {
  readonly status: number;
  readonly body: string;
}

/** The signature of a body, as it is in `X-Viber-Content-Signature`. */
function signatureOf(authToken: string, body: string | Buffer): string {
  return createHmac('sha256', authToken).update(body).digest('hex');
}

/**
 * Posts events to the webhook: those of one person one after the other, others side by side. One that fails is
 * tried again beside the others, until it is too old.
 */
export class EventQueue {
  readonly #options: EventQueueOptions;
  readonly #tails = new Map<string, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #kept = new Map<string, OutgoingEvent>();
  readonly #keep: number;
  #pending = 0;
  #closed = false;

  constructor(options: EventQueueOptions, keep: number) {
    this.#options = options;
    this.#keep = keep;
  }

  /** Events that the bot has neither taken nor let grow too old. */
  get pending(): number {
    return this.#pending;
  }

  /** Sends an event; `onTaken` hears the answer of status 200. */
  add(event: OutgoingEvent, onTaken: (answer: EventAnswer) => void = () => undefined): void {
    this.#kept.set(event.token, event);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#keep && oldest !== undefined) this.#kept.delete(oldest);
    this.#pending++;
    const expiresAt = this.#options.now().getTime() + this.#options.retryForMs;
    const before = this.#tails.get(event.userId) ?? Promise.resolve();
    const turn = before.then(() => this.#try(event, 0, expiresAt, onTaken));
    this.#tails.set(event.userId, turn);
    turn.finally(() => {
      if (this.#tails.get(event.userId) === turn) this.#tails.delete(event.userId);
    });
  }

  /** Posts an event again, outside of the order. Throws when it is no longer kept. */
  async repost(token: string): Promise<EventAnswer> {
    const event = this.#kept.get(token);
    if (event === undefined) throw new Error(`event ${token} is not kept`);
    return this.post(event.body);
  }

  /** Posts a body to the webhook, signed. */
  async post(body: string, url = this.#options.url()): Promise<EventAnswer> {
    if (url === null) return { status: 0, body: '' };
    try {
      const response = await request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-viber-content-signature': signatureOf(this.#options.authToken, body),
        },
        body,
        signal: AbortSignal.timeout(this.#options.timeoutMs),
      });
      return { status: response.statusCode, body: await response.body.text() };
    } catch {
      return { status: 0, body: '' };
    }
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #try(
    event: OutgoingEvent,
    failures: number,
    expiresAt: number,
    onTaken: (answer: EventAnswer) => void,
  ): Promise<void> {
    const answer = await this.post(event.body);
    if (this.#closed) return;
    if (answer.status === 200) {
      onTaken(answer);
      this.#settle();
      return;
    }
    const delay = this.#options.retryDelayMs(failures + 1);
    if (this.#options.now().getTime() + delay > expiresAt) {
      this.#settle();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#try(event, failures + 1, expiresAt, onTaken);
    }, delay);
    this.#timers.add(timer);
    this.#options.onChange();
  }

  #settle(): void {
    this.#pending--;
    this.#options.onChange();
  }
}
