import type { Change, PersonChange } from '../../../domain/changes.ts';
import type { Coalesced } from './person-changes.ts';

/** What is written to the account and person that an update was sent by. */
type Sender = Extract<PersonChange, { kind: 'person.appeared' | 'account.seen' }> & Coalesced;

/**
 * Joins everything that is written to the sender's own account into one change. A statement writes a row once at most
 * and does not see the rows it inserts: a second writing of the account would be lost in silence.
 *
 * @param writesPerson whether a change writes to a person, their accounts or their memberships
 */
export function coalesceSender(
  changes: readonly Change[],
  writesPerson: (change: Change, personId: string) => boolean,
): readonly Change[] {
  const sender = changes.find(isSender);
  if (!sender) return changes;
  const others = changes.filter((change) => change !== sender);
  // What the messenger shows of a person is written to their memberships too; it can wait for the next update.
  if (sender.kind === 'account.seen' && others.some((change) => writesPerson(change, sender.personId)))
    return others;
  const joined = others.reduce<Sender>((into, change) => join(into, change) ?? into, sender);
  return [joined, ...others.filter((change) => join(sender, change) === null)];
}

function isSender(change: Change): change is Sender {
  return change.kind === 'person.appeared' || change.kind === 'account.seen';
}

/** The sender's change with another one in it; null where that one stays by itself. */
function join(sender: Sender, change: Change): Sender | null {
  if (change.kind === 'account.activated' && isOfAccount(change, sender))
    return { ...sender, activeWorkspaceId: change.workspaceId };
  if (change.kind === 'account.reachability' && isOfAccount(change, sender))
    return sender.kind === 'account.seen' ? { ...sender, reachable: change.reachable } : sender;
  if (change.kind === 'person.language' && change.personId === sender.personId)
    return sender.kind === 'person.appeared'
      ? { ...sender, language: change.language }
      : { ...sender, newLanguage: change.language };
  return null;
}

function isOfAccount(
  change: { readonly messenger: string; readonly accountId: string },
  { messenger, accountId }: Sender,
): boolean {
  return change.messenger === messenger && change.accountId === accountId;
}
