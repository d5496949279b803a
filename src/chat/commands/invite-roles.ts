import type { CompiledScheme } from '../../access/compile.ts';
import { decide } from '../../access/decide.ts';
import { assignableRoles } from '../../access/governance/assignable-roles.ts';
import { mayInvite as ruling } from '../../access/governance/invite.ts';
import { workspaceWide } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { obeyInviting } from '../../workspace/invitations/invite.ts';
import type { Actor } from '../../workspace/state.ts';
import { subjectOf } from '../../workspace/subject.ts';

/**
 * The roles that the actor may offer somebody who joins, as keys, broadest first; never empty. Throws the
 * `Refusal` of the rule that stands against all of them: no right to invite, or roles that are held on
 * projects and bots only.
 */
export function offerableRoles(actor: Actor, scheme: CompiledScheme, now: Date): readonly string[] {
  const subject = subjectOf(actor.membership, actor.person.id);
  const question = { actor: subject, holders: {}, now };
  const lawful = assignableRoles(scheme, {
    ...question,
    target: null,
    at: workspaceWide,
    keystoneHolders: 1,
  }).filter(({ role }) => {
    const needed = scheme.roleByKey.get(role);
    return (
      needed &&
      (needed.reach !== 'things' ||
        ruling(scheme, { ...question, roles: [{ role, until: null }], things: [], registered: true }).allow)
    );
  });
  if (lawful.length === 0) {
    const [narrowest = scheme.keystone] = scheme.roles.toReversed();
    obeyInviting(actor, scheme, [narrowest.key], new Map(), now);
  }
  return lawful.map(({ role }) => role);
}

/** Whether the actor has the right to invite at all. */
export function mayInvite(actor: Actor, scheme: CompiledScheme, now: Date): boolean {
  return may(actor, scheme, 'invitation.create', now);
}

/** Whether the actor may take invitations back. */
export function mayRevoke(actor: Actor, scheme: CompiledScheme, now: Date): boolean {
  return may(actor, scheme, 'invitation.revoke', now);
}

function may(actor: Actor, scheme: CompiledScheme, right: Right, now: Date): boolean {
  return decide(scheme, subjectOf(actor.membership, actor.person.id), right, workspaceWide, now).allow;
}
