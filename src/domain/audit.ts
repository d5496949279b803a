import type { Change } from './changes.ts';
import type { Attempt } from './refusal.ts';

/** One row of the audit: who (the actor of the commit) did what to whom. */
export interface AuditEntry {
  readonly workspaceId: string;
  /** The kind of the change, or the right that was refused. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  /** The person acted upon. */
  readonly subjectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The audit entry that a change leaves, or null where it is nobody's business but the person's own. */
export function auditOf(change: Change): AuditEntry | readonly AuditEntry[] | null {
  const entry = (
    workspaceId: string,
    subjectId: string | null,
    detail: AuditEntry['detail'],
  ): AuditEntry => ({
    workspaceId,
    action: change.kind,
    outcome: 'done',
    subjectId,
    detail,
  });
  switch (change.kind) {
    case 'workspace.created':
      return entry(change.workspaceId, null, { name: change.name, scheme: change.scheme });
    case 'workspace.renamed':
      return entry(change.workspaceId, null, { from: change.from, to: change.to });
    case 'group.bound':
      return change.workspaceId === null
        ? null
        : entry(change.workspaceId, null, {
            messenger: change.messenger,
            chat: change.chatId,
            title: change.title,
          });
    case 'membership.added':
      return entry(change.workspaceId, change.personId, {
        roles: [...new Set([...change.roles, ...(change.grants ?? [])].map((given) => given.role))],
        invitedBy: change.invitedById,
      });
    case 'membership.roles':
      return entry(change.workspaceId, change.personId, {
        added: change.add.map((given) => ({ role: given.role, until: given.until })),
        removed: change.remove,
      });
    case 'membership.ended':
      return entry(change.workspaceId, change.personId, { state: change.state, roles: change.roles });
    case 'invitation.created':
      return entry(change.workspaceId, change.personId, {
        invitation: change.invitationId,
        addressee: change.personId === null ? addresseeOnRecord(change) : null,
        roles: change.roles,
        uses: change.maxUses,
      });
    case 'invitation.accepted':
      return entry(change.workspaceId, change.personId, {
        invitation: change.invitationId,
        roles: change.roles,
      });
    case 'invitation.declined':
    case 'invitation.revoked':
    case 'invitation.expired':
      return entry(change.workspaceId, change.personId, { invitation: change.invitationId });
    case 'invitation.resent':
      return entry(change.workspaceId, change.personId, {
        invitation: change.invitationId,
        expires: change.expiresAt,
      });
    case 'invitation.roles':
      return entry(change.workspaceId, change.personId, {
        invitation: change.invitationId,
        from: change.from,
        to: change.to,
      });
    case 'project.created':
    case 'bot.created':
    case 'project.deleted':
    case 'bot.deleted':
    case 'channel.deleted':
      return entry(change.workspaceId, null, { name: change.name });
    case 'channel.created':
      return entry(change.workspaceId, null, {
        name: change.name,
        messenger: change.messenger,
        tail: change.tokenTail,
      });
    case 'project.renamed':
    case 'bot.renamed':
    case 'channel.renamed':
      return entry(change.workspaceId, null, { from: change.from, to: change.to });
    case 'bot.moved':
    case 'channel.moved':
      return entry(change.workspaceId, null, {
        name: change.name,
        from: change.from?.name ?? '—',
        to: change.to?.name ?? '—',
      });
    case 'bot.published':
      return entry(change.workspaceId, null, { name: change.name, version: change.version });
    case 'approval.requested':
      return entry(change.workspaceId, null, {
        name: change.name,
        version: change.version,
        approval: change.approvalId,
      });
    case 'approval.approved':
    case 'approval.refused':
    case 'approval.expired':
      return entry(change.workspaceId, change.personId, { name: change.name, approval: change.approvalId });
    case 'grants.changed':
      return entry(change.workspaceId, change.personId, {
        name: change.names.join(', '),
        added: change.add.map(({ role, until, place }) => ({ role, until, ...place })),
        removed: change.remove.map(({ role }) => role),
        takenFrom: change.remove.map(({ place }) => place.id),
      });
    case 'columns.masked':
    case 'columns.unmasked':
      return entry(change.workspaceId, null, { name: change.table, columns: change.columns.join(', ') });
    case 'transfer.offered':
      return entry(change.workspaceId, change.toId, {
        transfer: change.transferId,
        expires: change.expiresAt,
      });
    case 'transfer.accepted':
      return entry(change.workspaceId, change.from.personId, {
        transfer: change.transferId,
        role: change.role,
        kept: change.kept.role,
      });
    case 'transfer.declined':
    case 'transfer.cancelled':
    case 'transfer.expired':
      return entry(change.workspaceId, change.toId, { transfer: change.transferId });
    case 'scheme.changed':
      return entry(change.workspaceId, null, {
        version: change.version,
        preset: change.content.preset,
        moves: change.plan.moves,
      });
    case 'persons.merged':
      return change.workspaceIds.map((workspaceId) =>
        entry(workspaceId, change.keep.personId, { former: change.gone.personId }),
      );
    case 'person.forgotten':
      return change.memberships
        .filter(({ living }) => living)
        .map(({ workspaceId }) => entry(workspaceId, change.personId, {}));
    case 'recovery.issued':
      return entry(change.workspaceId, change.personId, { expires: change.expiresAt });
    case 'membership.recovered':
      return entry(change.workspaceId, change.fromId, { to: change.to.personId });
    case 'account.unlinked':
      return change.workspaceIds.map((workspaceId) =>
        entry(workspaceId, change.personId, { messenger: change.messenger }),
      );
    case 'key.created':
      return entry(change.workspaceId, null, { key: change.keyId, name: change.name, scopes: change.scopes });
    case 'key.revoked':
      return entry(change.workspaceId, null, { key: change.keyId, name: change.name });
    default:
      return null;
  }
}

/** The record cannot be unwritten, so a stranger's address or number stands in it only in part. */
function addresseeOnRecord(invited: {
  readonly addressee: string | null;
  readonly addresseeName: string | null;
}): string | null {
  const { addressee, addresseeName } = invited;
  if (addressee?.startsWith('email:')) return addressee.slice('email:'.length).replace(/^(.).*@/, '$1…@');
  return addressee?.startsWith('phone:') ? `…${addressee.slice(-4)}` : addresseeName;
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
