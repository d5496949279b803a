import type { Subject } from '../../../access/subject.ts';
import type { SubjectRef } from '../subject-ref.ts';
import { createPartSharing, type SharedResources } from './share-parts.ts';

/** An account may pass to another person without any workspace hearing of it: looked up anew before a second is over. */
const ACCOUNT_MS = 900;
/** What was changed behind our back, by hand in the database, is noticed after five minutes. */
const WORKSPACE_MS = 300_000;
/** Subjects remembered at most, some 400 bytes each. */
const MAX_SUBJECTS = 250_000;

/** Subjects by workspace; the oldest workspaces give way when there are too many. `now` is a time of the clock. */
export interface SubjectMemory {
  recall(workspaceId: string, ref: SubjectRef, now: number): Subject | undefined;
  remember(workspaceId: string, ref: SubjectRef, subject: Subject): void;
  /** Forgets some people of a workspace, or (null) everybody in it. */
  forget(workspaceId: string, personIds: readonly string[] | null): void;
  forgetAll(): void;
}

interface Remembered {
  readonly since: number;
  readonly resources: SharedResources;
  readonly persons: Map<string, Subject>;
  readonly accounts: Map<string, { readonly subject: Subject; readonly since: number }>;
}

/** Creates an empty memory. `clock` yields milliseconds and never runs back. */
export function createSubjectMemory(clock: () => number): SubjectMemory {
  const workspaces = new Map<string, Remembered>();
  const shareParts = createPartSharing();
  let size = 0;

  const drop = (workspaceId: string): void => {
    const one = workspaces.get(workspaceId);
    if (one) size -= one.persons.size + one.accounts.size;
    workspaces.delete(workspaceId);
  };
  const opened = (workspaceId: string): Remembered => {
    const known = workspaces.get(workspaceId);
    if (known) return known;
    const made: Remembered = {
      since: clock(),
      resources: new Map(),
      persons: new Map(),
      accounts: new Map(),
    };
    workspaces.set(workspaceId, made);
    return made;
  };

  return {
    recall(workspaceId, ref, now) {
      const one = workspaces.get(workspaceId);
      if (one === undefined) return undefined;
      if (now - one.since > WORKSPACE_MS) {
        drop(workspaceId);
        return undefined;
      }
      const person = ref.kind === 'person' ? one.persons.get(ref.id) : undefined;
      if (person !== undefined) return person;
      const account = one.accounts.get(aliasOf(ref));
      return account !== undefined && now - account.since <= ACCOUNT_MS ? account.subject : undefined;
    },
    remember(workspaceId, ref, subject) {
      for (const oldest of workspaces.keys()) {
        if (size < MAX_SUBJECTS) break;
        drop(oldest);
      }
      const { persons, accounts, resources } = opened(workspaceId);
      const shared = shareParts(subject, resources);
      size -= persons.size + accounts.size;
      // A person's former id is as good as an account: a person who forgets the person does not know it.
      if (ref.kind === 'person' && ref.id === subject.personId) persons.set(shared.personId, shared);
      else accounts.set(aliasOf(ref), { subject: shared, since: clock() });
      size += persons.size + accounts.size;
    },
    forget(workspaceId, personIds) {
      const one = workspaces.get(workspaceId);
      if (one === undefined) return;
      if (personIds === null) {
        drop(workspaceId);
        return;
      }
      size -= one.persons.size + one.accounts.size;
      for (const personId of personIds) one.persons.delete(personId);
      one.accounts.clear();
      size += one.persons.size;
    },
    forgetAll() {
      workspaces.clear();
      size = 0;
    },
  };
}

/** What someone is remembered under who was not asked about by their own id. */
function aliasOf(ref: SubjectRef): string {
  return ref.kind === 'account' ? `${ref.messenger}:${ref.id}` : `${ref.kind} ${ref.id}`;
}
