import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { livingRoles, type RoleAct, type RoleChange, type RoleWish } from '../change-roles.ts';
import { confirmRoles, listMembers, openMember, pickRoles } from './actions.ts';
import { packWish } from './role-wish.ts';

/** What a change of roles gives and takes, with the yes that does it. */
export function roleDifference(ctx: Context, about: RoleAct, wish: RoleWish, change: RoleChange): Screen {
  const { t } = ctx;
  const { scheme, target } = about;
  const key = scheme.declaration.key;
  const { id, version } = target.membership;
  const { gained, lost } = change.rights;
  const part = (title: string, rights: RoleChange['rights']['gained']): RichText =>
    rights.length === 0 ? [] : ['\n\n', ...t.rich(title), '\n', ...rightsText(rights, t)];
  return {
    text: [
      ...t.rich('role-difference', {
        name: target.name,
        before: heldRoles(t, key, change.before),
        after: heldRoles(t, key, change.after),
      }),
      ...part('role-gains', gained),
      ...part('role-loses', lost),
      ...(gained.length + lost.length === 0 ? ['\n\n', ...t.rich('role-same-rights')] : []),
    ],
    buttons: [
      [
        ctx.primary(t.text('button-confirm'), confirmRoles, {
          member: id,
          wish: packWish(scheme, wish, version),
        }),
      ],
      [
        ctx.button(t.text('button-back'), pickRoles, { member: id }),
        ctx.button(t.text('button-cancel'), cancelDialogue),
      ],
    ],
  };
}

/** It is done. */
export function rolesChanged(ctx: Context, about: RoleAct, change: RoleChange): Screen {
  const { scheme, target } = about;
  const roles = heldRoles(ctx.t, scheme.declaration.key, change.after);
  const told = target.address === null ? 'role-changed-untold' : 'role-changed';
  return { text: ctx.t.rich(told, { name: target.name, roles }), buttons: onward(ctx, about) };
}

/** It was done before: what the member holds now. */
export function rolesNow(ctx: Context, about: RoleAct): Screen {
  const { scheme, target, now } = about;
  const held = livingRoles(scheme, target.membership.roles, now);
  const roles = heldRoles(ctx.t, scheme.declaration.key, held);
  return { text: ctx.t.rich('role-now', { name: target.name, roles }), buttons: onward(ctx, about) };
}

function onward(ctx: Context, { target }: RoleAct): Button[][] {
  const { t } = ctx;
  return [
    [
      ctx.button(t.text('button-member-card'), openMember, { member: target.membership.id }),
      ctx.button(t.text('button-back-to-members'), listMembers),
    ],
  ];
}
