import { describe, expect, test } from 'vitest';
import {
  byKind,
  type ChangeSpec,
  type ChangeSpecs,
  defineChange,
} from '../../../src/store/commit/define-change.ts';
import { guard } from '../../../src/store/commit/parts.ts';
import { sql } from '../../../src/store/sql.ts';

/** Changes of a feature that does not exist. */
type BellChange =
  | { readonly kind: 'bell.hung'; readonly bellId: string; readonly weight: number }
  | { readonly kind: 'bell.rung' | 'bell.muffled'; readonly bellId: string };

const define = defineChange<BellChange>();

/** A whole spec, which each case below takes one field of. */
const whole = {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change: { readonly bellId: string }) => [
    guard('bell', sql`delete from bells using acts act where id = ${change.bellId}::uuid returning 1`, 1),
  ],
} as const;

describe('the compiler asks for everything that a kind of change needs', () => {
  test('a spec without any one of its fields', () => {
    const { audit: _audit, ...noAudit } = whole;
    const { affects: _affects, ...noAffects } = whole;
    const { locks: _locks, ...noLocks } = whole;
    const { writeSet: _writeSet, ...noWriteSet } = whole;
    const { personRows: _personRows, ...noPersonRows } = whole;
    const { write: _write, ...noWrite } = whole;
    // @ts-expect-error: audit is missing
    define('bell.hung', noAudit);
    // @ts-expect-error: affects is missing
    define('bell.hung', noAffects);
    // @ts-expect-error: locks is missing
    define('bell.hung', noLocks);
    // @ts-expect-error: writeSet is missing
    define('bell.hung', noWriteSet);
    // @ts-expect-error: personRows is missing
    define('bell.hung', noPersonRows);
    // @ts-expect-error: write is missing
    define('bell.hung', noWrite);
    expect(define('bell.hung', whole).kind).toBe('bell.hung');
  });

  test('a kind that is not in the union, and a field that the kind does not have', () => {
    // @ts-expect-error: there is no such kind
    define('bell.cast', whole);
    // @ts-expect-error: only bell.hung has a weight
    define('bell.rung', { ...whole, writeSet: (change) => [String(change.weight)] });
    expect(define('bell.hung', { ...whole, writeSet: (change) => [String(change.weight)] })).toBeDefined();
  });

  test('a kind without a spec', () => {
    const hung = define('bell.hung', whole);
    const rung = define('bell.rung', whole);
    const muffled = define('bell.muffled', whole);
    // @ts-expect-error: bell.muffled has no spec
    const incomplete: ChangeSpecs<BellChange> = byKind(hung, rung);
    const complete: ChangeSpecs<BellChange> = byKind(hung, rung, muffled);
    expect(Object.keys(complete)).toEqual([...Object.keys(incomplete), 'bell.muffled']);
  });

  test('a spec that leaves out what it declares', () => {
    // @ts-expect-error: a spec says 'private', it does not say nothing
    const silent: Pick<ChangeSpec<BellChange>, 'audit'> = { audit: null };
    // @ts-expect-error: a spec says 'nobody', it does not say nothing
    const harmless: Pick<ChangeSpec<BellChange>, 'affects'> = { affects: () => null };
    expect([silent, harmless]).toHaveLength(2);
  });
});
