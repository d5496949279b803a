import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { openMember } from '../../members/chat/actions.ts';
import type { FoundRecovery } from '../recovery.ts';
import { makeRecovery, takeRecovery } from './actions.ts';

/** Asks before a link is made that gives a member's place away. */
export function recoveryQuestion(ctx: Context, { actor, target }: RoleAct): Screen {
  const { t } = ctx;
  return {
    text: t.rich('recovery-question', { name: target.name, workspace: actor.workspace.name }),
    buttons: [
      [ctx.danger(t.text('button-recovery-make'), makeRecovery, { member: target.membership.id })],
      [ctx.button(t.text('button-back'), openMember, { member: target.membership.id })],
    ],
  };
}

/** The link. It is not shown again: another one takes its place. */
export function recoveryLink(ctx: Context, name: string, recoveryId: string, expiresAt: Date): Screen {
  const { t } = ctx;
  const url = ctx.recovery.link(recoveryId);
  return {
    text: [...t.rich('recovery-link', { name, expires: t.date(expiresAt) }), '\n\n', { text: url, url }],
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}

/** Whose place the link gives. */
export function recoveryOffer(ctx: Context, { id, issuer, target, workspace }: FoundRecovery): Screen {
  const { t } = ctx;
  return {
    text: t.rich('recovery-offer', { actor: issuer.name, name: target.name, workspace: workspace.name }),
    buttons: [
      [ctx.primary(t.text('button-recovery-take'), takeRecovery, { recovery: id })],
      [ctx.button(t.text('button-link-no'), goHome)],
    ],
  };
}

/** The account has taken the place. */
export function recoveredScreen(ctx: Context, { workspace, targetMembership }: FoundRecovery): Screen {
  const { t } = ctx;
  return {
    text: t.rich('recovery-done', {
      workspace: workspace.name,
      roles: heldRoles(t, workspace.scheme, targetMembership.roles, ctx.now),
    }),
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}
