/** Keys read by one statement at most: beyond it a statement's parameters cost more than its round trip. */
const MAX_AT_ONCE = 1_000;

interface Waiting<K, V> {
  readonly key: K;
  readonly resolve: (value: V) => void;
  readonly reject: (error: unknown) => void;
}

/** Classes of SQLSTATE that blame the parameters: data exceptions, constraints, limits of the program. */
const OVER_DATA = /^(22|23|54)...$/;

function isOverData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OVER_DATA.test(String(error.code));
}

/**
 * Reads one by one what is asked for, many at a time: what is asked while a read is under way goes together
 * into the next one. However many ask, one connection is in use. When the database refuses the parameters, each key
 * is read by itself, so that no update fails because of another's.
 *
 * @param load yields one value for each key, in their order
 */
export function createBatch<K, V>(
  load: (keys: readonly K[]) => Promise<readonly V[]>,
): (key: K) => Promise<V> {
  let waiting: Waiting<K, V>[] = [];
  let reading = false;

  const settle = async (batch: readonly Waiting<K, V>[]): Promise<void> => {
    try {
      const values = await load(batch.map(({ key }) => key));
      batch.forEach(({ resolve, reject }, place) => {
        const value = values[place];
        if (value === undefined) reject(new Error('a read yielded fewer values than keys'));
        else resolve(value);
      });
    } catch (error) {
      if (batch.length > 1 && isOverData(error)) for (const one of batch) await settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  };

  const readAll = async (): Promise<void> => {
    reading = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_AT_ONCE);
      waiting = waiting.slice(MAX_AT_ONCE);
      await settle(batch);
    }
    reading = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      // After this round of the event loop, so that whatever has arrived by now goes into one read.
      if (!reading) setImmediate(() => void (reading || readAll()));
    });
}
