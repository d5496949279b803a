import type { Context } from '../../../chat/context.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import type { Found } from '../../../domain/queries.ts';
import { type Resource, targetOf } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { livingRoles, type RoleAct } from '../../members/change-roles.ts';
import { openMember } from '../../members/chat/actions.ts';
import { resourceButton } from '../../resources/chat/resource-button.ts';
import { decisionOnGrants, heldOn } from '../change-grants.ts';
import { addAccess, addMemberGrants, changeGrant, listBotAccess, listProjectAccess } from './actions.ts';

/** Who holds roles on a resource itself: a line and, for those who may change them, a button each. */
export function accessList(
  ctx: Context,
  actor: Actor,
  resource: Resource,
  { holders, hasPrevious, hasNext }: Found<'resources.access'>,
): Screen {
  const { t } = ctx;
  const scheme = ctx.scheme(actor.workspace.scheme);
  const assigns = can(actor, scheme, 'member.assign', ctx.now, targetOf(resource));
  const action = resource.kind === 'bot' ? listBotAccess : listProjectAccess;
  const last = holders.at(-1);
  const lines = holders.flatMap(
    ({ name, roles }): RichText => [
      '\n',
      ...t.rich('access-line', {
        name,
        roles: heldRoles(t, actor.workspace.scheme, livingRoles(scheme, roles, ctx.now)),
      }),
    ],
  );
  const turning: Button[] = [
    ...(hasPrevious ? [ctx.button(t.text('button-first-page'), action, { resource: resource.id })] : []),
    ...(hasNext && last
      ? [ctx.button(t.text('button-next-page'), action, { resource: resource.id, after: last.membershipId })]
      : []),
  ];
  const none = holders.length === 0 && !hasPrevious;
  return {
    text: [
      ...t.rich(none ? 'access-none' : 'access-of', { resource: resource.name }),
      ...(lines.length > 0 ? ['\n', ...lines] : []),
    ],
    buttons: [
      ...(assigns
        ? holders
            .filter(({ membershipId }) => membershipId !== actor.membership.id)
            .map(({ membershipId, name }) => [
              ctx.button(t.text('member-button', { name }), changeGrant, {
                member: membershipId,
                resource: resource.id,
              }),
            ])
        : []),
      ...(turning.length > 0 ? [turning] : []),
      [
        ...(assigns ? [ctx.primary(t.text('button-add-access'), addAccess, { resource: resource.id })] : []),
        resourceButton(ctx, resource),
      ],
    ],
  };
}

/** What a member holds on single bots and projects. */
export function memberGrants(ctx: Context, about: RoleAct, resources: readonly Resource[]): Screen {
  const { t } = ctx;
  const { scheme, target, actor } = about;
  const { id } = target.membership;
  const own = target.personId === actor.person.id;
  const held = resources.filter((resource) => heldOn(about, resource).length > 0);
  const lines = held.flatMap(
    (resource): RichText => [
      '\n',
      ...t.rich('grant-now', {
        resource: resource.name,
        roles: heldRoles(t, scheme.declaration.key, heldOn(about, resource)),
      }),
    ],
  );
  const changeable = held.filter((resource) => decisionOnGrants(about, resource).allow);
  const assigns = !own && can(actor, scheme, 'member.assign', ctx.now);
  return {
    text: [
      ...t.rich(held.length === 0 ? 'grants-none' : 'grants-of', { name: target.name }),
      ...(lines.length > 0 ? ['\n', ...lines] : []),
    ],
    buttons: [
      ...changeable.map((resource) => [
        ctx.button(t.text(`resource-button-${resource.kind}`, { name: resource.name }), changeGrant, {
          member: id,
          resource: resource.id,
        }),
      ]),
      [
        ...(assigns ? [ctx.primary(t.text('button-add-bots'), addMemberGrants, { member: id })] : []),
        ctx.button(t.text('button-member-card'), openMember, { member: id }),
      ],
    ],
  };
}
