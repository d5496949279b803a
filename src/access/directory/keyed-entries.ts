import { nothing } from './columns.ts';

/** No entry. */
export const noEntry = nothing;

/**
 * Entries of numbers, found by those of their first columns, the key. An entry stands where its key's hash leads, or
 * next to it, so that who finds it has waited for memory once.
 */
export interface KeyedEntries {
  size(): number;
  /** Where the entry of a key begins among the numbers, good until the next is added or removed; -1 without one. */
  find(key: Int32Array): number;
  /**
   * An entry for a key that has none; where it begins. Its columns behind the value are -1.
   *
   * @param value what stands in the first column behind the key, zero or more
   */
  add(key: Int32Array, value: number): number;
  /** Removes the entry that begins there. */
  remove(entry: number): void;
  /** The numbers of all entries, until one is added. */
  numbers(): Int32Array;
}

/** What stands behind the key where there is no entry. */
const FREE = -1;

/**
 * Creates an empty table.
 *
 * @param keyColumns of how many columns an entry's key is; at least one more follows
 * @param expected how many entries to have room for from the start
 */
export function createKeyedEntries(keyColumns: number, columns: number, expected = 0): KeyedEntries {
  let slots = slotsFor(expected);
  let numbers = new Int32Array(slots * columns).fill(FREE);
  let count = 0;

  // Stryker disable all: any hash leads to the same answers, only slower
  /** The slot where the key that begins at a place is looked for first. */
  const homeOf = (key: Int32Array, at: number): number => {
    let hash = 0;
    for (let column = 0; column < keyColumns; column++) {
      hash = Math.imul(hash ^ (key[at + column] ?? 0), 0x9e3779b1);
    }
    return Math.floor(((hash ^ (hash >>> 15)) >>> 0) * (slots / 2 ** 32));
  };
  // Stryker restore all
  const isFree = (slot: number): boolean => numbers[slot * columns + keyColumns] === FREE;
  const after = (slot: number): number => (slot + 1 === slots ? 0 : slot + 1);
  const hasKey = (entry: number, key: Int32Array): boolean => {
    for (let column = 0; column < keyColumns; column++) {
      if (numbers[entry + column] !== key[column]) return false;
    }
    return true;
  };
  const freeSlotFor = (key: Int32Array, at: number): number => {
    let slot = homeOf(key, at);
    while (!isFree(slot)) slot = after(slot);
    return slot;
  };
  const grow = (): void => {
    const before = numbers;
    slots = slotsFor(count * 2);
    numbers = new Int32Array(slots * columns).fill(FREE);
    for (let entry = 0; entry < before.length; entry += columns) {
      if (before[entry + keyColumns] === FREE) continue;
      const moved = freeSlotFor(before, entry) * columns;
      for (let column = 0; column < columns; column++)
        numbers[moved + column] = before[entry + column] ?? FREE;
    }
  };

  return {
    size: () => count,
    find(key) {
      for (let slot = homeOf(key, 0); !isFree(slot); slot = after(slot)) {
        if (hasKey(slot * columns, key)) return slot * columns;
      }
      return noEntry;
    },
    add(key, value) {
      if (slotsFor(count + 1) > slots) grow();
      count++;
      const entry = freeSlotFor(key, 0) * columns;
      for (let column = 0; column < keyColumns; column++) numbers[entry + column] = key[column] ?? 0;
      numbers[entry + keyColumns] = value;
      return entry;
    },
    remove(entry) {
      count--;
      let hole = entry / columns;
      // Whoever stands further on only because this slot was taken moves up.
      for (let slot = after(hole); !isFree(slot); slot = after(slot)) {
        const home = homeOf(numbers, slot * columns);
        const fromHome = (slot - home + slots) % slots;
        if (fromHome < (slot - hole + slots) % slots) continue;
        numbers.copyWithin(hole * columns, slot * columns, (slot + 1) * columns);
        hole = slot;
      }
      numbers.fill(FREE, hole * columns, (hole + 1) * columns);
    },
    numbers: () => numbers,
  };
}

/** So many that a quarter stays free: most entries are then where they are looked for first, or next to it. */
function slotsFor(entries: number): number {
  return Math.ceil(entries / 3) * 4 + 8;
}
