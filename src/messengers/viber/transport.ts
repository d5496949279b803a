import { Pool } from 'undici';

/**
 * Connections to the API root; calls beyond them wait their turn. Opened as needed, and so many that the chats whose
 * calls hang leave room for the others.
 */
const CONNECTIONS = 512;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** What came back, unread. */
export interface Answer {
  readonly status: number;
  /** The `Retry-After` header. */
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * Posts JSON to one method of the REST API. Rejects on a refused, broken or too slow connection and when the signal
 * aborts; the error names no secret.
 */
export type Transport = (method: string, json: string, signal: AbortSignal) => Promise<Answer>;

/**
 * A keep-alive connection pool to `apiRoot`, which ends in `/pa`; the token goes in a header, never in a body.
 *
 * @param timeoutMs for the head of an answer, and again for the whole of its body
 */
export function createTransport(apiRoot: string, authToken: string, timeoutMs: number): Transport {
  const root = new URL(apiRoot);
  const pool = new Pool(root.origin, {
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const prefix = `${root.pathname.replace(/\/+$/, '')}/`;
  return async (method, json, signal) => {
    const { statusCode, headers, body } = await pool.request({
      path: prefix + method,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-viber-auth-token': authToken },
      body: json,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal,
    });
    // A body that trickles never trips bodyTimeout, which starts anew with every byte.
    const timer = setTimeout(() => body.destroy(new Error('the answer took too long')), timeoutMs);
    try {
      const retryAfter = headers['retry-after'];
      return {
        status: statusCode,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : null,
        body: await body.text(),
      };
    } finally {
      clearTimeout(timer);
    }
  };
}
