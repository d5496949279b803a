import type { Context } from '../../../chat/context.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { enforce } from '../../../domain/enforce.ts';
import { decisionOnRoles, livingRoles, type RoleAct, type RoleWish, rolesToGive } from '../change-roles.ts';
import { openMember, showRoleDifference, toggleRole } from './actions.ts';
import { packWish } from './role-wish.ts';

/**
 * The roles that the actor may give to a member: one to choose, or, where the scheme allows many, ticks with
 * Save. `wish` is what is ticked. Throws `Refusal` where no role can be given.
 */
export function rolePicker(ctx: Context, about: RoleAct, wish: RoleWish): Screen {
  const { t } = ctx;
  const { actor, scheme, target, now } = about;
  enforce(decisionOnRoles(about), {
    workspaceId: actor.workspace.id,
    action: 'member.assign',
    subjectId: target.personId,
  });
  const id = target.membership.id;
  const held = livingRoles(scheme, target.membership.roles, now);
  const many = scheme.declaration.rolesPerMember === 'many';
  const back = ctx.button(t.text('button-back'), openMember, { member: id });
  const text: RichText = [
    ...t.rich(many ? 'role-pick-many' : 'role-pick-one', {
      name: target.name,
      roles: heldRoles(t, scheme.declaration.key, held),
    }),
    ...(wish.end instanceof Date ? ['\n', ...t.rich('role-pick-until', { until: t.date(wish.end) })] : []),
  ];
  return {
    text,
    buttons: many
      ? [...ticks(ctx, about, wish), [saveButton(ctx, about, wish), back]]
      : [...choices(ctx, about, wish), [back]],
  };
}

function choices(ctx: Context, about: RoleAct, wish: RoleWish): Button[][] {
  const { scheme, target, now } = about;
  const held = livingRoles(scheme, target.membership.roles, now);
  return rolesToGive(about)
    .filter(({ role }) => wish.end !== 'kept' || !held.some((one) => one.role === role))
    .map(({ role }) => [
      ctx.button(roleTitle(ctx.t, scheme.declaration.key, role), showRoleDifference, {
        member: target.membership.id,
        wish: packWish(scheme, { roles: [role], end: wish.end }),
      }),
    ]);
}

function ticks(ctx: Context, about: RoleAct, wish: RoleWish): Button[][] {
  const { t } = ctx;
  const { scheme, target, now } = about;
  const lawful = rolesToGive(about).map(({ role }) => role);
  const held = livingRoles(scheme, target.membership.roles, now).map(({ role }) => role);
  return scheme.roles
    .filter(({ key }) => lawful.includes(key) || held.includes(key))
    .map(({ key }) => {
      const ticked = wish.roles.includes(key);
      const roles = ticked ? wish.roles.filter((role) => role !== key) : [...wish.roles, key];
      const label = t.text(ticked ? 'role-ticked' : 'role-unticked', {
        role: { composed: roleTitle(t, scheme.declaration.key, key) },
      });
      return [
        ctx.button(label, toggleRole, {
          member: target.membership.id,
          wish: packWish(scheme, { roles, end: wish.end }),
        }),
      ];
    });
}

function saveButton(ctx: Context, { scheme, target }: RoleAct, wish: RoleWish): Button {
  return ctx.primary(ctx.t.text('button-save'), showRoleDifference, {
    member: target.membership.id,
    wish: packWish(scheme, wish),
  });
}
