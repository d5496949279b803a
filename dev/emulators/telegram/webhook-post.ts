import { Pool } from 'undici';
import { z } from 'zod';
import type { Update } from './types.ts';

export interface WebhookTarget {
  url: string;
  secretToken: string | undefined;
  maxConnections: number;
  /** How long an answer may take: 60 s on the real server (WebhookActor.cpp). */
  timeoutMs: number;
}

export interface WebhookAnswer {
  status: number;
  retryAfter: number | undefined;
  /** The call the bot wrote into its answer, if any. */
  call: { method: string; params: Record<string, unknown> } | undefined;
}

const Reply = z.looseObject({ method: z.string() });

/** Posts updates to one webhook over kept-alive connections, at most `maxConnections` at once. */
export class WebhookClient {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #headers: Record<string, string>;

  constructor(target: WebhookTarget) {
    const url = new URL(target.url);
    this.#path = url.pathname + url.search;
    this.#headers = { 'content-type': 'application/json' };
    if (target.secretToken !== undefined) {
      this.#headers['x-telegram-bot-api-secret-token'] = target.secretToken;
    }
    this.#pool = new Pool(url.origin, {
      connections: target.maxConnections,
      headersTimeout: target.timeoutMs,
      bodyTimeout: target.timeoutMs,
    });
  }

  /** Posts one update. Rejects when no answer came. */
  async post(update: Update): Promise<WebhookAnswer> {
    const response = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: this.#headers,
      body: JSON.stringify(update),
    });
    const status = response.statusCode;
    const text = await response.body.text();
    const after = Number(response.headers['retry-after']);
    const retryAfter = Number.isFinite(after) ? Math.min(Math.max(after, 0), 3600) : undefined;
    return { status, retryAfter, call: isSuccess(status) ? readCall(text) : undefined };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function readCall(text: string): WebhookAnswer['call'] {
  if (!text.includes('"method"')) return undefined;
  try {
    const { method, ...params } = Reply.parse(JSON.parse(text));
    return { method, params };
  } catch {
    return undefined;
  }
}
