import type { Target } from '../../../access/subject.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, type Wizard } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { plainText } from '../../../domain/plain-text.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { type Thing, type ThingKind, targetOf } from '../../../domain/thing.ts';
import { createBot, createProject, insideOf } from '../create.ts';
import { deleteThing, enforceDeleting } from '../delete.ts';
import { enforceMoving, moveThing } from '../move.ts';
import { enforceRenaming, renameThing } from '../rename.ts';
import { sees, sightOf, sightWith } from '../sight.ts';
import { thingCard } from './thing-card.ts';
import type { Renaming } from './thing-line.ts';
import { LISTS, thingList } from './thing-list.ts';
import {
  askDeleting,
  askDestination,
  askNameWithout,
  askNewThingName,
  askThingName,
} from './thing-questions.ts';
import { spoken } from './thing-words.ts';
import { inWorkspace, type ThingPointer, withThing } from './things-find.ts';

/** A page of a kind: of all that one sees, or of those inside one thing. */
export function listThings(ctx: Context, kind: ThingKind, within: string | null, after: string | null): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const subject = subjectOf(actor.membership, actor.person.id);
  const sight =
    kind === 'channel'
      ? sightWith(scheme, subject, 'channel.view', ctx.now)
      : sightOf(scheme, subject, ctx.now);
  return asks(
    { kind: 'things.page', workspaceId: actor.workspace.id, of: kind, within, sight, after },
    (page) => ({ screen: thingList(ctx, actor, kind, within, page), wizard: null }),
  );
}

/** A thing's card. */
export function openThing(ctx: Context, kind: ThingKind, pointer: ThingPointer): Plan {
  return withThing(ctx, kind, pointer, {}, ({ thing }) => ({ screen: seenCard(ctx, thing), wizard: null }));
}

/** A new project or bot. */
export function createThing(
  ctx: Context,
  kind: 'project' | 'bot',
  typed: string,
  where: ThingPointer | null,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const taken = { kind, name: plainText(typed) };
  const make = (project: Thing | null, isTaken: boolean): Outcome => {
    const wanted = { typed, taken: isTaken, id: ctx.newId(), now: ctx.now };
    const made =
      kind === 'project' ? createProject(actor, scheme, wanted) : createBot(actor, scheme, project, wanted);
    const thing: Thing = {
      kind,
      id: made.id,
      name: made.name,
      bot: kind === 'bot' ? { id: made.id, name: made.name } : null,
      project: kind === 'bot' ? project && { id: project.id, name: project.name } : made,
      versions: kind === 'bot' ? { staging: 1, production: null, publishedAt: null } : null,
      connection: null,
      contents: 0,
    };
    return {
      changes: made.changes,
      screen: thingCard(ctx, actor, thing, ctx.t.rich(`thing-created-${kind}`, { name: made.name })),
      wizard: null,
    };
  };
  if (kind === 'bot' && where !== null) {
    // "Shop in Paris" may be all of a name: it can be sent again, where nothing is read out of it.
    const missing = (): Outcome => {
      if (!('name' in where)) throw new Refusal('button_stale');
      authorize(actor, scheme, 'bot.create', ctx.now, insideOf(null));
      return { screen: askNameWithout(ctx, where.name), wizard: newThing(kind, null) };
    };
    return withThing(ctx, 'project', where, { taken, missing }, ({ thing, taken: isTaken }) =>
      make(thing, isTaken),
    );
  }
  authorize(actor, scheme, `${kind}.create`, ctx.now, insideOf(null));
  const nothing = { everywhere: [], projects: [], bots: [] };
  return asks(
    {
      kind: 'things.find',
      workspaceId: actor.workspace.id,
      asked: { kinds: [], ids: [], text: null, sight: nothing },
      taken,
    },
    (found) => make(null, found.taken),
  );
}

/** Asks for the name of something new, of those who may make it there. */
export function askName(ctx: Context, kind: 'project' | 'bot', where: ThingPointer | null): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const asking = (at: Target, within: string | null): Outcome => {
    authorize(actor, scheme, `${kind}.create`, ctx.now, at);
    return { screen: askThingName(ctx, kind), wizard: newThing(kind, within) };
  };
  if (where !== null && 'name' in where)
    return withThing(ctx, 'project', where, {}, ({ thing }) => asking(targetOf(thing), thing.id));
  const path = where === null ? [] : [{ kind: 'project', id: where.id } as const];
  return decided(() => asking({ path }, where?.id ?? null));
}

/** The next message is the name of something new. */
function newThing(kind: 'project' | 'bot', within: string | null): Wizard {
  return { name: 'thing', data: { purpose: 'create', kind, id: within } };
}

/**
 * Another name for a thing, as a line says both. Where the line can be read in several ways, the thing that is there
 * decides; a new name that was read otherwise at first is asked for.
 */
