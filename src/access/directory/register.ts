/** Numbers for things that many rows mention, each number free again when nothing mentions it any longer. */
export interface Register<K> {
  /** The number of a key that is mentioned. */
  numberOf(key: K): number | undefined;
  /** The number of a key, one more mention of it. */
  take(key: K): number;
  /** One mention less, where the number is in use. */
  release(number: number): void;
  /** By number; undefined where the number is free. */
  readonly keys: readonly (K | undefined)[];
}

/** Creates an empty register. */
export function createRegister<K>(): Register<K> {
  const numbers = new Map<K, number>();
  const keys: (K | undefined)[] = [];
  const mentions: number[] = [];
  const free: number[] = [];
  return {
    keys,
    numberOf: (key) => numbers.get(key),
    take(key) {
      const known = numbers.get(key);
      const number = known ?? free.pop() ?? keys.length;
      if (known === undefined) {
        numbers.set(key, number);
        keys[number] = key;
      }
      mentions[number] = (mentions[number] ?? 0) + 1;
      return number;
    },
    release(number) {
      const key = keys[number];
      if (key === undefined) return;
      const left = (mentions[number] ?? 0) - 1;
      mentions[number] = left;
      if (left > 0) return;
      numbers.delete(key);
      keys[number] = undefined;
      free.push(number);
    },
  };
}
