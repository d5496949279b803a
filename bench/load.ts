import { Pool } from 'undici';
import type { Contestant } from './contestant.ts';
import type { FakeBotApi } from './fake-bot-api.ts';

/** One update to post, and where its answers go. */
export interface Errand {
  readonly body: string;
  /** What the calls that answer it are about: chats, and the press behind a `#`. */
  readonly abouts: readonly string[];
}

export interface LoadResult {
  /** Updates a second, each from its POST until it is acknowledged and its last answer has arrived. */
  readonly rate: number;
  /** Milliseconds from the POST to the last answer, of each update. */
  readonly latencies: readonly number[];
}

interface LoadOptions {
  readonly contestant: Contestant;
  readonly api: FakeBotApi;
  readonly secret: string;
  readonly errands: readonly Errand[];
  /** Calls that answer one update. */
  readonly calls: number;
  /** Updates under way at once; each has a connection of its own. */
  readonly atOnce: number;
}

interface UnderWay {
  left: number;
  readonly answered: (at: number) => void;
}

/** An update that is not answered in full by then has failed. */
export const MAX_ANSWER_MS = 20_000;

/**
 * Posts every errand, `atOnce` under way at any time. Slot `s` takes errands `s`, `s + atOnce`, …, so that two
 * errands whose places differ modulo `atOnce` never run side by side in one chat.
 * Throws when an update is not acknowledged with 200 or not answered in time.
 */
export async function run(options: LoadOptions): Promise<LoadResult> {
  const { contestant, api, errands, atOnce } = options;
  const { origin, pathname } = new URL(contestant.webhook);
  const connections = new Pool(origin, { connections: atOnce });
  const underWay = new Map<string, UnderWay>();
  api.onCall = ({ about }) => {
    const one = underWay.get(about);
    if (one && --one.left === 0) one.answered(performance.now());
  };

  const post = async (errand: Errand): Promise<void> => {
    const { statusCode, body } = await connections.request({
      path: pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': options.secret },
      body: errand.body,
    });
    await body.dump();
    if (statusCode !== 200) throw new Error(`${contestant.name} answered ${statusCode}`);
  };
  const latencies: number[] = [];
  const perform = async (errand: Errand): Promise<void> => {
    const started = performance.now();
    const answered = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(
          new Error(`${contestant.name} left ${one.left} of ${options.calls} calls out: ${errand.body}`),
        );
      }, MAX_ANSWER_MS);
      const one: UnderWay = {
        left: options.calls,
        answered(at) {
          clearTimeout(late);
          resolve(at);
        },
      };
      for (const about of errand.abouts) underWay.set(about, one);
    });
    const [last] = await Promise.all([answered, post(errand)]);
    latencies.push(last - started);
  };

  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async (_, slot) => {
      for (let place = slot; place < errands.length; place += atOnce) {
        const errand = errands[place];
        if (errand) await perform(errand);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  api.onCall = () => undefined;
  await connections.close();
  return { rate: errands.length / seconds, latencies };
}
