/** One call of the API as it came. */
export interface ApiCallRecord {
  method: string;
  params: Readonly<Record<string, unknown>>;
  at: Date;
}

/** The last calls, at most `keep` of them. */
export class CallLog {
  readonly #keep: number;
  #records: ApiCallRecord[] = [];

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(record: ApiCallRecord): void {
    this.#records.push(record);
    // Cut in halves, so that a long run pays for the bound once in `keep` calls.
    if (this.#records.length >= this.#keep * 2) this.#records = this.#records.slice(-this.#keep);
  }

  /** The calls kept, oldest first, of one method or of all. */
  list(method?: string): ApiCallRecord[] {
    const kept = this.#records.slice(-this.#keep);
    const wanted = method?.toLowerCase();
    return wanted === undefined ? kept : kept.filter((call) => call.method.toLowerCase() === wanted);
  }

  clear(): void {
    this.#records = [];
  }
}
