/** What a Bot API error answer carries beside its text. Seconds for `retry_after`. */
export interface ErrorParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** An error the API answers with: `{"ok":false,"error_code":…,"description":…}`. */
export class BotApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.name = 'BotApiError';
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400 with the server's prefix. The server lowers the first letter of sentences, not of CODES. */
export function badRequest(text: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${text}`);
}

export function forbidden(text: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${text}`);
}

export function conflict(text: string): BotApiError {
  return new BotApiError(409, `Conflict: ${text}`);
}

/** 429 as the server words it; the answer also gets the header Retry-After. */
export function tooManyRequests(seconds: number): BotApiError {
  return new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
