import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { authorize, can } from '../../../domain/authorize.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource } from '../../../domain/resource.ts';
import { grantableRoles } from '../../../domain/scheme-roles.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { RoleAct } from '../../members/change-roles.ts';
import { askMembers, isLiving } from '../../members/chat/members-find.ts';
import type { MemberPointer } from '../../members/queries.ts';
import { spoken } from '../../resources/chat/resource-words.ts';
import { inWorkspace } from '../../resources/chat/resources-find.ts';
import { RESOURCES_PAGE } from '../../resources/queries.ts';
import { visibilityOf } from '../../resources/visibility.ts';
import { changeGrants, dependentsOf, type GrantWish, heldOn, previewGrants } from '../change-grants.ts';
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
    case 'resources': {
      if (data.mode === 'take') return onHeld(ctx, data);
      const visibility = visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now);
      return asks(
        { kind: 'resources.page', workspaceId, of: 'bot', within: null, visibility, after: data.after },
        (page) => ({
          screen: grantBots(ctx, data, page),
          wizard: storedGrant({ ...data, step: 'resources' }),
        }),
      );
    }
    case 'roles':
    case 'preview':
      return onGrant(ctx, data, (about, resources) => choosing(ctx, { ...data, step }, about, resources));
  }
}

/** The yes: what the wizard says is done. Throws `Refusal` in the decision. */
export function grantNow(ctx: Context, data: GrantData): Plan {
  return onGrant(ctx, data, (about, resources) => {
    const { grants, changes, notices } = changeGrants(about, wishOf(data, resources), () => ctx.newId());
    return { changes, notices, screen: grantsDone(ctx, about, grants), wizard: null };
  });
}

/** Everything answered: what would change; or the roles, while none is chosen. */
export function choosing(
  ctx: Context,
  data: GrantData,
  about: RoleAct,
  resources: readonly Resource[],
): Outcome {
  const chosen = withRoles(data, about, resources);
  if (chosen.step === 'roles')
    return { screen: grantRoles(ctx, chosen, about, resources), wizard: storedGrant(chosen) };
  const wish = wishOf(chosen, resources);
  const dependents = dependentsOf(about, wish);
  if (dependents.length > 0) {
    const both = { ...chosen, roles: [...chosen.roles, ...dependents] };
    return {
      screen: takeBothQuestion(ctx, both, about, resources, { taken: chosen.roles, dependents }),
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
  found: readonly Resource[],
): Outcome {
  const takes = data.mode === 'take';
  const choice = found
    .filter((resource) => (takes ? heldOn(about, resource).length > 0 : resource.kind === 'bot'))
    .sort((one, other) => (takes ? one.name.localeCompare(other.name) : 0));
  if (takes && choice.length === 0) return { screen: memberGrants(ctx, about, []), wizard: null };
  const from = choice.findIndex(({ id }) => id === data.after) + 1;
  const page = {
    resources: choice.slice(from, from + RESOURCES_PAGE),
    hasPrevious: from > 0,
    hasNext: choice.length > from + RESOURCES_PAGE,
  };
  const asking: GrantData = { ...data, step: 'resources' };
  return { screen: grantBots(ctx, asking, page), wizard: storedGrant(asking) };
}

/** The resources on which the member of a wizard holds something. */
function onHeld(ctx: Context, data: GrantData): Plan {
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  const pointer = { kind: 'membership', membershipId } as const;
  return askGrants(ctx, pointer, { ids: data.resources, text: null, held: true }, (found) => {
    const [target] = found.members;
    if (!target || !isLiving(target)) throw new Refusal('target_not_member');
    const { actor, scheme } = inWorkspace(ctx);
    return choosingBots(ctx, data, { actor, scheme, target, found, now: ctx.now }, found.resources);
  });
}

/** Finds the member and the resources of a wizard. */
function onGrant(
  ctx: Context,
  data: GrantData,
  decide: (about: RoleAct, resources: readonly Resource[]) => Outcome,
): Plan {
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  return askGrants(
    ctx,
    { kind: 'membership', membershipId },
    { ids: data.resources, text: null, held: false },
    (found) => {
      const [target] = found.members;
      if (!target || !isLiving(target)) throw new Refusal('target_not_member');
      const { actor, scheme } = inWorkspace(ctx);
      const resources = found.resources.filter(({ id }) => data.resources.includes(id));
      if (resources.length < data.resources.length) throw new Refusal('changed_meanwhile');
      return decide({ actor, scheme, target, found, now: ctx.now }, resources);
    },
  );
}

/** Finds members and resources in one question, for those who may give roles anywhere. */
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
        visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      held,
    },
    decide,
  );
}

/** Passes where the actor may give roles anywhere, and the scheme has roles that are held on resources. Throws `Refusal`. */
export function enforceGranting(ctx: Context): void {
  const { actor, scheme } = inWorkspace(ctx);
  const somewhere = actor.membership.grants.some(({ resource }) =>
    can(actor, scheme, 'member.assign', ctx.now, { path: [resource] }),
  );
  if (!somewhere) authorize(actor, scheme, 'member.assign', ctx.now);
  if (grantableRoles(scheme).length === 0)
    throw new Refusal('workspace_only', { about: scheme.ownerRole.key });
}

function wishOf({ mode, roles, end }: GrantData, resources: readonly Resource[]): GrantWish {
  return { mode, resources, roles, end: unpackEnd(end) };
}

/**
 * On one resource the choice begins with what is held there. Where the scheme has one role for resources only, there is
 * nothing to choose.
 */
function withRoles(data: GrantData, about: RoleAct, resources: readonly Resource[]): GrantData {
  if (data.step !== 'roles') return data;
  const [resource, more] = resources;
  const held = resource && !more ? heldOn(about, resource).map(({ role }) => role) : [];
  if (data.mode === 'give' && data.roles.length === 0 && held.length > 0)
    return { ...data, mode: 'set', roles: held };
  const [only, another] = grantableRoles(about.scheme);
  return data.mode === 'give' && only !== undefined && another === undefined
    ? { ...data, roles: [only], step: 'preview' }
    : data;
}

/** A step cannot come before the answers it stands on; taking all roles away needs none to be named. */
function stepOf({ step, mode, membershipId, resources, roles }: GrantData): GrantData['step'] {
  if (membershipId === null) return 'who';
  if (resources.length === 0) return 'resources';
  if (step === 'who') return roles.length > 0 ? 'preview' : 'roles';
  return step === 'preview' && roles.length === 0 && mode === 'give' ? 'roles' : step;
}
