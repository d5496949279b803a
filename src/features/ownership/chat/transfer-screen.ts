import { formerOwnerRole } from '../../../access/governance/members.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { openMember } from '../../members/chat/actions.ts';
import type { FoundTransfer, PendingTransfer } from '../../members/queries.ts';
import { cancelOffer, offerOwnership } from './actions.ts';

/** Asks the owner before ownership is offered, and says what they keep. */
export function transferQuestion(ctx: Context, { actor, scheme, target }: RoleAct): Screen {
  const { t } = ctx;
  const kept = formerOwnerRole(scheme) ?? '';
  return {
    text: t.rich('transfer-question', {
      name: target.name,
      workspace: actor.workspace.name,
      kept: { composed: roleTitle(t, scheme.declaration.key, kept) },
    }),
    buttons: [
      [ctx.danger(t.text('button-transfer-yes'), offerOwnership, { member: target.membership.id })],
      [ctx.button(t.text('button-transfer-no'), openMember, { member: target.membership.id })],
    ],
  };
}

/** The offer waits for the other side: just made, or open since before. */
export function transferOffered(
  ctx: Context,
  { id, toName, expiresAt }: Pick<PendingTransfer, 'id' | 'toName' | 'expiresAt'>,
  key: 'transfer-offered' | 'transfer-open' = 'transfer-offered',
): Screen {
  const { t } = ctx;
  return {
    text: t.rich(key, { name: toName, expires: t.date(expiresAt) }),
    buttons: [
      [
        ctx.button(t.text('button-transfer-cancel'), cancelOffer, { transfer: id }),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}

/** The offer is answered or taken back. */
export function transferClosed(
  ctx: Context,
  { workspace, from, to }: FoundTransfer,
  key: 'transfer-accepted' | 'transfer-declined' | 'transfer-cancelled',
): Screen {
  const { t } = ctx;
  return {
    text: t.rich(key, {
      workspace: workspace.name,
      name: key === 'transfer-cancelled' ? to.name : from.name,
    }),
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}
