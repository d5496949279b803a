import type { Target } from '../../../access/subject.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import {
  asks,
  decided,
  type Outcome,
  type Plan,
  planning,
  reopening,
  type Wizard,
} from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { plainText } from '../../../domain/plain-text.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Resource, type ResourceKind, targetOf } from '../../../domain/resource.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { createBot, createProject, insideOf } from '../create.ts';
import { deleteResource, enforceDeleting } from '../delete.ts';
import { enforceMoving, moveResource } from '../move.ts';
import { enforceRenaming, renameResource } from '../rename.ts';
import { sees, visibilityOf, visibilityWith } from '../visibility.ts';
import { resourceCard } from './resource-card.ts';
import type { Renaming } from './resource-line.ts';
import { LISTS, resourceList } from './resource-list.ts';
import {
  askDeleting,
  askDestination,
  askNameWithout,
  askNewResourceName,
  askResourceName,
} from './resource-questions.ts';
import { spoken } from './resource-words.ts';
import { inWorkspace, type ResourcePointer, withResource } from './resources-find.ts';

/** A page of a kind: of all that one sees, or of those inside one resource. */
export function listResources(
  ctx: Context,
  kind: ResourceKind,
  within: string | null,
  after: string | null,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const subject = subjectOf(actor.membership, actor.person.id);
  const visibility =
    kind === 'channel'
      ? visibilityWith(scheme, subject, 'channel.view', ctx.now)
      : visibilityOf(scheme, subject, ctx.now);
  return asks(
    { kind: 'resources.page', workspaceId: actor.workspace.id, of: kind, within, visibility, after },
    (page) => ({ screen: resourceList(ctx, actor, kind, within, page), wizard: null }),
  );
}

/** A resource's card. */
export function openResource(ctx: Context, kind: ResourceKind, pointer: ResourcePointer): Plan {
  return withResource(ctx, kind, pointer, {}, ({ resource }) => ({
    screen: seenCard(ctx, resource),
    wizard: null,
  }));
}

/** A new project or bot. */
export function createResource(
  ctx: Context,
  kind: 'project' | 'bot',
  typed: string,
  where: ResourcePointer | null,
): Plan {
  const plan = planning(() => creating(ctx, kind, typed, where));
  // Which project a name means is known only when it was found.
  if (where !== null && !('id' in where)) return plan;
  return reopening(plan, {
    codes: ['workspace_name', 'resource_name_taken'],
    wizard: newResource(kind, where?.id ?? null),
    buttons: askResourceName(ctx, kind).buttons,
  });
}

function creating(ctx: Context, kind: 'project' | 'bot', typed: string, where: ResourcePointer | null): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const taken = { kind, name: plainText(typed) };
  const make = (project: Resource | null, isTaken: boolean): Outcome => {
    const wanted = { typed, taken: isTaken, id: ctx.newId(), now: ctx.now };
    const made =
      kind === 'project' ? createProject(actor, scheme, wanted) : createBot(actor, scheme, project, wanted);
    const resource: Resource = {
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
      screen: resourceCard(ctx, actor, resource, ctx.t.rich(`resource-created-${kind}`, { name: made.name })),
      wizard: null,
    };
  };
  if (kind === 'bot' && where !== null) {
    // "Shop in Paris" may be all of a name: it can be sent again, where nothing is read out of it.
    const missing = (): Outcome => {
      if (!('name' in where)) throw new Refusal('button_stale');
      authorize(actor, scheme, 'bot.create', ctx.now, insideOf(null));
      return { screen: askNameWithout(ctx, where.name), wizard: newResource(kind, null) };
    };
    return withResource(ctx, 'project', where, { taken, missing }, ({ resource, taken: isTaken }) =>
      make(resource, isTaken),
    );
  }
  authorize(actor, scheme, `${kind}.create`, ctx.now, insideOf(null));
  const nothing = { everywhere: [], projects: [], bots: [] };
  return asks(
    {
      kind: 'resources.find',
      workspaceId: actor.workspace.id,
      asked: { kinds: [], ids: [], text: null, visibility: nothing },
      taken,
    },
    (found) => make(null, found.taken),
  );
}

/** Asks for the name of something new, of those who may make it there. */
export function askName(ctx: Context, kind: 'project' | 'bot', where: ResourcePointer | null): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const asking = (at: Target, within: string | null): Outcome => {
    authorize(actor, scheme, `${kind}.create`, ctx.now, at);
    return { screen: askResourceName(ctx, kind), wizard: newResource(kind, within) };
  };
  if (where !== null && 'name' in where)
    return withResource(ctx, 'project', where, {}, ({ resource }) => asking(targetOf(resource), resource.id));
  const path = where === null ? [] : [{ kind: 'project', id: where.id } as const];
  return decided(() => asking({ path }, where?.id ?? null));
}

/** The next message is the name of something new. */
function newResource(kind: 'project' | 'bot', within: string | null): Wizard {
  return { name: 'resource', data: { purpose: 'create', kind, id: within } };
}

/**
 * Another name for a resource, as a line says both. Where the line can be read in several ways, the resource that is there
 * decides; a new name that was read otherwise at first is asked for.
 */
