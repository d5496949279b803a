import type { Change, PersonChange } from '../../domain/changes.ts';
import type { Language } from '../../domain/state.ts';

/** What else is written to the account and person that an update was sent by. */
export interface Folded {
  /** Absent: stays as it is. */
  readonly activeWorkspaceId?: string | null;
  readonly newLanguage?: Language;
}

type Sender = Extract<PersonChange, { kind: 'person.appeared' | 'account.seen' }>;

/**
 * Joins everything that is written to the sender's own account into one change. A statement writes a row once
 * at most and does not see the rows it inserts: a second writing of the account would be lost in silence.
 */
export function foldSender(changes: readonly Change[]): readonly (Change & Folded)[] {
  const sender = changes.find(isSender);
  if (!sender) return changes;
  // What the messenger shows of a person is written to their memberships too; it can wait for the next update.
  if (sender.kind === 'account.seen' && changes.some((change) => writesRowsOf(change, sender.personId)))
    return changes.filter((change) => change !== sender);
  const others = changes.filter((change) => change !== sender);
  const joined = others.filter((change) => isAbout(change, sender));
  return [joined.reduce<Change & Folded>(join, sender), ...others.filter((one) => !joined.includes(one))];
}

function isSender(change: Change): change is Sender {
  return change.kind === 'person.appeared' || change.kind === 'account.seen';
}

function isAbout(change: Change, sender: Sender): boolean {
  switch (change.kind) {
    case 'account.activated':
    case 'account.reachability':
      return change.messenger === sender.messenger && change.accountId === sender.accountId;
    case 'person.language':
      return change.personId === sender.personId;
    default:
      return false;
  }
}

function join(into: Change & Folded, change: Change): Change & Folded {
  switch (change.kind) {
    case 'account.activated':
      return { ...into, activeWorkspaceId: change.workspaceId };
    case 'account.reachability':
      return into.kind === 'account.seen' ? { ...into, reachable: change.reachable } : into;
    case 'person.language':
      return into.kind === 'person.appeared'
        ? { ...into, language: change.language }
        : { ...into, newLanguage: change.language };
    default:
      return into;
  }
}

/** Whether a change writes to the person, their accounts or their memberships in a way that is not joined. */
function writesRowsOf(change: Change, personId: string): boolean {
  switch (change.kind) {
    case 'persons.merged':
    case 'account.unlinked':
    case 'person.forgotten':
      return true;
    case 'membership.recovered':
      return change.to.personId === personId;
    case 'email.bound':
    case 'email.confirmed':
    case 'email.removed':
    case 'phone.confirmed':
    case 'phone.removed':
    case 'person.zone':
      return change.personId === personId;
    case 'membership.added':
    case 'membership.roles':
    case 'membership.ended':
    case 'grants.changed':
      return change.personId === personId;
    // Whoever holds a role on it is written to, the sender perhaps among them.
    case 'project.deleted':
    case 'bot.deleted':
      return true;
    case 'transfer.accepted':
      return change.from.personId === personId || change.to.personId === personId;
    default:
      return false;
  }
}
