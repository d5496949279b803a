import type { Act } from '../../../chat/act.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import type { GrantChange } from '../change-grants.ts';
import type { GrantData } from './grant-data.ts';
import { namesOf } from './grant-questions.ts';

/** What would change, bot by bot, with the yes that does it. */
export function grantDifference(
  act: Act,
  data: GrantData,
  { scheme, target }: RoleAct,
  grants: readonly GrantChange[],
): Screen {
  const { t } = act;
  const lines = grants.flatMap(
    ({ thing, before, after }): RichText => [
      '\n',
      ...t.rich('grant-line', {
        thing: thing.name,
        before: heldRoles(t, scheme.declaration.key, before),
        after: heldRoles(t, scheme.declaration.key, after),
      }),
    ],
  );
  // On many bots at once the same is given: what it comes to is told once, where it is the same on all.
  const [first] = grants;
  const same = grants.every(({ rights }) => rightsKey(rights) === rightsKey(first?.rights));
  const part = (title: string, rights: GrantChange['rights']['gained']): RichText =>
    rights.length === 0 ? [] : ['\n\n', ...t.rich(title), '\n', ...rightsText(rights, t)];
  return {
    text: [
      ...t.rich('grant-difference', { name: target.name }),
      ...lines,
      ...(same && first
        ? [...part('role-gains', first.rights.gained), ...part('role-loses', first.rights.lost)]
        : []),
    ],
    buttons: [
      [act.primary(t.text('button-confirm'), 'gc', data.stamp)],
      [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

/** It is done: what the member holds now on each of the bots. */
export function grantsDone(act: Act, { scheme, target }: RoleAct, grants: readonly GrantChange[]): Screen {
  const { t } = act;
  const lines = grants.flatMap(
    ({ thing, after }): RichText => [
      '\n',
      ...t.rich('grant-now', {
        thing: thing.name,
        roles: heldRoles(t, scheme.declaration.key, after),
      }),
    ],
  );
  return {
    text: [
      ...t.rich(target.address === null ? 'grant-done-untold' : 'grant-done', { name: target.name }),
      ...lines,
    ],
    buttons: [
      [
        act.button(t.text('button-member-grants'), 'gl', target.membership.id),
        act.button(t.text('button-member-card'), 'mv', target.membership.id),
      ],
    ],
  };
}

/** Roles that others stand on cannot go alone: take them together, or none. */
export function takeBothQuestion(
  act: Act,
  data: GrantData,
  { scheme, target }: RoleAct,
  things: readonly Thing[],
  { taken, dependents }: { readonly taken: readonly string[]; readonly dependents: readonly string[] },
): Screen {
  const { t } = act;
  const key = scheme.declaration.key;
  return {
    text: t.rich('grant-take-both', {
      name: target.name,
      things: namesOf(act, things),
      taken: roleTitles(t, key, taken),
      dependents: roleTitles(t, key, dependents),
    }),
    buttons: [
      [act.danger(t.text('button-take-both'), 'gc', data.stamp)],
      [act.button(t.text('button-take-none'), 'xx')],
    ],
  };
}

function rightsKey(rights: GrantChange['rights'] | undefined): string {
  return JSON.stringify(rights);
}
