import type { EventStream, VkEvent } from './events.ts';

/** What one question to the long-poll server is answered with. */
type Answer =
  | { readonly ts: string; readonly updates: readonly VkEvent[] }
  | { readonly failed: 1; readonly ts: number }
  | { readonly failed: 2 | 3 };

const MAX_SECONDS = 90;
const MAX_EVENTS = 100;

/** The Bots Long Poll server: `ts` counts the events. */
export class LongPoll {
  readonly #stream: EventStream;
  readonly #waiting = new Set<() => void>();
  #key = 1;
  #lost = false;

  constructor(stream: EventStream) {
    this.#stream = stream;
  }

  get key(): string {
    return `key-${this.#key}`;
  }

  get ts(): string {
    return String(this.#stream.newest);
  }

  /** The key runs out: the next question is answered with `failed: 2`. */
  expireKey(): void {
    this.#key++;
    this.wake();
  }

  /** The server forgets all: the next question is answered with `failed: 3`. */
  loseHistory(): void {
    this.#lost = true;
    this.wake();
  }

  wake(): void {
    for (const waiting of [...this.#waiting]) waiting();
  }

  async answer(query: URLSearchParams, onHangUp: (abandon: () => void) => void): Promise<Answer> {
    const ts = Number(query.get('ts'));
    const seconds = Math.min(Math.max(Number(query.get('wait')) || 0, 0), MAX_SECONDS);
    const refused = this.#refusal(query.get('key'), ts);
    if (refused) return refused;
    // A person who asks on from here has read what came before.
    this.#stream.settleUpTo(ts);
    if (this.#stream.newest <= ts) await this.#wait(seconds * 1000, onHangUp);
    const lateRefusal = this.#refusal(query.get('key'), ts);
    if (lateRefusal) return lateRefusal;
    const found = this.#stream.after(ts, MAX_EVENTS);
    return { ts: String(found.at(-1)?.place ?? ts), updates: found.map(({ event }) => event) };
  }

  #refusal(key: string | null, ts: number): Answer | null {
    if (this.#lost) {
      this.#lost = false;
      return { failed: 3 };
    }
    if (key !== this.key) return { failed: 2 };
    const known = Number.isSafeInteger(ts) && ts <= this.#stream.newest && ts >= this.#stream.oldest - 1;
    return known ? null : { failed: 1, ts: this.#stream.newest };
  }

  #wait(milliseconds: number, onHangUp: (abandon: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
      onHangUp(done);
    });
  }
}
