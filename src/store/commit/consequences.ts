import type { AuditEntry } from '../../domain/audit.ts';
import {
  type Affected,
  type AnyChange,
  type ChangeSpecs,
  declared,
  type Lock,
  specOf,
} from './define-change.ts';

/** The audit entries that changes leave, in their order. */
export function auditOf<C extends AnyChange>(specs: ChangeSpecs<C>, changes: readonly C[]): AuditEntry[] {
  return changes.flatMap((change) => {
    const lines = declared(specOf(specs, change).audit, change);
    if (lines === 'private') return [];
    return [lines].flat().map((line) => ({ action: change.kind, outcome: 'done', ...line }));
  });
}

/** What cached answers changes make stale. */
export function affectedBy<C extends AnyChange>(
  specs: ChangeSpecs<C>,
  changes: readonly C[],
): (Affected | 'everyone')[] {
  return changes.flatMap((change) => {
    const affects = declared(specOf(specs, change).affects, change);
    return affects === 'nobody' ? [] : affects;
  });
}

/** The memberships that changes stand on, each once. */
export function locksOf<C extends AnyChange>(specs: ChangeSpecs<C>, changes: readonly C[]): Lock[] {
  const byMembership = new Map<string, Lock>();
  for (const change of changes) {
    for (const lock of declared(specOf(specs, change).locks, change))
      byMembership.set(lock.membershipId, lock);
  }
  return [...byMembership.values()];
}

/** The rows that changes write and that another act may write too; null where one wants a statement to itself. */
export function writeSetOf<C extends AnyChange>(
  specs: ChangeSpecs<C>,
  changes: readonly C[],
): readonly string[] | null {
  const rows: string[] = [];
  for (const change of changes) {
    const written = declared(specOf(specs, change).writeSet, change);
    if (written === 'exclusive') return null;
    rows.push(...written);
  }
  return rows;
}

/** Whether a change writes to a person, their accounts or their memberships. */
export function writesPerson<C extends AnyChange>(
  specs: ChangeSpecs<C>,
  change: C,
  personId: string,
): boolean {
  const persons = declared(specOf(specs, change).personRows, change);
  return persons === 'anyone' || (persons !== 'nobody' && persons.includes(personId));
}
