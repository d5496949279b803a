import type { Context } from '../../../chat/context.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Actor } from '../../../domain/state.ts';
import { type Thing, targetOf } from '../../../domain/thing.ts';
import { livingRoles, type RoleAct } from '../../members/change-roles.ts';
import { openMember } from '../../members/chat/actions.ts';
import { thingButton } from '../../resources/chat/thing-button.ts';
import { decisionOnGrants, heldOn } from '../change-grants.ts';
import { addAccess, addMemberGrants, changeGrant, listBotAccess, listProjectAccess } from './actions.ts';

/** Who holds roles on a thing itself: a line and, for those who may change them, a button each. */
export function accessList(
  ctx: Context,
  actor: Actor,
  thing: Thing,
  { holders, hasPrevious, hasNext }: Found<'things.access'>,
): Screen {
  const { t } = ctx;
  const scheme = ctx.scheme(actor.workspace.scheme);
  const assigns = can(actor, scheme, 'member.assign', ctx.now, targetOf(thing));
  const action = thing.kind === 'bot' ? listBotAccess : listProjectAccess;
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
    ...(hasPrevious ? [ctx.button(t.text('button-first-page'), action, { resource: thing.id })] : []),
    ...(hasNext && last
      ? [ctx.button(t.text('button-next-page'), action, { resource: thing.id, after: last.membershipId })]
      : []),
  ];
  const none = holders.length === 0 && !hasPrevious;
  return {
    text: [
      ...t.rich(none ? 'access-none' : 'access-of', { thing: thing.name }),
      ...(lines.length > 0 ? ['\n', ...lines] : []),
    ],
    buttons: [
      ...(assigns
        ? holders
            .filter(({ membershipId }) => membershipId !== actor.membership.id)
            .map(({ membershipId, name }) => [
              ctx.button(t.text('member-button', { name }), changeGrant, {
                member: membershipId,
                resource: thing.id,
              }),
            ])
        : []),
      ...(turning.length > 0 ? [turning] : []),
      [
        ...(assigns ? [ctx.primary(t.text('button-add-access'), addAccess, { resource: thing.id })] : []),
        thingButton(ctx, thing),
      ],
    ],
  };
}

/** What a member holds on single bots and projects. */
export function memberGrants(ctx: Context, about: RoleAct, things: readonly Thing[]): Screen {
  const { t } = ctx;
  const { scheme, target, actor } = about;
  const { id } = target.membership;
  const own = target.personId === actor.person.id;
  const held = things.filter((thing) => heldOn(about, thing).length > 0);
  const lines = held.flatMap(
    (thing): RichText => [
      '\n',
      ...t.rich('grant-now', {
        thing: thing.name,
        roles: heldRoles(t, scheme.declaration.key, heldOn(about, thing)),
      }),
    ],
  );
  const changeable = held.filter((thing) => decisionOnGrants(about, thing).allow);
  const assigns = !own && can(actor, scheme, 'member.assign', ctx.now);
  return {
    text: [
      ...t.rich(held.length === 0 ? 'grants-none' : 'grants-of', { name: target.name }),
      ...(lines.length > 0 ? ['\n', ...lines] : []),
    ],
    buttons: [
      ...changeable.map((thing) => [
        ctx.button(t.text(`thing-button-${thing.kind}`, { name: thing.name }), changeGrant, {
          member: id,
          resource: thing.id,
        }),
      ]),
      [
        ...(assigns ? [ctx.primary(t.text('button-add-bots'), addMemberGrants, { member: id })] : []),
        ctx.button(t.text('button-member-card'), openMember, { member: id }),
      ],
    ],
  };
}
