import type { CompiledScheme } from '../../access/compile.ts';
import { mayInvite, placesOf } from '../../access/governance/invite.ts';
import { about } from '../../domain/about.ts';
import type { Change } from '../../domain/changes.ts';
import { countingHolders, guardScheme } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { placeOf, targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import { denialDetails, invitationDenial, namesOf, type Viewer } from './denial.ts';
import type { Offer } from './queries.ts';

/** Who accepts, and with which account: there the workspace becomes the active one. */
export interface Acceptor extends Viewer {
  readonly person: Actor['person'];
  readonly username: string | null;
  readonly account: { readonly messenger: string; readonly accountId: string };
}

/**
 * The invitee becomes a member with the roles offered. The inviter's right is asked once more: a person who lost
 * it meanwhile lets nobody in, and the invitation stays as it is; so it does while as many as may hold a role
 * already do. Throws `Refusal`.
 */
export function acceptInvitation(
  offer: Offer | null,
  acceptor: Acceptor,
  scheme: CompiledScheme,
  { now, membershipId, newId }: { readonly now: Date; readonly membershipId: string; newId(): string },
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const denial = invitationDenial(offer, acceptor, now);
  if (!offer || denial) {
    throw new Refusal(
      denial ?? 'invitation_not_found',
      denialDetails(offer, denial ?? 'invitation_not_found'),
    );
  }
  const { invitation, workspace, inviter, inviterMembership } = offer;
  const { person } = acceptor;
  const until = invitation.accessUntil;
  const roles = invitation.roles.map((role) => ({ role, until }));
  const resources = invitation.resources.map(targetOf);
  const decision = mayInvite(scheme, {
    actor: subjectOf(inviterMembership, inviter.personId),
    roles,
    resources,
    registered: true,
    holders: offer.holders,
    now,
  });
  if (!decision.allow && decision.rule === 'resource_needed') {
    throw new Refusal('invitation_resources_gone', {
      values: { inviter: inviter.name, workspace: workspace.name },
    });
  }
  if (!decision.allow && decision.rule === 'max_holders') throw new Refusal('max_holders');
  if (!decision.allow || !inviterMembership) {
    throw new Refusal('inviter_lost_right', {
      values: { inviter: inviter.name, workspace: workspace.name },
      roles: decision.allow ? [] : decision.roles,
      scheme: workspace.scheme,
    });
  }
  const { onMembership, onResources } = placesOf(scheme, roles, resources);
  const changes: Change[] = [
    guardScheme(workspace),
    {
      kind: 'guard.membership',
      membershipId: inviterMembership.id,
      version: inviterMembership.version,
      lock: false,
    },
    {
      kind: 'invitation.accepted',
      invitationId: invitation.id,
      workspaceId: workspace.id,
      personId: person.id,
      roles: invitation.roles,
      names: namesOf(offer, acceptor),
    },
    {
      kind: 'membership.added',
      membershipId,
      workspaceId: workspace.id,
      personId: person.id,
      personName: person.name,
      username: acceptor.username,
      // Ownership is never offered by an invitation, so no role here has to be the only one of its kind.
      roles: onMembership.map(({ role }) => ({ role, sole: false, until })),
      grants: invitation.resources.flatMap((resource) => {
        const place = placeOf(resource);
        return place === null ? [] : onResources.map(({ role }) => ({ id: newId(), role, place, until }));
      }),
      invitedById: inviter.personId,
    },
    { kind: 'account.activated', ...acceptor.account, workspaceId: workspace.id },
  ];
  if (offer.byMail && invitation.addressee?.startsWith('email:')) {
    const email = invitation.addressee.slice('email:'.length);
    changes.push({ kind: 'email.bound', personId: person.id, email });
  }
  changes.push(...countingHolders(scheme, workspace, invitation.roles));
  return {
    changes,
    notices: [
      {
        kind: 'invitation.accepted',
        to: inviter,
        workspace: about(workspace),
        actorName: person.name,
        membershipId,
        roles: invitation.roles,
      },
    ],
  };
}
