/** What goes wrong: an error answer; no answer (`timeout`); the connection cut (`drop`); or a late answer. */
type FailureKind = { code: number; message?: string } | 'timeout' | 'drop' | { delayMs: number };

export interface Failure {
  /** Any method when left out. */
  method?: string;
  /** Any chat when left out. */
  chatId?: number;
  /** How many calls it hits: 1 when left out. */
  times?: number;
  /** The call takes effect all the same, as when only its answer is lost. */
  applied?: boolean;
  error: FailureKind;
}

/** The failures still to come, in the order they were asked for. */
export class Failures {
  #rules: (Failure & { left: number })[] = [];

  inject(failure: Failure): void {
    this.#rules.push({ ...failure, left: failure.times ?? 1 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The failure that hits this call, if any; it is used up by one. */
  take(method: string, chatId: number | undefined): Failure | undefined {
    const rule = this.#rules.find(
      (one) =>
        (one.method === undefined || one.method === method) &&
        (one.chatId === undefined || one.chatId === chatId),
    );
    if (rule === undefined) return undefined;
    rule.left--;
    if (rule.left <= 0) this.#rules = this.#rules.filter((one) => one !== rule);
    return rule;
  }
}
