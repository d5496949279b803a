import type { Act } from '../../../chat/act.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleTitle } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { obey } from '../../../domain/obey.ts';
import type { Found } from '../../../domain/queries.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { memberButton } from '../../members/chat/member-choice.ts';
import { heldOn, MOST_GRANTED, rolesToGrant, rulingOnGrants } from '../change-grants.ts';
import type { GrantData } from './grant-data.ts';

/** Asks who shall get roles, or lose them. */
export function grantWhom(act: Act, data: GrantData, page: Found<'members.page'>): Screen {
  const others = page.members.filter(({ membershipId }) => membershipId !== act.membership?.id);
  return {
    text: act.t.rich('grant-who', { by: act.pointsBy }),
    buttons: [
      ...others.map((member) => [memberButton(act, member, 'gw', member.membershipId, data.stamp)]),
      cancel(act),
    ],
  };
}

/** Asks on which bots: ticks, or names typed. */
export function grantBots(act: Act, data: GrantData, page: Found<'things.page'>): Screen {
  const { t } = act;
  const last = page.things.at(-1);
  const turning: Button[] = [
    ...(page.hasPrevious ? [act.button(t.text('button-first-page'), 'gp', data.stamp)] : []),
    ...(page.hasNext && last ? [act.button(t.text('button-next-page'), 'gp', data.stamp, last.id)] : []),
  ];
  const full = data.things.length >= MOST_GRANTED;
  return {
    text: t.rich(page.things.length === 0 && !page.hasPrevious ? 'grant-no-bots' : 'grant-bots'),
    buttons: [
      ...page.things
        .filter(({ id }) => !full || data.things.includes(id))
        .map(({ id, name }) => [
          act.button(
            t.text(data.things.includes(id) ? 'thing-ticked' : 'thing-unticked', { name }),
            'gb',
            data.stamp,
            id,
          ),
        ]),
      ...(turning.length > 0 ? [turning] : []),
      ...(data.things.length > 0
        ? [[act.primary(t.text('button-things-chosen', { count: data.things.length }), 'go', data.stamp)]]
        : []),
      ...(page.things.length === 0 && !page.hasPrevious ? [[commandButton(act, 'bots')]] : []),
      cancel(act),
    ],
  };
}

/** Asks which roles: ticks with Save. Throws `Refusal` where the actor can change nothing there. */
export function grantRoles(act: Act, data: GrantData, about: RoleAct, things: readonly Thing[]): Screen {
  const { t } = act;
  const { actor, scheme, target } = about;
  for (const thing of things) {
    obey(rulingOnGrants(about, thing), {
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
    text: t.rich('grant-roles', { name: target.name, things: namesOf(act, things) }),
    buttons: [
      ...offered.map(({ key }) => [
        act.button(
          t.text(data.roles.includes(key) ? 'role-ticked' : 'role-unticked', {
            role: { composed: roleTitle(t, scheme.declaration.key, key) },
          }),
          'gt',
          data.stamp,
          key,
        ),
      ]),
      ...(saves ? [[act.primary(t.text('button-save'), 'gs', data.stamp)]] : []),
      cancel(act),
    ],
  };
}

/** Names of things as one list. */
export function namesOf(act: Act, things: readonly Pick<Thing, 'name'>[]) {
  return listed(
    things.map(({ name }) => name),
    act.t,
  );
}

function cancel(act: Act): Button[] {
  return [act.button(act.t.text('button-cancel'), 'xx')];
}
