import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { API, APIRequest } from 'vk-io';
import { z } from 'zod';
import { createPace } from './pace.ts';

const TIMEOUT_MS = 15_000;
/** Opened as needed: 20 calls a second that hang for 15 s each leave room for others. */
const CONNECTIONS = 512;

/** VK answered, but with an error (`error_code` of its list). The message holds neither token nor texts. */
export class VkRefusal extends Error {
  override readonly name = 'VkRefusal';
  readonly code: number;

  constructor(method: string, code: number, description: string) {
    super(`${method}: ${code} ${description.slice(0, 200)}`);
    this.code = code;
  }
}

/**
 * Calls a method of the VK API and resolves with what it answers, unread.
 *
 * @throws {VkRefusal} when VK answers with an error; any other error means that no answer came
 */
export type CallVk = (method: string, params: Readonly<Record<string, VkParam>>) => Promise<unknown>;

export type VkParam = string | number | boolean;

const answerSchema = z.union([
  z.object({ error: z.object({ error_code: z.int(), error_msg: z.string().catch('') }) }),
  z.object({ response: z.unknown() }),
]);

/** A request whose answer is read before anybody acts on it. */
class SingleRequest extends APIRequest {
  async response(): Promise<unknown> {
    const answer = answerSchema.safeParse(await this.make());
    if (!answer.success) throw new Error(`${this.method}: an answer that is not of the VK API`);
    if ('error' in answer.data) {
      const { error_code: code, error_msg: description } = answer.data.error;
      throw new VkRefusal(this.method, code, description);
    }
    return answer.data.response;
  }
}

export interface ApiOptions {
  readonly token: string;
  /** http(s)://host/method, without a trailing slash. */
  readonly apiRoot: string;
  /** Calls that leave in a second at most; VK takes 20 of a community. */
  readonly callsPerSecond: number;
}

interface Client {
  readonly call: CallVk;
  /** For the library's own helpers, which repeat calls as the library does. */
  readonly api: API;
}

/** What can wait its turn: messages. Everything else someone is waiting for. */
const PATIENT: ReadonlySet<string> = new Set(['messages.send', 'messages.edit']);

/**
 * vk-io's requests at our own pace; what fails is for the caller to judge. The library's queue would repeat some
 * refusals without end, and lets nothing pass the messages that wait in it.
 */
export function createApi({ token, apiRoot, callsPerSecond }: ApiOptions): Client {
  const keepAlive = { keepAlive: true, maxSockets: CONNECTIONS };
  const agent = apiRoot.startsWith('https:') ? new HttpsAgent(keepAlive) : new HttpAgent(keepAlive);
  const api = new API({
    token,
    apiBaseUrl: apiRoot,
    // The type knows https only, the code takes any agent; with the wrong one plain http is refused.
    agent: agent as HttpsAgent,
    apiLimit: callsPerSecond,
    apiRetryLimit: 0,
    apiTimeout: TIMEOUT_MS,
  });
  const pace = createPace(callsPerSecond, () => performance.now());
  return {
    async call(method, params) {
      await pace.turn(!PATIENT.has(method));
      return new SingleRequest({ api, method, params }).response();
    },
    api,
  };
}
