import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** A request that is not answered, and why; the message is for a person who wrote the client. */
export class AccessError extends Error {
  readonly statusCode: 400 | 401 | 403;
  /** Where the request is malformed, as in `evaluations[2].subject.id`. */
  readonly field: string | undefined;

  constructor(statusCode: 400 | 401 | 403, message: string, field?: string) {
    super(field === undefined ? message : `${field}: ${message}`);
    this.statusCode = statusCode;
    this.field = field;
  }
}

/** A key that has used up its requests. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number) {
    super('This key has used up its requests for now.');
    this.retryAfterSeconds = Math.ceil(retryAfterMs / 1_000);
  }
}

const words: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  413: 'too_large',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** A database that was restarted is back within this. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Turns errors into answers; those that are nobody's input go to `failed`. While the database is away the answer is
 * 503 with `Retry-After`.
 */
export function answerErrors(failed: (error: unknown) => void, isUnavailable: (error: unknown) => boolean) {
  return (
    error: FastifyError | AccessError | TooManyRequests,
    _request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    const { status, field, message } = described(error, isUnavailable);
    if (status >= 500) failed(error);
    if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
    if (error instanceof TooManyRequests) reply.header('retry-after', error.retryAfterSeconds);
    if (status === 401) reply.header('www-authenticate', 'Bearer realm="castellan"');
    reply
      .code(status)
      .send({ error: words[status] ?? 'internal', message, ...(field === undefined ? {} : { field }) });
  };
}

function described(
  error: FastifyError | AccessError | TooManyRequests,
  isUnavailable: (error: unknown) => boolean,
): {
  status: number;
  field?: string | undefined;
  message: string;
} {
  if (error instanceof AccessError)
    return { status: error.statusCode, field: error.field, message: error.message };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const field = fieldAt(first?.instancePath ?? '/');
    return { status: 400, field, message: `${field}: ${first?.message ?? 'malformed'}` };
  }
  const status = error.statusCode ?? (isUnavailable(error) ? 503 : 500);
  // The specification knows no other code for a body that is no JSON.
  if (status === 415)
    return { status: 400, field: 'content-type', message: 'content-type: application/json' };
  if (status === 400) return { status, field: 'body', message: `body: ${error.message}` };
  return { status, message: status >= 500 ? 'The request could not be answered.' : error.message };
}

/** `/evaluations/2/subject/id` as a programmer writes it; the body itself where the path is empty. */
function fieldAt(instancePath: string): string {
  const steps = instancePath.split('/').filter((step) => step !== '');
  if (steps.length === 0) return 'body';
  return steps
    .map((step, place) => (/^\d+$/.test(step) ? `[${step}]` : place === 0 ? step : `.${step}`))
    .join('');
}
