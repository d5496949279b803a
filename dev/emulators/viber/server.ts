import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Emulation } from './emulation.ts';
import type { Failure } from './failures.ts';
import type { MethodAnswer } from './methods/method.ts';
import { METHODS } from './methods/table.ts';
import { STATUS, ViberApiError } from './statuses.ts';
import { jsonWithToken } from './tokens.ts';

/** A request is at most 30 KB (developers.viber.com, send_message). */
const MAX_REQUEST = 30 * 1024;

const jsonObject = z.record(z.string(), z.unknown());

/** The HTTP side: `POST /pa/<method>`. */
export function createHttpServer(emulation: Emulation): Server {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      answer(emulation, request, response, Buffer.concat(chunks)).catch(() => response.destroy());
    });
  });
  // Idle bots keep their connection through a pause; Node's 5 s would race with their next call.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(
  emulation: Emulation,
  request: IncomingMessage,
  response: ServerResponse,
  raw: Buffer,
): Promise<void> {
  const method = /^\/pa\/(\w+)$/.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || method === undefined || METHODS[method] === undefined) {
    reply(response, 404, '{"status":404,"status_message":"not found"}');
    return;
  }
  const body = parse(raw);
  const failure = emulation.failures.take(method, body?.['receiver']);
  const late = typeof failure?.error === 'object' && 'failed' in failure.error ? failure.error.failed : null;
  if (failure !== undefined && late === null) {
    const goesOn = await suffer(failure, response);
    if (!goesOn && failure.applied !== true) return;
  }
  const text = await run(emulation, method, request, raw, body, late);
  if (!response.destroyed && !response.writableEnded && failure?.error !== 'timeout')
    reply(response, 200, text);
}

/** Lets a failure happen; true where the answer still comes. */
async function suffer({ error }: Failure, response: ServerResponse): Promise<boolean> {
  if (error === 'timeout') return false;
  if (error === 'drop') {
    response.destroy();
    return false;
  }
  if ('delayMs' in error) {
    await delay(error.delayMs);
    return true;
  }
  if ('http' in error) {
    if (error.retryAfter !== undefined) response.setHeader('retry-after', error.retryAfter);
    reply(response, error.http, error.body ?? 'Service Unavailable');
    return false;
  }
  if ('status' in error) {
    reply(
      response,
      200,
      JSON.stringify({ status: error.status, status_message: error.message ?? 'injected' }),
    );
    return false;
  }
  return true;
}

async function run(
  emulation: Emulation,
  name: string,
  request: IncomingMessage,
  raw: Buffer,
  body: Readonly<Record<string, unknown>> | null,
  late: string | null,
): Promise<string> {
  emulation.calls.add({ method: name, params: body ?? {}, at: emulation.now() });
  try {
    const given = request.headers['x-viber-auth-token'] ?? body?.['auth_token'];
    if (typeof given !== 'string' || !sameToken(given, emulation.bot.token))
      throw new ViberApiError(STATUS.invalidAuthToken, 'invalidAuthToken');
    if (body === null) throw new ViberApiError(STATUS.badData, 'the body is no JSON object');
    if (raw.length > MAX_REQUEST) throw new ViberApiError(STATUS.badData, 'the request is over 30 KB');
    const method = METHODS[name];
    if (method === undefined) throw new ViberApiError(STATUS.badData, 'no such method');
    return success(await method(emulation, body, late));
  } catch (error) {
    if (!(error instanceof ViberApiError)) throw error;
    return JSON.stringify({ status: error.status, status_message: error.message });
  }
}

function success({ fields, token }: MethodAnswer): string {
  const object = { status: STATUS.ok, status_message: 'ok', ...fields };
  return token === undefined ? JSON.stringify(object) : jsonWithToken(token, object);
}

function sameToken(given: string, own: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(own);
  return left.length === right.length && timingSafeEqual(left, right);
}

function parse(raw: Buffer): Record<string, unknown> | null {
  try {
    const parsed = jsonObject.safeParse(JSON.parse(raw.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
