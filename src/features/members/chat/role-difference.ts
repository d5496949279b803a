import type { Act } from '../../../chat/act.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { livingRoles, type RoleAct, type RoleChange, type RoleWish } from '../change-roles.ts';
import { packWish } from './role-wish.ts';

/** What a change of roles gives and takes, with the yes that does it. */
export function roleDifference(act: Act, about: RoleAct, wish: RoleWish, change: RoleChange): Screen {
  const { t } = act;
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
      [act.primary(t.text('button-confirm'), 'mc', id, packWish(scheme, wish, version))],
      [act.button(t.text('button-back'), 'mr', id), act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

/** It is done. */
export function rolesChanged(act: Act, about: RoleAct, change: RoleChange): Screen {
  const { scheme, target } = about;
  const roles = heldRoles(act.t, scheme.declaration.key, change.after);
  const told = target.address === null ? 'role-changed-untold' : 'role-changed';
  return { text: act.t.rich(told, { name: target.name, roles }), buttons: onward(act, about) };
}

/** It was done before: what the member holds now. */
export function rolesNow(act: Act, about: RoleAct): Screen {
  const { scheme, target, now } = about;
  const held = livingRoles(scheme, target.membership.roles, now);
  const roles = heldRoles(act.t, scheme.declaration.key, held);
  return { text: act.t.rich('role-now', { name: target.name, roles }), buttons: onward(act, about) };
}

function onward(act: Act, { target }: RoleAct): Button[][] {
  const { t } = act;
  return [
    [
      act.button(t.text('button-member-card'), 'mv', target.membership.id),
      act.button(t.text('button-back-to-members'), 'ml'),
    ],
  ];
}
