import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { enforce } from '../../../domain/enforce.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { decisionOnGrants, heldOn, MOST_GRANTED, rolesToGrant } from '../change-grants.ts';
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
export function grantBots(ctx: Context, data: GrantData, page: Found<'things.page'>): Screen {
  const { t } = ctx;
  const last = page.things.at(-1);
  const turning: Button[] = [
    ...(page.hasPrevious
      ? [ctx.button(t.text('button-first-page'), turnGrantResources, { stamp: data.stamp })]
      : []),
    ...(page.hasNext && last
      ? [ctx.button(t.text('button-next-page'), turnGrantResources, { stamp: data.stamp, after: last.id })]
      : []),
  ];
  const full = data.things.length >= MOST_GRANTED;
  return {
    text: t.rich(page.things.length === 0 && !page.hasPrevious ? 'grant-no-bots' : 'grant-bots'),
    buttons: [
      ...page.things
        .filter(({ id }) => !full || data.things.includes(id))
        .map(({ id, name }) => [
          ctx.button(
            t.text(data.things.includes(id) ? 'thing-ticked' : 'thing-unticked', { name }),
            toggleGrantResource,
            { stamp: data.stamp, resource: id },
          ),
        ]),
      ...(turning.length > 0 ? [turning] : []),
      ...(data.things.length > 0
        ? [
            [
              ctx.primary(
                t.text('button-things-chosen', { count: data.things.length }),
                confirmGrantResources,
                { stamp: data.stamp },
              ),
            ],
          ]
        : []),
      ...(page.things.length === 0 && !page.hasPrevious ? [[commandButton(ctx, 'bots')]] : []),
      cancel(ctx),
    ],
  };
}

/** Asks which roles: ticks with Save. Throws `Refusal` where the actor can change nothing there. */
export function grantRoles(ctx: Context, data: GrantData, about: RoleAct, things: readonly Thing[]): Screen {
  const { t } = ctx;
  const { actor, scheme, target } = about;
  for (const thing of things) {
    enforce(decisionOnGrants(about, thing), {
      workspaceId: actor.workspace.id,
      action: 'member.assign',
      subjectId: target.personId,
    });
  }
  const lawful = things.map((thing) => rolesToGrant(about, thing).map(({ role }) => role));
  const held = things.flatMap((thing) => heldOn(about, thing).map(({ role }) => role));
  const offered = scheme.roles.filter(
    ({ key }) => held.includes(key) || lawful.every((roles) => roles.includes(key)),
  );
  const saves = data.roles.length > 0 || data.mode === 'set';
  return {
    text: t.rich('grant-roles', { name: target.name, things: namesOf(ctx, things) }),
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

/** Names of things as one list. */
export function namesOf(ctx: Context, things: readonly Pick<Thing, 'name'>[]) {
  return listed(
    things.map(({ name }) => name),
    ctx.t,
  );
}

function cancel(ctx: Context): Button[] {
  return [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)];
}
