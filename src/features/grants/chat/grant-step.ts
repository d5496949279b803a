import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { authorize, can } from '../../../domain/authorize.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { askMembers, isLiving } from '../../members/chat/members-find.ts';
import type { MemberPointer } from '../../members/queries.ts';
import { spoken } from '../../resources/chat/thing-words.ts';
import { inWorkspace } from '../../resources/chat/things-find.ts';
import { THINGS_PAGE } from '../../resources/queries.ts';
import { sightOf } from '../../resources/sight.ts';
import {
  changeGrants,
  dependentsOf,
  type GrantWish,
  grantableRoles,
  heldOn,
  previewGrants,
} from '../change-grants.ts';
import { type GrantData, storedGrant, unpackEnd } from './grant-data.ts';
import { grantDifference, grantsDone, takeBothQuestion } from './grant-difference.ts';
import { memberGrants } from './grant-lists.ts';
import { grantBots, grantRoles, grantWhom } from './grant-questions.ts';

/** Asks what is still missing, or shows what would change. */
export function grantStep(ctx: Context, data: GrantData): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const workspaceId = actor.workspace.id;
  const step = stepOf(data);
  switch (step) {
    case 'who':
      return asks({ kind: 'members.page', workspaceId, search: null, from: null }, (page) => ({
        screen: grantWhom(ctx, data, page),
        wizard: storedGrant({ ...data, step: 'who' }),
      }));
    case 'things': {
      if (data.mode === 'take') return onHeld(ctx, data);
      const sight = sightOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now);
      return asks(
        { kind: 'things.page', workspaceId, of: 'bot', within: null, sight, after: data.after },
        (page) => ({
          screen: grantBots(ctx, data, page),
          wizard: storedGrant({ ...data, step: 'things' }),
        }),
      );
    }
    case 'roles':
    case 'preview':
      return onGrant(ctx, data, (about, things) => choosing(ctx, { ...data, step }, about, things));
  }
}

/** The yes: what the wizard says is done. Throws `Refusal` in the decision. */
export function grantNow(ctx: Context, data: GrantData): Plan {
  return onGrant(ctx, data, (about, things) => {
    const { grants, changes, notices } = changeGrants(about, wishOf(data, things), () => ctx.newId());
    return { changes, notices, screen: grantsDone(ctx, about, grants), wizard: null };
  });
}

/** Everything answered: what would change; or the roles, while none is chosen. */
export function choosing(ctx: Context, data: GrantData, about: RoleAct, things: readonly Thing[]): Outcome {
  const chosen = withRoles(data, about, things);
  if (chosen.step === 'roles')
    return { screen: grantRoles(ctx, chosen, about, things), wizard: storedGrant(chosen) };
  const wish = wishOf(chosen, things);
  const dependents = dependentsOf(about, wish);
  if (dependents.length > 0) {
    const both = { ...chosen, roles: [...chosen.roles, ...dependents] };
    return {
      screen: takeBothQuestion(ctx, both, about, things, { taken: chosen.roles, dependents }),
      wizard: storedGrant(both),
    };
  }
  return {
    screen: grantDifference(ctx, chosen, about, previewGrants(about, wish)),
    wizard: storedGrant(chosen),
  };
}

/**
 * The member is known now: the bots to choose from, as they came along with the member. Roles are taken only where
 * some are held, projects included.
 */
export function choosingBots(
  ctx: Context,
  data: GrantData,
  about: RoleAct,
  found: readonly Thing[],
): Outcome {
  const takes = data.mode === 'take';
  const choice = found
    .filter((thing) => (takes ? heldOn(about, thing).length > 0 : thing.kind === 'bot'))
    .sort((one, other) => (takes ? one.name.localeCompare(other.name) : 0));
  if (takes && choice.length === 0) return { screen: memberGrants(ctx, about, []), wizard: null };
  const from = choice.findIndex(({ id }) => id === data.after) + 1;
  const page = {
    things: choice.slice(from, from + THINGS_PAGE),
    hasPrevious: from > 0,
    hasNext: choice.length > from + THINGS_PAGE,
  };
  const asking: GrantData = { ...data, step: 'things' };
  return { screen: grantBots(ctx, asking, page), wizard: storedGrant(asking) };
}

