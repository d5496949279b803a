import { setMaxListeners } from 'node:events';
import { type Dispatcher, type FormData, Pool } from 'undici';

/**
 * Connections to the API root; calls beyond them wait their turn. Opened as needed, and so many that the chats whose
 * calls hang leave room for the others.
 */
const CONNECTIONS = 512;
const CONNECT_TIMEOUT_MS = 10_000;
/** A full getUpdates answer is 100 updates; nothing honest comes near this. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** What came back, unread. */
export interface Answer {
  readonly status: number;
  /** The `Retry-After` header. */
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * Posts JSON, or a form with a file, to one Bot API method. Rejects on a refused, broken or too slow connection and when the signal
 * aborts; the error names neither the URL nor the token.
 *
 * @param timeoutMs for the head of the answer, and again for the whole of its body
 */
export type Transport = (
  method: string,
  content: string | FormData,
  timeoutMs: number,
  signal?: AbortSignal,
) => Promise<Answer>;

/**
 * A keep-alive connection pool to `<apiRoot>/bot<token>/`. undici's pool because it was the cheapest of what
 * was measured: 24 µs of CPU a call against 31 by a node:http agent, 100 by grammY's own node-fetch and 250 by
 * global fetch (Node 20).
 */
export function createTransport(apiRoot: string, token: string): Transport {
  const root = new URL(apiRoot);
  const pool = new Pool(root.origin, {
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const prefix = `${root.pathname.replace(/\/+$/, '')}/bot${token}/`;
  const cutOffs = new WeakMap<AbortSignal, CutOff>();
  const cutOffOf = (signal: AbortSignal): CutOff => {
    let cutOff = cutOffs.get(signal);
    if (!cutOff) {
      cutOff = createCutOff(signal);
      cutOffs.set(signal, cutOff);
    }
    return cutOff;
  };
  return async (method, content, timeoutMs, signal) => {
    const path = prefix + method;
    if (typeof content === 'string')
      return postJson(pool, path, content, timeoutMs, signal ? cutOffOf(signal) : null);
    // One signal stops all deliveries of a process, so many uploads listen to it at once.
    if (signal) setMaxListeners(0, signal);
    const { statusCode, headers, body } = await pool.request({
      path,
      method: 'POST',
      body: content,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: signal ?? null,
    });
    // A body that trickles never trips bodyTimeout, which starts anew with every byte.
    const timer = setTimeout(() => body.destroy(new Error(TOO_LONG)), timeoutMs);
    try {
      return {
        status: statusCode,
        retryAfter: single(headers['retry-after']),
        body: await body.text(),
      };
    } finally {
      clearTimeout(timer);
    }
  };
}

const TOO_LONG = 'the answer took too long';

/** Ends many calls at once: listening to the signal costs more than noting down a call, so only this listens. */
interface CutOff {
  readonly signal: AbortSignal;
  readonly underWay: Set<Dispatcher.DispatchController>;
}

function createCutOff(signal: AbortSignal): CutOff {
  const underWay = new Set<Dispatcher.DispatchController>();
  signal.addEventListener(
    'abort',
    () => {
      for (const call of underWay) call.abort(reasonOf(signal));
    },
    { once: true },
  );
  return { signal, underWay };
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('the call was cut off');
}

/** By undici's dispatcher itself: its `request` makes a stream of each answer, which these short ones do not need. */
function postJson(
  pool: Pool,
  path: string,
  body: string,
  timeoutMs: number,
  cutOff: CutOff | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (cutOff?.signal.aborted) {
      reject(reasonOf(cutOff.signal));
      return;
    }
    const chunks: Buffer[] = [];
    let status = 0;
    let retryAfter: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const over = (controller: Dispatcher.DispatchController): void => {
      clearTimeout(timer);
      cutOff?.underWay.delete(controller);
    };
    pool.dispatch(
      {
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      },
      {
        onRequestStart(controller) {
          if (cutOff?.signal.aborted) controller.abort(reasonOf(cutOff.signal));
          else cutOff?.underWay.add(controller);
        },
        onResponseStart(controller, statusCode, headers) {
          status = statusCode;
          retryAfter = single(headers['retry-after']);
          // A body that trickles never trips bodyTimeout, which starts anew with every byte.
          timer ??= setTimeout(() => controller.abort(new Error(TOO_LONG)), timeoutMs);
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd(controller) {
          over(controller);
          const [only] = chunks;
          const whole = chunks.length === 1 && only ? only : Buffer.concat(chunks);
          resolve({ status, retryAfter, body: whole.toString() });
        },
        onResponseError(controller, error) {
          over(controller);
          reject(error);
        },
      },
    );
  });
}

function single(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