export function renamingSaid(
  ctx: Context,
  kind: ResourceKind,
  readings: readonly [Renaming, ...Renaming[]],
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const [first, ...others] = readings;
  const pointer = { name: first.name, or: others.map(({ name }) => name) };
  const beside =
    kind === 'channel' || first.to === null ? {} : { taken: { kind, name: plainText(first.to) } };
  return withResource(ctx, kind, pointer, beside, ({ resource, taken }) => {
    const meant = others.find(({ name }) => spoken(name) === spoken(resource.name)) ?? first;
    if (meant === first && first.to !== null) return renamed(ctx, resource, first.to, taken);
    enforceRenaming(actor, scheme, resource, ctx.now);
    return {
      screen: askNewResourceName(ctx, resource),
      wizard: { name: 'resource', data: { purpose: 'rename', kind, id: resource.id } },
    };
  });
}

/** Another name for a resource. */
export function renaming(ctx: Context, kind: ResourceKind, pointer: ResourcePointer, typed: string): Plan {
  // Channels of different bots may well have the same name.
  const beside = kind === 'channel' ? {} : { taken: { kind, name: plainText(typed) } };
  return withResource(ctx, kind, pointer, beside, ({ resource, taken }) =>
    renamed(ctx, resource, typed, taken),
  );
}

function renamed(ctx: Context, resource: Resource, typed: string, taken: boolean): Outcome {
  const { actor, scheme } = inWorkspace(ctx);
  const { name, changes } = renameResource(actor, scheme, resource, { typed, taken, now: ctx.now });
  const note = ctx.t.rich('resource-renamed', { from: resource.name, to: name });
  return { changes, screen: resourceCard(ctx, actor, { ...resource, name }, note), wizard: null };
}

/** Moves a resource; `to` null is out of any project. */
export function moving(
  ctx: Context,
  kind: 'bot' | 'channel',
  pointer: ResourcePointer,
  to: ResourcePointer | null,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const beside = to ? { to: { kind: kind === 'bot' ? 'project' : 'bot', pointer: to } as const } : {};
  return withResource(ctx, kind, pointer, beside, ({ resource, to: place }) => {
    const changes = moveResource(actor, scheme, resource, place, ctx.now);
    const moved: Resource =
      kind === 'bot'
        ? { ...resource, project: place && { id: place.id, name: place.name } }
        : { ...resource, bot: place && { id: place.id, name: place.name }, project: place?.project ?? null };
    const note = place
      ? ctx.t.rich('resource-moved', { name: resource.name, to: place.name })
      : ctx.t.rich('resource-moved-out', { name: resource.name });
    return { changes, screen: resourceCard(ctx, actor, moved, note), wizard: null };
  });
}

/** Asks where to: the places come by the one question that an act may ask, the resource is asked about at the press. */
export function askWhereTo(ctx: Context, kind: 'bot' | 'channel', id: string): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const of = kind === 'bot' ? 'project' : 'bot';
  return asks(
    {
      kind: 'resources.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: [of],
        ids: [id],
        // An empty text is part of every name: the first ones to choose from.
        text: '',
        visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      taken: null,
    },
    ({ resources }) => {
      const resource = resources.find((one) => one.id === id);
      if (!resource) throw new Refusal('button_stale');
      enforceMoving(actor, scheme, resource, ctx.now);
      const places = resources.filter((one) => one.kind === of).slice(0, MAX_PLACES);
      return {
        screen: askDestination(ctx, resource, places),
        wizard: { name: 'resource', data: { purpose: 'move', kind, id } },
      };
    },
  );
}

/** Places offered as buttons; any other one is typed. */
const MAX_PLACES = 10;

/** Asks before deleting. */
export function askToDelete(ctx: Context, kind: ResourceKind, pointer: ResourcePointer): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withResource(ctx, kind, pointer, {}, ({ resource }) => {
    enforceDeleting(actor, scheme, resource, ctx.now);
    return { screen: askDeleting(ctx, resource), wizard: null };
  });
}

/** The yes to deleting. */
export function deleting(ctx: Context, kind: ResourceKind, pointer: ResourcePointer): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withResource(ctx, kind, pointer, {}, ({ resource }) => ({
    changes: deleteResource(actor, scheme, resource, ctx.now),
    screen: {
      text: ctx.t.rich(`resource-deleted-${kind}`, { name: resource.name }),
      buttons: [
        [
          ctx.button(ctx.t.text(`button-all-${kind}s`), LISTS[kind]),
          ctx.button(ctx.t.text('button-home'), goHome),
        ],
      ],
    },
  }));
}

/** The card, for those who see the resource; found by its own name it may still show more than they may. */
function seenCard(ctx: Context, resource: Resource) {
  const { actor, scheme } = inWorkspace(ctx);
  if (!sees(scheme, subjectOf(actor.membership, actor.person.id), resource, ctx.now))
    authorize(actor, scheme, `${resource.kind}.view`, ctx.now, targetOf(resource));
  return resourceCard(ctx, actor, resource);
}