export function renamingSaid(
  ctx: Context,
  kind: ThingKind,
  readings: readonly [Renaming, ...Renaming[]],
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const [first, ...others] = readings;
  const pointer = { name: first.name, or: others.map(({ name }) => name) };
  const beside =
    kind === 'channel' || first.to === null ? {} : { taken: { kind, name: plainText(first.to) } };
  return withThing(ctx, kind, pointer, beside, ({ thing, taken }) => {
    const meant = others.find(({ name }) => spoken(name) === spoken(thing.name)) ?? first;
    if (meant === first && first.to !== null) return renamed(ctx, thing, first.to, taken);
    enforceRenaming(actor, scheme, thing, ctx.now);
    return {
      screen: askNewThingName(ctx, thing),
      wizard: { name: 'thing', data: { purpose: 'rename', kind, id: thing.id } },
    };
  });
}

/** Another name for a thing. */
export function renaming(ctx: Context, kind: ThingKind, pointer: ThingPointer, typed: string): Plan {
  // Channels of different bots may well have the same name.
  const beside = kind === 'channel' ? {} : { taken: { kind, name: plainText(typed) } };
  return withThing(ctx, kind, pointer, beside, ({ thing, taken }) => renamed(ctx, thing, typed, taken));
}

function renamed(ctx: Context, thing: Thing, typed: string, taken: boolean): Outcome {
  const { actor, scheme } = inWorkspace(ctx);
  const { name, changes } = renameThing(actor, scheme, thing, { typed, taken, now: ctx.now });
  const note = ctx.t.rich('thing-renamed', { from: thing.name, to: name });
  return { changes, screen: thingCard(ctx, actor, { ...thing, name }, note), wizard: null };
}

/** Moves a thing; `to` null is out of any project. */
export function moving(
  ctx: Context,
  kind: 'bot' | 'channel',
  pointer: ThingPointer,
  to: ThingPointer | null,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const beside = to ? { to: { kind: kind === 'bot' ? 'project' : 'bot', pointer: to } as const } : {};
  return withThing(ctx, kind, pointer, beside, ({ thing, to: place }) => {
    const changes = moveThing(actor, scheme, thing, place, ctx.now);
    const moved: Thing =
      kind === 'bot'
        ? { ...thing, project: place && { id: place.id, name: place.name } }
        : { ...thing, bot: place && { id: place.id, name: place.name }, project: place?.project ?? null };
    const note = place
      ? ctx.t.rich('thing-moved', { name: thing.name, to: place.name })
      : ctx.t.rich('thing-moved-out', { name: thing.name });
    return { changes, screen: thingCard(ctx, actor, moved, note), wizard: null };
  });
}

/** Asks where to: the places come by the one question that an act may ask, the thing is asked about at the press. */
export function askWhereTo(ctx: Context, kind: 'bot' | 'channel', id: string): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const of = kind === 'bot' ? 'project' : 'bot';
  return asks(
    {
      kind: 'things.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: [of],
        ids: [id],
        // An empty text is part of every name: the first ones to choose from.
        text: '',
        sight: sightOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      taken: null,
    },
    ({ things }) => {
      const thing = things.find((one) => one.id === id);
      if (!thing) throw new Refusal('button_stale');
      enforceMoving(actor, scheme, thing, ctx.now);
      const places = things.filter((one) => one.kind === of).slice(0, MOST_PLACES);
      return {
        screen: askDestination(ctx, thing, places),
        wizard: { name: 'thing', data: { purpose: 'move', kind, id } },
      };
    },
  );
}

/** Places offered as buttons; any other one is typed. */
const MOST_PLACES = 10;

/** Asks before deleting. */
export function askToDelete(ctx: Context, kind: ThingKind, pointer: ThingPointer): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withThing(ctx, kind, pointer, {}, ({ thing }) => {
    enforceDeleting(actor, scheme, thing, ctx.now);
    return { screen: askDeleting(ctx, thing), wizard: null };
  });
}

/** The yes to deleting. */
export function deleting(ctx: Context, kind: ThingKind, pointer: ThingPointer): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withThing(ctx, kind, pointer, {}, ({ thing }) => ({
    changes: deleteThing(actor, scheme, thing, ctx.now),
    screen: {
      text: ctx.t.rich(`thing-deleted-${kind}`, { name: thing.name }),
      buttons: [
        [
          ctx.button(ctx.t.text(`button-all-${kind}s`), LISTS[kind]),
          ctx.button(ctx.t.text('button-home'), goHome),
        ],
      ],
    },
  }));
}

/** The card, for those who see the thing; found by its own name it may still show more than they may. */
function seenCard(ctx: Context, thing: Thing) {
  const { actor, scheme } = inWorkspace(ctx);
  if (!sees(scheme, subjectOf(actor.membership, actor.person.id), thing, ctx.now))
    authorize(actor, scheme, `${thing.kind}.view`, ctx.now, targetOf(thing));
  return thingCard(ctx, actor, thing);
}
