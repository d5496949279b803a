import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { enforce } from '../../../domain/enforce.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Resource } from '../../../domain/resource.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { decisionOnGrants, heldOn, MAX_GRANTED, rolesToGrant } from '../change-grants.ts';
import {
  chooseGrantee,
  confirmGrantResources,
  previewGrants,
  toggleGrantResource,
  toggleGrantRole,
  turnGrantResources,
} from './actions.ts';
import type { GrantData } from './grant-data.ts';

/** Asks who shall get roles, or lose them. */
export function grantWhom(ctx: Context, data: GrantData, page: Found<'members.page'>): Screen {
  const others = page.members.filter(({ membershipId }) => membershipId !== ctx.membership?.id);
  return {
    text: ctx.t.rich('grant-who', { by: ctx.pointsBy }),
    buttons: [
      ...others.map((member) => [
        memberButton(ctx, member, chooseGrantee, { member: member.membershipId, stamp: data.stamp }),
      ]),
      cancel(ctx),
    ],
  };
}

/** Asks on which bots: ticks, or names typed. */
export function grantBots(ctx: Context, data: GrantData, page: Found<'resources.page'>): Screen {
  const { t } = ctx;
  const last = page.resources.at(-1);
  const turning: Button[] = [
    ...(page.hasPrevious
      ? [ctx.button(t.text('button-first-page'), turnGrantResources, { stamp: data.stamp })]
      : []),
    ...(page.hasNext && last
      ? [ctx.button(t.text('button-next-page'), turnGrantResources, { stamp: data.stamp, after: last.id })]
      : []),
  ];
  const full = data.resources.length >= MAX_GRANTED;
  return {
    text: t.rich(page.resources.length === 0 && !page.hasPrevious ? 'grant-no-bots' : 'grant-bots'),
    buttons: [
      ...page.resources
        .filter(({ id }) => !full || data.resources.includes(id))
        .map(({ id, name }) => [
          ctx.button(
            t.text(data.resources.includes(id) ? 'resource-ticked' : 'resource-unticked', { name }),
            toggleGrantResource,
            { stamp: data.stamp, resource: id },
          ),
        ]),
      ...(turning.length > 0 ? [turning] : []),
      ...(data.resources.length > 0
        ? [
            [
              ctx.primary(
                t.text('button-resources-chosen', { count: data.resources.length }),
                confirmGrantResources,
                { stamp: data.stamp },
              ),
            ],
          ]
        : []),
      ...(page.resources.length === 0 && !page.hasPrevious ? [[commandButton(ctx, 'bots')]] : []),
      cancel(ctx),
    ],
  };
}

/** Asks which roles: ticks with Save. Throws `Refusal` where the actor can change nothing there. */
export function grantRoles(
  ctx: Context,
  data: GrantData,
  about: RoleAct,
  resources: readonly Resource[],
): Screen {
  const { t } = ctx;
  const { actor, scheme, target } = about;
  for (const resource of resources) {
    enforce(decisionOnGrants(about, resource), {
      workspaceId: actor.workspace.id,
      action: 'member.assign',
      subjectId: target.personId,
    });
  }
  const lawful = resources.map((resource) => rolesToGrant(about, resource).map(({ role }) => role));
  const held = resources.flatMap((resource) => heldOn(about, resource).map(({ role }) => role));
  const offered = scheme.roles.filter(
    ({ key }) => held.includes(key) || lawful.every((roles) => roles.includes(key)),
  );
  const saves = data.roles.length > 0 || data.mode === 'set';
  return {
    text: t.rich('grant-roles', { name: target.name, resources: namesOf(ctx, resources) }),
    buttons: [
      ...offered.map(({ key }) => [
        ctx.button(
          t.text(data.roles.includes(key) ? 'role-ticked' : 'role-unticked', {
            role: { composed: roleTitle(t, scheme.declaration.key, key) },
          }),
          toggleGrantRole,
          { stamp: data.stamp, role: key },
        ),
      ]),
      ...(saves ? [[ctx.primary(t.text('button-save'), previewGrants, { stamp: data.stamp })]] : []),
      cancel(ctx),
    ],
  };
}

/** Names of resources as one list. */
export function namesOf(ctx: Context, resources: readonly Pick<Resource, 'name'>[]) {
  return listed(
    resources.map(({ name }) => name),
    ctx.t,
  );
}

function cancel(ctx: Context): Button[] {
  return [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)];
}
