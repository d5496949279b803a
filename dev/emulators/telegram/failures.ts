import { BotApiError, tooManyRequests } from './errors.ts';
import type { Params } from './params.ts';

/**
 * What goes wrong: an error answer; no answer at all (`timeout`); the connection cut (`drop`); or
 * an answer that comes late.
 */
export type FailureKind =
  | { code: number; description?: string; retryAfter?: number; migrateToChatId?: number }
  | 'timeout'
  | 'drop'
  | { delayMs: number };

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

  /** The failure that hits this call, if any; it is used up by one. `method` in lower case. */
  take(method: string, params: Params): Failure | undefined {
    if (this.#rules.length === 0) return undefined;
    const chatId = params.integer('chat_id');
    const rule = this.#rules.find(
      (candidate) =>
        (candidate.method === undefined || candidate.method.toLowerCase() === method) &&
        (candidate.chatId === undefined || candidate.chatId === chatId),
    );
    if (rule === undefined) return undefined;
    rule.left--;
    if (rule.left <= 0) this.#rules = this.#rules.filter((candidate) => candidate !== rule);
    return rule;
  }
}

const PREFIX: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

/** The error answer a failure of the first kind means. */
export function failureError(kind: Exclude<FailureKind, string | { delayMs: number }>): BotApiError {
  if (kind.code === 429 && kind.description === undefined) return tooManyRequests(kind.retryAfter ?? 1);
  return new BotApiError(kind.code, kind.description ?? PREFIX[kind.code] ?? 'Error', {
    ...(kind.retryAfter !== undefined && { retry_after: kind.retryAfter }),
    ...(kind.migrateToChatId !== undefined && { migrate_to_chat_id: kind.migrateToChatId }),
  });
}
