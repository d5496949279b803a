interface FreshMapOptions {
  /** Milliseconds by any clock that only goes forward. */
  readonly now: () => number;
  readonly freshMs: number;
  /** Entries kept; beyond them the oldest go. */
  readonly most: number;
}

interface FreshMap<Key, Value> {
  /** The value kept for the key, else a new one. One that turns out to be a failure is not kept. */
  getOr(key: Key, make: () => Value): Value;
}

/** Remembers promises for a time, so that what is wanted again soon is not asked again. */
export function createFreshMap<Key, Value extends Promise<unknown>>(
  options: FreshMapOptions,
): FreshMap<Key, Value> {
  const kept = new Map<Key, { readonly value: Value; readonly until: number }>();
  return {
    getOr(key, make) {
      const found = kept.get(key);
      if (found && found.until > options.now()) return found.value;
      const value = make();
      const entry = { value, until: options.now() + options.freshMs };
      // Deleted first, so that the order of entries is that of their age.
      kept.delete(key);
      kept.set(key, entry);
      value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      for (const oldest of kept.keys()) {
        if (kept.size <= options.most) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}
