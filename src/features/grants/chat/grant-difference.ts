import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { openMember } from '../../members/chat/actions.ts';
import type { GrantChange } from '../change-grants.ts';
import { confirmGrants, listMemberGrants } from './actions.ts';
import type { GrantData } from './grant-data.ts';
import { namesOf } from './grant-questions.ts';

/** What would change, bot by bot, with the yes that does it. */
export function grantDifference(
  ctx: Context,
  data: GrantData,
  { scheme, target }: RoleAct,
  grants: readonly GrantChange[],
): Screen {
  const { t } = ctx;
  const lines = grants.flatMap(
    ({ resource, before, after }): RichText => [
      '\n',
      ...t.rich('grant-line', {
        resource: resource.name,
        before: heldRoles(t, scheme.declaration.key, before),
        after: heldRoles(t, scheme.declaration.key, after),
      }),
    ],
  );
  // On many bots at once the same is given: what it amounts to is told once, where it is the same on all.
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
      [ctx.primary(t.text('button-confirm'), confirmGrants, { stamp: data.stamp })],
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

/** It is done: what the member holds now on each of the bots. */
export function grantsDone(
  ctx: Context,
  { scheme, target }: RoleAct,
  grants: readonly GrantChange[],
): Screen {
  const { t } = ctx;
  const lines = grants.flatMap(
    ({ resource, after }): RichText => [
      '\n',
      ...t.rich('grant-now', {
        resource: resource.name,
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
        ctx.button(t.text('button-member-grants'), listMemberGrants, { member: target.membership.id }),
        ctx.button(t.text('button-member-card'), openMember, { member: target.membership.id }),
      ],
    ],
  };
}

/** Roles that others stand on cannot go alone: take them together, or none. */
export function takeBothQuestion(
  ctx: Context,
  data: GrantData,
  { scheme, target }: RoleAct,
  resources: readonly Resource[],
  { taken, dependents }: { readonly taken: readonly string[]; readonly dependents: readonly string[] },
): Screen {
  const { t } = ctx;
  const key = scheme.declaration.key;
  return {
    text: t.rich('grant-take-both', {
      name: target.name,
      resources: namesOf(ctx, resources),
      taken: roleTitles(t, key, taken),
      dependents: roleTitles(t, key, dependents),
    }),
    buttons: [
      [ctx.danger(t.text('button-take-both'), confirmGrants, { stamp: data.stamp })],
      [ctx.button(t.text('button-take-none'), cancelDialogue)],
    ],
  };
}

function rightsKey(rights: GrantChange['rights'] | undefined): string {
  return JSON.stringify(rights);
}
