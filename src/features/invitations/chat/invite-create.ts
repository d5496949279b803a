import type { CompiledScheme } from '../../../access/compile.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { Who } from '../../../domain/who.ts';
import { type InviteTools, inviteByLink, invitePeople, MOST_ADDRESSEES, type Offering } from '../invite.ts';
import type { Terms } from '../terms.ts';
import { inviteResultScreen, linkScreen } from './invite-result.ts';
import { askThings, type ThingWish, thingsWished } from './invite-things.ts';

/** Invites the people and answers row by row; a wizard that led here is over. */
export function createInvitations(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  who: readonly Who[],
  roles: readonly string[],
  wish: ThingWish,
  terms: Terms,
): Plan {
  return resolving(ctx, actor, scheme, who, roles, wish, (found) => {
    const things = thingsWished(wish, found.things, ctx.t);
    return invitedNow(ctx, actor, scheme, { roles, things, ...terms }, found);
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
  wish: ThingWish,
  terms: Terms,
): Plan {
  const make = (found: readonly Thing[]): Outcome => {
    const things = thingsWished(wish, found, ctx.t);
    const made = inviteByLink(actor, scheme, { roles, things, ...terms, uses }, toolsOf(ctx));
    return {
      changes: made.changes,
      screen: linkScreen(ctx, actor, scheme, { ...made, roles, things, uses }),
      wizard: null,
    };
  };
  const asked = askThings(actor, scheme, wish, ctx.now);
  if (asked === null) return decided(() => make([]));
  return asks({ kind: 'things.find', workspaceId: actor.workspace.id, asked, taken: null }, ({ things }) =>
    make(things),
  );
}

/** Finds out whom the pointers, and which things the wish means before deciding. Throws `Refusal` when there are too many of them. */
export function resolving(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  who: readonly Who[],
  roles: readonly string[],
  wish: ThingWish,
  decide: (found: Found<'people.resolve'>) => Outcome,
): Plan {
  if (who.length > MOST_ADDRESSEES) {
    throw new Refusal('too_many_people', { values: { most: MOST_ADDRESSEES, count: who.length } });
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
      things: askThings(actor, scheme, wish, ctx.now),
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
