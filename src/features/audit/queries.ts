import type { Who } from '../../domain/who.ts';

/** Which events of the audit are asked for. A person is meant as the one who acted or was acted upon. */
export type AuditFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'person'; readonly personId: string }
  /** A person pointed at, who is or was a member. */
  | { readonly kind: 'who'; readonly messenger: string; readonly who: Who }
  /** An action, or all that begin with this word and a dot. */
  | { readonly kind: 'action'; readonly action: string }
  | { readonly kind: 'refused' };

/** One event as it is read. Names are those of now; null where nobody is meant or the person is gone. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** What the act left (`AuditEntry.detail`), as JSON. */
  readonly detail: unknown;
}

/** What a verification found. */
export interface AuditVerified {
  /** Events that fit their seals, from the first one on. */
  readonly events: number;
  /** Events at the beginning whose seals former versions wrote without a key. */
  readonly unkeyed: number;
  /**
   * `event`: the one behind those that fit was changed, or is missing; `end`: the newest ones are missing; `slipped_in`:
   * one without a seal stands among old ones; `register`: the register of all workspaces was changed or put back.
   */
  readonly fault: 'event' | 'end' | 'slipped_in' | 'register' | null;
  /** Of the newest sealed event: noted elsewhere, it shows later whether anything up to there was changed. */
  readonly fingerprint: string | null;
  /** Whether the noted fingerprint is the one of its event; null where none was given. */
  readonly noted: 'fits' | 'differs' | 'unreadable' | null;
}

/** Questions about the audit. */
type AuditQueries = {
  /** Events of a workspace, newest first, older than the one with the id `before`. */
  'audit.page': {
    in: { workspaceId: string; filter: AuditFilter; before: string | null; limit: number };
    out: {
      readonly events: readonly AuditEvent[];
      readonly hasOlder: boolean;
      /** Who the filter turned out to mean; empty where it is about nobody, or nobody fits. */
      readonly people: readonly { readonly personId: string; readonly name: string }[];
    };
  };
  /** Seals what is not sealed yet, then recomputes the whole chain of the workspace. */
  'audit.verify': {
    in: {
      workspaceId: string;
      /** A fingerprint noted earlier, as it was typed. */
      noted: string | null;
    };
    out: AuditVerified;
  };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    audit: AuditQueries;
  }
}
