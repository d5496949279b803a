import type { CompiledScheme } from '../../access/compile.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { guardScheme } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import type { Who } from '../../domain/who.ts';
import { enforceInviting, type InviteTools, recipientOf } from './invite.ts';
import { guardOf, manageable } from './manage.ts';
import type { Managed } from './queries.ts';
import { offerEnd } from './terms.ts';

/**
 * Offers an invitation again, also one that expired, was declined or was revoked: a new time limit and a new link, the old link is dead.
 * The actor stands behind it from now on. Throws `Refusal`.
 */
export function resendInvitation(
  actor: Actor,
  scheme: CompiledScheme,
  found: Managed | null,
  {
    now,
    tokenHash,
    mail,
  }: {
    readonly now: Date;
    tokenHash(invitationId: string, version: number): Buffer;
    readonly mail: InviteTools['mail'];
  },
): {
  readonly expiresAt: Date;
  readonly version: number;
  readonly reached: boolean;
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const managed = manageable(found, ['pending', 'expired', 'declined', 'revoked'], now);
  const { invitation, invitee } = managed;
  enforceInviting(actor, scheme, invitation, new Map(Object.entries(managed.holders)), now);
  const name = invitee?.name ?? invitation.addresseeName ?? '';
  if (managed.inviteeIsMember)
    throw new Refusal('already_member', { values: { who: 'they', name, workspace: actor.workspace.name } });
  if (managed.hasRival) throw new Refusal('already_invited', { values: { name } });
  const version = invitation.version + 1;
  const expiresAt = offerEnd(actor.workspace, invitation.accessUntil, now);
  const email = invitation.addressee?.startsWith('email:')
    ? invitation.addressee.slice('email:'.length)
    : null;
  const who: Who = email === null ? { kind: 'name', name } : { kind: 'email', email };
  const to = recipientOf(actor, who, invitee, { mail });
  const mailed = to?.address?.messenger === 'email' ? mail : null;
  const card = to && {
    to,
    workspace: about(actor.workspace),
    actorName: actor.person.name,
    invitationId: invitation.id,
    roles: invitation.roles,
    resources: invitation.resources.map((resource) => resource.name),
    accessUntil: invitation.accessUntil,
    expiresAt,
    note: invitation.note,
  };
  const notices: readonly Notice[] = !card
    ? []
    : mailed
      ? [{ kind: 'invitation.mail', ...card, link: mailed.link(invitation.id, version) }]
      : [{ kind: 'invitation.card', ...card }];
  return {
    expiresAt,
    version,
    reached: card !== null,
    changes: [
      guardScheme(actor.workspace),
      guardOf(actor),
      {
        kind: 'invitation.resent',
        invitationId: invitation.id,
        workspaceId: actor.workspace.id,
        personId: invitee?.personId ?? null,
        version: invitation.version,
        tokenHash: tokenHash(invitation.id, version),
        mailTokenHash: mailed?.tokenHash(invitation.id, version) ?? null,
        expiresAt,
        reached: card !== null || invitation.addressee === null,
      },
    ],
    notices,
  };
}
