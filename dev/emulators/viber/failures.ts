/**
 * What goes wrong: an error status; an HTTP status; no answer at all (`timeout`); the connection cut (`drop`); an
 * answer that comes late; or a `failed` event after a status of 0.
 */
type FailureKind =
  | { readonly status: number; readonly message?: string }
  | { readonly http: number; readonly retryAfter?: number; readonly body?: string }
  | { readonly delayMs: number }
  | { readonly failed: string }
  | 'timeout'
  | 'drop';

export interface Failure {
  /** `send_message` and so on; any when left out. */
  readonly method?: string;
  /** Any receiver when left out. */
  readonly receiver?: string;
  /** How many calls it hits: 1 when left out. */
  readonly times?: number;
  /** The call takes effect all the same, as when only its answer is lost. */
  readonly applied?: boolean;
  readonly error: FailureKind;
}

/** The failures still to come, in the order they were asked for. */
export class Failures {
  #rules: { readonly failure: Failure; left: number }[] = [];

  inject(failure: Failure): void {
    this.#rules.push({ failure, left: failure.times ?? 1 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The failure that hits this call, if any; it is used up by one. */
  take(method: string, receiver: unknown): Failure | undefined {
    const rule = this.#rules.find(
      ({ failure }) =>
        (failure.method === undefined || failure.method === method) &&
        (failure.receiver === undefined || failure.receiver === receiver),
    );
    if (rule === undefined) return undefined;
    rule.left--;
    if (rule.left <= 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule.failure;
  }
}
