import type { Handler, Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ResourceKind } from '../../../domain/resource.ts';
import { enforceRenaming } from '../rename.ts';
import type * as actions from './actions.ts';
import { askForMessenger, connectChannel } from './channel-acts.ts';
import {
  askName,
  askToDelete,
  askWhereTo,
  createResource,
  deleting,
  listResources,
  moving,
  openResource,
  renamingSaid,
} from './resource-acts.ts';
import { isOutside, parseResourceLine } from './resource-line.ts';
import { askNewResourceName } from './resource-questions.ts';
import { inWorkspace, withResource } from './resources-find.ts';

/** `/projects`: what bots are gathered in. */
export const projects: Command = {
  name: 'projects',
  where: 'both',
  needs: 'project.view',
  reach: 'right_on_resources',
  run: (ctx, line) => planning(() => runLine(ctx, 'project', line.text)),
};

/** `/bots`: the bots one has access to. */
export const bots: Command = {
  name: 'bots',
  where: 'both',
  needs: 'bot.view',
  reach: 'any_grant',
  run: (ctx, line) => planning(() => runLine(ctx, 'bot', line.text)),
};

/** `/channels`: what connects bots to messengers. */
export const channels: Command = {
  name: 'channels',
  where: 'both',
  needs: 'channel.view',
  reach: 'right_on_resources',
  run: (ctx, line) => planning(() => runLine(ctx, 'channel', line.text)),
};

function runLine(ctx: Context, kind: ResourceKind, text: string): Plan {
  const line = parseResourceLine(text, ctx.t);
  switch (line.kind) {
    case 'list':
      return listResources(ctx, kind, null, null);
    case 'open':
      return openResource(ctx, kind, { name: line.name });
    case 'delete':
      if (line.name === '') return listResources(ctx, kind, null, null);
      return askToDelete(ctx, kind, { name: line.name });
    case 'create':
      if (kind === 'channel') return connectChannel(ctx, text.replace(/^\S+\s*/u, ''));
      // Projects stand in nothing, so all of it is a name.
      if (kind === 'project' && line.where !== null)
        return createResource(ctx, kind, text.trim().replace(/^\S+\s*/u, ''), null);
      if (line.name === '') return askName(ctx, kind, line.where === null ? null : { name: line.where });
      return createResource(ctx, kind, line.name, line.where === null ? null : { name: line.where });
    case 'rename':
      if (line.readings[0].name === '') return listResources(ctx, kind, null, null);
      return renamingSaid(ctx, kind, line.readings);
    case 'move':
      if (line.name === '') return listResources(ctx, kind, null, null);
      if (kind === 'project') throw new Refusal('bad_request');
      if (line.to === null) return openResource(ctx, kind, { name: line.name });
      return moving(ctx, kind, { name: line.name }, isOutside(line.to, ctx.t) ? null : { name: line.to });
  }
}

/** Buttons of lists and cards. */
export const resourcesHandlers = {
  listProjects: page('project'),

  listBots: page('bot'),

  listChannels: page('channel'),

  openResource: onResource((ctx, kind, id) => openResource(ctx, kind, { id })),

  addResource: (ctx, { kind, within }) =>
    planning(() => {
      if (kind === 'channel') {
        if (within === null) throw new Refusal('button_stale');
        return askForMessenger(ctx, { id: within });
      }
      return askName(ctx, kind, within ? { id: within } : null);
    }),

  askNewName: onResource((ctx, kind, id) => askRename(ctx, kind, { id })),

  askWhereTo: onResource((ctx, kind, id) => {
    if (kind === 'project') throw new Refusal('button_stale');
    return askWhereTo(ctx, kind, id);
  }),

  moveBot: destination('bot'),

  moveChannel: destination('channel'),

  askDeletingResource: onResource((ctx, kind, id) => askToDelete(ctx, kind, { id })),

  confirmDeletingResource: onResource((ctx, kind, id) => deleting(ctx, kind, { id })),
} satisfies Partial<Handlers<typeof actions>>;

function page(kind: ResourceKind): Handler<typeof actions.listBots> {
  return (ctx, { within, after }) => planning(() => listResources(ctx, kind, within, after));
}

function onResource(
  plan: (ctx: Context, kind: ResourceKind, id: string) => Plan,
): Handler<typeof actions.openResource> {
  return (ctx, { kind, id }) => planning(() => plan(ctx, kind, id));
}

function destination(kind: 'bot' | 'channel'): Handler<typeof actions.moveBot> {
  return (ctx, { id, to }) => planning(() => moving(ctx, kind, { id }, to === null ? null : { id: to }));
}

function askRename(ctx: Context, kind: ResourceKind, pointer: { id: string }): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withResource(ctx, kind, pointer, {}, ({ resource }) => {
    enforceRenaming(actor, scheme, resource, ctx.now);
    return {
      screen: askNewResourceName(ctx, resource),
      wizard: { name: 'resource', data: { purpose: 'rename', kind, id: resource.id } },
    };
  });
}
