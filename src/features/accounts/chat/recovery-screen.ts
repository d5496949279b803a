import type { Act } from '../../../chat/act.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import type { FoundRecovery } from '../recovery.ts';

/** Asks before a link is made that gives a member's place away. */
export function recoveryQuestion(act: Act, { actor, target }: RoleAct): Screen {
  const { t } = act;
  return {
    text: t.rich('recovery-question', { name: target.name, workspace: actor.workspace.name }),
    buttons: [
      [act.danger(t.text('button-recovery-make'), 'um', target.membership.id)],
      [act.button(t.text('button-back'), 'mv', target.membership.id)],
    ],
  };
}

/** The link. It is not shown again: another one takes its place. */
export function recoveryLink(act: Act, name: string, recoveryId: string, expiresAt: Date): Screen {
  const { t } = act;
  const url = act.recovery.link(recoveryId);
  return {
    text: [...t.rich('recovery-link', { name, expires: t.date(expiresAt) }), '\n\n', { text: url, url }],
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}

/** Whose place the link gives. */
export function recoveryOffer(act: Act, { id, issuer, target, workspace }: FoundRecovery): Screen {
  const { t } = act;
  return {
    text: t.rich('recovery-offer', { actor: issuer.name, name: target.name, workspace: workspace.name }),
    buttons: [
      [act.primary(t.text('button-recovery-take'), 'ut', id)],
      [act.button(t.text('button-link-no'), 'hm')],
    ],
  };
}

/** The account has taken the place. */
export function recoveredScreen(act: Act, { workspace, targetMembership }: FoundRecovery): Screen {
  const { t } = act;
  return {
    text: t.rich('recovery-done', {
      workspace: workspace.name,
      roles: heldRoles(t, workspace.scheme, targetMembership.roles, act.now),
    }),
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}