/** The things on which the member of a wizard holds something. */
function onHeld(ctx: Context, data: GrantData): Plan {
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  const pointer = { kind: 'membership', membershipId } as const;
  return askGrants(ctx, pointer, { ids: data.things, text: null, held: true }, (found) => {
    const [target] = found.members;
    if (!target || !isLiving(target)) throw new Refusal('target_not_member');
    const { actor, scheme } = inWorkspace(ctx);
    return choosingBots(ctx, data, { actor, scheme, target, found, now: ctx.now }, found.things);
  });
}

/** Finds the member and the things of a wizard. */
function onGrant(
  ctx: Context,
  data: GrantData,
  decide: (about: RoleAct, things: readonly Thing[]) => Outcome,
): Plan {
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  return askGrants(
    ctx,
    { kind: 'membership', membershipId },
    { ids: data.things, text: null, held: false },
    (found) => {
      const [target] = found.members;
      if (!target || !isLiving(target)) throw new Refusal('target_not_member');
      const { actor, scheme } = inWorkspace(ctx);
      const things = found.things.filter(({ id }) => data.things.includes(id));
      if (things.length < data.things.length) throw new Refusal('changed_meanwhile');
      return decide({ actor, scheme, target, found, now: ctx.now }, things);
    },
  );
}

/** Finds members and things in one question, for those who may give roles anywhere. */
export function askGrants(
  ctx: Context,
  pointer: MemberPointer,
  {
    ids,
    text,
    held,
  }: { readonly ids: readonly string[]; readonly text: string | null; readonly held: boolean },
  decide: (found: Found<'grants.find'>) => Outcome,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const { kind: _, ...members } = askMembers(ctx, actor, scheme, pointer);
  return asks(
    {
      kind: 'grants.find',
      ...members,
      asked: {
        kinds: ['bot', 'project'],
        ids,
        text: text === null ? null : spoken(text),
        sight: sightOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      held,
    },
    decide,
  );
}

/** Passes where the actor may give roles anywhere, and the scheme has roles that are held on things. Throws `Refusal`. */
export function enforceGranting(ctx: Context): void {
  const { actor, scheme } = inWorkspace(ctx);
  const somewhere = actor.membership.grants.some(({ thing }) =>
    can(actor, scheme, 'member.assign', ctx.now, { path: [thing] }),
  );
  if (!somewhere) authorize(actor, scheme, 'member.assign', ctx.now);
  if (grantableRoles(scheme).length === 0)
    throw new Refusal('workspace_only', { about: scheme.ownerRole.key });
}

function wishOf({ mode, roles, end }: GrantData, things: readonly Thing[]): GrantWish {
  return { mode, things, roles, end: unpackEnd(end) };
}

/**
 * On one thing the choice begins with what is held there. Where the scheme has one role for things only, there is
 * nothing to choose.
 */
function withRoles(data: GrantData, about: RoleAct, things: readonly Thing[]): GrantData {
  if (data.step !== 'roles') return data;
  const [thing, more] = things;
  const held = thing && !more ? heldOn(about, thing).map(({ role }) => role) : [];
  if (data.mode === 'give' && data.roles.length === 0 && held.length > 0)
    return { ...data, mode: 'set', roles: held };
  const [only, another] = grantableRoles(about.scheme);
  return data.mode === 'give' && only !== undefined && another === undefined
    ? { ...data, roles: [only], step: 'preview' }
    : data;
}

/** A step cannot come before the answers it stands on; taking all roles away needs none to be named. */
function stepOf({ step, mode, membershipId, things, roles }: GrantData): GrantData['step'] {
  if (membershipId === null) return 'who';
  if (things.length === 0) return 'things';
  if (step === 'who') return roles.length > 0 ? 'preview' : 'roles';
  return step === 'preview' && roles.length === 0 && mode === 'give' ? 'roles' : step;
}
