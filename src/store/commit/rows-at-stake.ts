import type { Change } from '../../domain/changes.ts';
import type { Commit } from './commit.ts';

/**
 * The rows that an act writes and that another act may write too, each by a name; null for an act that has a
 * statement to itself. Acts that share a statement have none in common: one statement writes a row once, and the
 * second writing would be lost in silence.
 */
export function rowsAtStake(effect: Commit): readonly string[] | null {
  if (effect.actorId === null || (effect.attachments ?? []).length > 0) return null;
  const rows = [effect.actorId];
  for (const change of effect.changes) {
    const stake = rowsOf(change);
    if (stake === null) return null;
    rows.push(...stake);
  }
  return rows;
}

/** What people do in great numbers at once: come, invite, answer invitations, go through dialogues. */
function rowsOf(change: Change): readonly string[] | null {
  switch (change.kind) {
    case 'person.appeared':
    case 'account.seen':
    case 'person.language':
    case 'membership.added':
      return [change.personId];
    case 'account.activated':
    case 'session.saved':
    case 'session.ended':
      return [`${change.messenger} ${change.accountId}`];
    case 'guard.scheme':
      return [];
    case 'guard.membership':
      return change.lock ? null : [];
    case 'invitation.created':
      return [`${change.workspaceId} ${change.addressee}`];
    case 'invitation.accepted':
    case 'invitation.declined':
    case 'invitation.opened':
      return [change.invitationId];
    default:
      return null;
  }
}
