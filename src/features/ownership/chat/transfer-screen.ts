import { formerOwnerRole } from '../../../access/governance/members.ts';
import type { Act } from '../../../chat/act.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import type { FoundTransfer, PendingTransfer } from '../../members/queries.ts';

/** Asks the owner before ownership is offered, and says what they keep. */
export function transferQuestion(act: Act, { actor, scheme, target }: RoleAct): Screen {
  const { t } = act;
  const kept = formerOwnerRole(scheme) ?? '';
  return {
    text: t.rich('transfer-question', {
      name: target.name,
      workspace: actor.workspace.name,
      kept: { composed: roleTitle(t, scheme.declaration.key, kept) },
    }),
    buttons: [
      [act.danger(t.text('button-transfer-yes'), 'ty', target.membership.id)],
      [act.button(t.text('button-transfer-no'), 'mv', target.membership.id)],
    ],
  };
}

/** The offer waits for the other side. */
export function transferOffered(
  act: Act,
  { id, toName, expiresAt }: Pick<PendingTransfer, 'id' | 'toName' | 'expiresAt'>,
): Screen {
  const { t } = act;
  return {
    text: t.rich('transfer-offered', { name: toName, expires: t.date(expiresAt) }),
    buttons: [
      [act.button(t.text('button-transfer-cancel'), 'tc', id), act.button(t.text('button-home'), 'hm')],
    ],
  };
}

/** The offer is answered or taken back. */
export function transferClosed(
  act: Act,
  { workspace, from, to }: FoundTransfer,
  key: 'transfer-accepted' | 'transfer-declined' | 'transfer-cancelled',
): Screen {
  const { t } = act;
  return {
    text: t.rich(key, {
      workspace: workspace.name,
      name: key === 'transfer-cancelled' ? to.name : from.name,
    }),
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}
