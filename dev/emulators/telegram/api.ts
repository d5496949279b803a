import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulation } from './emulation.ts';
import { BotApiError } from './errors.ts';
import { failureError } from './failures.ts';
import type { Call, Outcome } from './methods/outcome.ts';
import { methodTable } from './methods/table.ts';
import { type Params, readParams } from './params.ts';

/** What the HTTP side is to do with a call: answer it, leave it hanging, or cut the connection. */
export type Reaction =
  | { kind: 'answer'; status: number; body: string; retryAfter?: number }
  | { kind: 'silence' }
  | { kind: 'cut' };

export interface ApiRequest {
  /** `<token>/<method>`, without the leading `/bot`. */
  path: string;
  query: string;
  contentType: string;
  body: Buffer;
  onHangUp: Call['onHangUp'];
}

/** Answers one call of the Bot API, with the failures asked for. Never throws. */
export async function answerApi(emulation: Emulation, request: ApiRequest): Promise<Reaction> {
  const slash = request.path.indexOf('/');
  const token = slash < 0 ? request.path : request.path.slice(0, slash);
  if (slash < 0 || !/^\d+:[\w-]+$/.test(token)) return errorAnswer(new BotApiError(404, 'Not Found'));
  if (token !== emulation.token) return errorAnswer(new BotApiError(401, 'Unauthorized'));
  const method = request.path.slice(slash + 1);
  try {
    const params = readParams(request.query, request.contentType, request.body);
    return await react(emulation, method, { params, onHangUp: request.onHangUp });
  } catch (error) {
    return errorAnswer(error);
  }
}

async function react(emulation: Emulation, method: string, call: Call): Promise<Reaction> {
  const failure = emulation.failures.take(method.toLowerCase(), call.params);
  if (failure === undefined) return okAnswer(await execute(emulation, method, call));
  const { error } = failure;
  if (typeof error === 'object' && 'delayMs' in error) {
    await sleep(error.delayMs);
    return okAnswer(await execute(emulation, method, call));
  }
  if (failure.applied) await execute(emulation, method, call);
  else record(emulation, method, call.params);
  if (error === 'timeout') return { kind: 'silence' };
  if (error === 'drop') return { kind: 'cut' };
  return errorAnswer(failureError(error));
}

/** Runs one call, as over HTTP or written into a webhook answer. Throws BotApiError. */
export async function execute(emulation: Emulation, name: string, call: Call): Promise<Outcome> {
  const method = methodTable.get(name.toLowerCase());
  if (method === undefined) throw new BotApiError(404, 'Not Found: method not found');
  record(emulation, name, call.params);
  const outcome = await method(emulation, call);
  emulation.changes.happened();
  return outcome;
}

function record(emulation: Emulation, method: string, params: Params): void {
  emulation.calls.add({ method, params: params.raw, at: emulation.now() });
  emulation.changes.happened();
}

function okAnswer(outcome: Outcome): Reaction {
  return { kind: 'answer', status: 200, body: JSON.stringify({ ok: true, ...outcome }) };
}

function errorAnswer(error: unknown): Reaction {
  const known = error instanceof BotApiError ? error : new BotApiError(500, 'Internal Server Error');
  const { code, message, parameters } = known;
  const body = JSON.stringify({
    ok: false,
    error_code: code,
    description: message,
    ...(parameters !== undefined && Object.keys(parameters).length > 0 && { parameters }),
  });
  const retryAfter = parameters?.retry_after;
  return { kind: 'answer', status: code, body, ...(retryAfter !== undefined && { retryAfter }) };
}
