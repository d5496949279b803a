import { badRequest } from './errors.ts';

/** What a person sees after pressing a button; an empty text ends the spinner without a toast. */
export interface Toast {
  queryId: string;
  userId: number;
  text: string;
  showAlert: boolean;
  url?: string;
}

interface OpenQuery {
  userId: number;
  pressedAt: number;
}

const KEEP_TOASTS = 500;

/** The presses that wait for answerCallbackQuery, and the toasts given so far. */
export class CallbackQueries {
  readonly #now: () => Date;
  readonly #deadlineMs: number;
  readonly #open = new Map<string, OpenQuery>();
  readonly #toasts = new Map<string, Toast>();
  #lastId = 4_000_000_000_000_000n;

  constructor(now: () => Date, deadlineMs: number) {
    this.#now = now;
    this.#deadlineMs = deadlineMs;
  }

  press(userId: number): string {
    this.#forgetLate();
    this.#lastId += 1n;
    const id = String(this.#lastId);
    this.#open.set(id, { userId, pressedAt: this.#now().getTime() });
    return id;
  }

  /** Takes the bot's answer. Throws 400 when the query is unknown, answered already or too old. */
  answer(id: string, answer: { text: string; showAlert: boolean; url?: string }): void {
    const query = this.#open.get(id);
    const late = query !== undefined && this.#now().getTime() - query.pressedAt > this.#deadlineMs;
    if (query === undefined || late) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    this.#open.delete(id);
    this.#toasts.set(id, { queryId: id, userId: query.userId, ...answer });
    if (this.#toasts.size > KEEP_TOASTS) {
      const oldest = this.#toasts.keys().next();
      if (!oldest.done) this.#toasts.delete(oldest.value);
    }
  }

  toastOf(id: string): Toast | undefined {
    return this.#toasts.get(id);
  }

  toasts(): Toast[] {
    return [...this.#toasts.values()];
  }

  /** Presses come in order of time, so the late ones stand first. */
  #forgetLate(): void {
    const oldest = this.#now().getTime() - this.#deadlineMs;
    for (const [id, { pressedAt }] of this.#open) {
      if (pressedAt >= oldest) return;
      this.#open.delete(id);
    }
  }
}
