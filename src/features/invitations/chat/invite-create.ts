import type { CompiledScheme } from '../../../access/compile.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Who } from '../../../domain/who.ts';
import { type InviteTools, inviteByLink, invitePeople, MAX_ADDRESSEES, type Offering } from '../invite.ts';
import type { Terms } from '../terms.ts';
import { askResources, type ResourceWish, resourcesWished } from './invite-resources.ts';
import { inviteResultScreen, linkScreen } from './invite-result.ts';

/** Invites the people and answers row by row; a wizard that led here is over. */
export function createInvitations(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  who: readonly Who[],
  roles: readonly string[],
  wish: ResourceWish,
  terms: Terms,
): Plan {
  return resolving(ctx, actor, scheme, who, roles, wish, (found) => {
    const resources = resourcesWished(wish, found.resources, ctx.t);
    return invitedNow(ctx, actor, scheme, { roles, resources, ...terms }, found);
  });
}

/** Invites the people who were found. Throws `Refusal`. */
export function invitedNow(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  offering: Offering & Terms,
  found: Found<'people.resolve'>,
): Outcome {
  const { rows, changes, notices } = invitePeople(actor, scheme, offering, found, toolsOf(ctx));
  return {
    changes,
    notices,
    screen: inviteResultScreen(ctx, actor, scheme, rows, offering),
    wizard: null,
  };
}

/** Makes a link for anybody; a wizard that led here is over. */
export function createLink(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  roles: readonly string[],
  uses: number,
  wish: ResourceWish,
  terms: Terms,
): Plan {
  const make = (found: readonly Resource[]): Outcome => {
    const resources = resourcesWished(wish, found, ctx.t);
    const made = inviteByLink(actor, scheme, { roles, resources, ...terms, uses }, toolsOf(ctx));
    return {
      changes: made.changes,
      screen: linkScreen(ctx, actor, scheme, { ...made, roles, resources, uses }),
      wizard: null,
    };
  };
  const asked = askResources(actor, scheme, wish, ctx.now);
  if (asked === null) return decided(() => make([]));
  return asks(
    { kind: 'resources.find', workspaceId: actor.workspace.id, asked, taken: null },
    ({ resources }) => make(resources),
  );
}

/** Finds out who the pointers, and which resources the wish means before deciding. Throws `Refusal` when there are too many of them. */
export function resolving(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  who: readonly Who[],
  roles: readonly string[],
  wish: ResourceWish,
  decide: (found: Found<'people.resolve'>) => Outcome,
): Plan {
  if (who.length > MAX_ADDRESSEES) {
    throw new Refusal('too_many_people', { values: { most: MAX_ADDRESSEES, count: who.length } });
  }
  const counted = roles.filter((role) => scheme.roleByKey.get(role)?.maxHolders != null);
  return asks(
    {
      kind: 'people.resolve',
      messenger: ctx.update.messenger,
      workspaceId: actor.workspace.id,
      who,
      count: counted,
      now: ctx.now,
      resources: askResources(actor, scheme, wish, ctx.now),
    },
    decide,
  );
}

function toolsOf(ctx: Context): InviteTools {
  return {
    messenger: ctx.update.messenger,
    now: ctx.now,
    mail: ctx.mail,
    newId: () => ctx.newId(),
    tokenHash: (invitationId) => ctx.invitationTokenHash(invitationId, 0),
  };
}
