import type { CompiledScheme } from '../../../access/compile.ts';
import { assignableRoles } from '../../../access/governance/assignable-roles.ts';
import { workspaceWide } from '../../../access/subject.ts';
import type { Context } from '../../../chat/context.ts';
import { rolesByName } from '../../../chat/parts/role-names.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { RichText } from '../../../chat/reply.ts';
import { nearestOf } from '../../../chat/typed/nearest.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { enforceInviting } from '../invite.ts';

/**
 * The roles that the actor may offer someone who joins, as keys, broadest first; never empty. Throws the
 * `Refusal` of the rule that stands against all of them: no right to invite, or roles that are held on
 * projects and bots only where there are none.
 *
 * @param onResources whether bots to hold them on are chosen, or can be yet
 */
export function offerableRoles(
  actor: Actor,
  scheme: CompiledScheme,
  now: Date,
  onResources = true,
): readonly string[] {
  const subject = subjectOf(actor.membership, actor.person.id);
  const question = { actor: subject, holders: {}, now };
  const lawful = assignableRoles(scheme, {
    ...question,
    target: null,
    at: workspaceWide,
    ownerRoleHolders: 1,
  }).filter(({ role }) => {
    const needed = scheme.roleByKey.get(role);
    return needed && (onResources || needed.reach !== 'things');
  });
  if (lawful.length === 0) {
    const [narrowest = scheme.ownerRole] = scheme.roles.toReversed();
    enforceInviting(actor, scheme, { roles: [narrowest.key], resources: [] }, new Map(), now);
  }
  return lawful.map(({ role }) => role);
}

/** What is said of a word that is no role, with the role that was probably meant; nothing where there is no such word. */
export function noSuchRole(ctx: Context, scheme: CompiledScheme, typed: string | null): RichText {
  if (typed === null) return [];
  const near = nearestOf(typed.toLowerCase(), rolesByName(scheme, ctx.t));
  return near === null
    ? ctx.t.rich('invite-no-such-role', { typed })
    : ctx.t.rich('invite-near-role', { typed, role: roleTitle(ctx.t, scheme.declaration.key, near) });
}
