import { nothing, withRoomFor } from './columns.ts';

/** No row. */
export const noRow = nothing;

/** Rows of numbers, found by those of their first columns. A row keeps its number until it is removed. */
export interface KeyedRows {
  size(): number;
  /** The row whose first columns are this key, all of them compared. */
  find(key: Int32Array): number;
  /** Whether a row is that of a key. */
  hasKey(row: number, key: Int32Array): boolean;
  /** A row for a key that has none, its other columns zero. */
  add(key: Int32Array): number;
  remove(row: number): void;
  at(row: number, column: number): number;
  set(row: number, column: number, value: number): void;
}

/** What stands in a slot that names no row. */
const EMPTY = -1;

/**
 * Creates an empty table.
 *
 * @param keyColumns of how many columns, the first, a row's key is
 * @param expected how many rows to have room for from the start
 */
export function createKeyedRows(keyColumns: number, columns: number, expected = 0): KeyedRows {
  let rows = new Int32Array(expected * columns).fill(nothing);
  let used = 0;
  const free: number[] = [];

  /**
   * A row is named by the slot where its key's hash leads, or by the next that was free. The bits of a slot that no
   * row's number needs repeat the hash, so that most other keys are told apart without a look at their rows.
   */
  let slots = new Int32Array(slotsFor(expected)).fill(EMPTY);
  let last = slots.length - 1;

  // Stryker disable all: any hash leads to the same answers, only slower
  const hashOf = (key: Int32Array): number => {
    let hash = 0;
    for (let column = 0; column < keyColumns; column++) {
      hash = Math.imul(hash ^ (key[column] ?? 0), 0x9e3779b1);
    }
    return hash ^ (hash >>> 15);
  };
  // Stryker restore all
  const keyOf = (row: number): Int32Array => rows.subarray(row * columns, row * columns + keyColumns);
  const hasKey = (row: number, key: Int32Array): boolean => {
    const start = row * columns;
    for (let column = 0; column < keyColumns; column++) {
      if (rows[start + column] !== key[column]) return false;
    }
    return true;
  };
  const inSlot = (slot: number): number => slots[slot] ?? EMPTY;
  const enter = (hash: number, row: number): void => {
    let slot = hash & last;
    while (inSlot(slot) !== EMPTY) slot = (slot + 1) & last;
    slots[slot] = (hash & ~last) | row;
  };
  const doubleSlots = (): void => {
    const named = slots.filter((inSlot) => inSlot !== EMPTY).map((inSlot) => inSlot & last);
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    last = slots.length - 1;
    for (const row of named) enter(hashOf(keyOf(row)), row);
  };
  /** Empties a slot; whoever stands further on only because it was taken moves up. */
  const vacate = (slot: number): void => {
    let hole = slot;
    for (let next = (slot + 1) & last; inSlot(next) !== EMPTY; next = (next + 1) & last) {
      const fromHome = (next - hashOf(keyOf(inSlot(next) & last))) & last;
      if (fromHome < ((next - hole) & last)) continue;
      slots[hole] = inSlot(next);
      hole = next;
    }
    slots[hole] = EMPTY;
  };

  return {
    size: () => used - free.length,
    find(key) {
      const hash = hashOf(key);
      for (let slot = hash & last; ; slot = (slot + 1) & last) {
        const found = inSlot(slot);
        if (found === EMPTY) return noRow;
        const row = found & last;
        if ((found ^ row) === (hash & ~last) && hasKey(row, key)) return row;
      }
    },
    hasKey,
    add(key) {
      const row = free.pop() ?? used++;
      rows = withRoomFor(row, columns, rows);
      for (let column = 0; column < columns; column++) {
        rows[row * columns + column] = key[column] ?? 0;
      }
      if (used * 5 > slots.length * 4) doubleSlots();
      enter(hashOf(key), row);
      return row;
    },
    remove(row) {
      let slot = hashOf(keyOf(row)) & last;
      while ((inSlot(slot) & last) !== row) slot = (slot + 1) & last;
      vacate(slot);
      rows.fill(nothing, row * columns, (row + 1) * columns);
      free.push(row);
    },
    at: (row, column) => rows[row * columns + column] ?? nothing,
    set(row, column, value) {
      rows[row * columns + column] = value;
    },
  };
}

/** A power of two, such that no more than four fifths of the slots name a row. */
function slotsFor(rows: number): number {
  return 2 ** Math.max(3, 32 - Math.clz32(Math.ceil(rows * 1.25)));
}
