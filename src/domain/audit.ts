import type { Attempt } from './refusal.ts';

/** One row of the audit: who (the actor of the commit) did what to who. */
export interface AuditEntry {
  readonly workspaceId: string;
  /** The kind of the change, or the right that was refused. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** The person acted upon. */
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit entry of a right that was denied. */
export function auditOfAttempt(attempt: Attempt, code: string): AuditEntry {
  return {
    workspaceId: attempt.workspaceId,
    action: attempt.action,
    outcome: 'refused',
    subjectId: attempt.subjectId,
    detail: { rule: code },
  };
}
