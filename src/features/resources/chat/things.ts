import type { Handler, Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingKind } from '../../../domain/thing.ts';
import { enforceRenaming } from '../rename.ts';
import type * as actions from './actions.ts';
import { askForMessenger, connectChannel } from './channel-acts.ts';
import {
  askName,
  askToDelete,
  askWhereTo,
  createThing,
  deleting,
  listThings,
  moving,
  openThing,
  renamingSaid,
} from './thing-acts.ts';
import { isOutside, parseThingLine } from './thing-line.ts';
import { askNewThingName } from './thing-questions.ts';
import { inWorkspace, withThing } from './things-find.ts';

/** `/projects`: what bots are gathered in. */
export const projects: Command = {
  name: 'projects',
  where: 'both',
  needs: 'project.view',
  run: (ctx, line) => planning(() => runLine(ctx, 'project', line.text)),
};

/** `/bots`: the bots one has access to. */
export const bots: Command = {
  name: 'bots',
  where: 'both',
  needs: 'workspace.view',
  run: (ctx, line) => planning(() => runLine(ctx, 'bot', line.text)),
};

/** `/channels`: what connects bots to messengers. */
export const channels: Command = {
  name: 'channels',
  where: 'both',
  needs: 'channel.view',
  run: (ctx, line) => planning(() => runLine(ctx, 'channel', line.text)),
};

function runLine(ctx: Context, kind: ThingKind, text: string): Plan {
  const line = parseThingLine(text, ctx.t);
  switch (line.kind) {
    case 'list':
      return listThings(ctx, kind, null, null);
    case 'open':
      return openThing(ctx, kind, { name: line.name });
    case 'delete':
      if (line.name === '') return listThings(ctx, kind, null, null);
      return askToDelete(ctx, kind, { name: line.name });
    case 'create':
      if (kind === 'channel') return connectChannel(ctx, text.replace(/^\S+\s*/u, ''));
      // Projects stand in nothing, so all of it is a name.
      if (kind === 'project' && line.where !== null)
        return createThing(ctx, kind, text.trim().replace(/^\S+\s*/u, ''), null);
      if (line.name === '') return askName(ctx, kind, line.where === null ? null : { name: line.where });
      return createThing(ctx, kind, line.name, line.where === null ? null : { name: line.where });
    case 'rename':
      if (line.readings[0].name === '') return listThings(ctx, kind, null, null);
      return renamingSaid(ctx, kind, line.readings);
    case 'move':
      if (line.name === '') return listThings(ctx, kind, null, null);
      if (kind === 'project') throw new Refusal('bad_request');
      if (line.to === null) return openThing(ctx, kind, { name: line.name });
      return moving(ctx, kind, { name: line.name }, isOutside(line.to, ctx.t) ? null : { name: line.to });
  }
}

/** Buttons of lists and cards. */
export const thingsHandlers = {
  listProjects: page('project'),

  listBots: page('bot'),

  listChannels: page('channel'),

  openResource: onThing((ctx, kind, id) => openThing(ctx, kind, { id })),

  addResource: (ctx, { kind, within }) =>
    planning(() => {
      if (kind === 'channel') {
        if (within === null) throw new Refusal('button_stale');
        return askForMessenger(ctx, { id: within });
      }
      return askName(ctx, kind, within ? { id: within } : null);
    }),

  askNewName: onThing((ctx, kind, id) => askRename(ctx, kind, { id })),

  askWhereTo: onThing((ctx, kind, id) => {
    if (kind === 'project') throw new Refusal('button_stale');
    return askWhereTo(ctx, kind, id);
  }),

  moveBot: destination('bot'),

  moveChannel: destination('channel'),

  askDeletingResource: onThing((ctx, kind, id) => askToDelete(ctx, kind, { id })),

  confirmDeletingResource: onThing((ctx, kind, id) => deleting(ctx, kind, { id })),
} satisfies Partial<Handlers<typeof actions>>;

function page(kind: ThingKind): Handler<typeof actions.listBots> {
  return (ctx, { within, after }) => planning(() => listThings(ctx, kind, within, after));
}

function onThing(
  plan: (ctx: Context, kind: ThingKind, id: string) => Plan,
): Handler<typeof actions.openResource> {
  return (ctx, { kind, id }) => planning(() => plan(ctx, kind, id));
}

function destination(kind: 'bot' | 'channel'): Handler<typeof actions.moveBot> {
  return (ctx, { id, to }) => planning(() => moving(ctx, kind, { id }, to === null ? null : { id: to }));
}

function askRename(ctx: Context, kind: ThingKind, pointer: { id: string }): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return withThing(ctx, kind, pointer, {}, ({ thing }) => {
    enforceRenaming(actor, scheme, thing, ctx.now);
    return {
      screen: askNewThingName(ctx, thing),
      wizard: { name: 'thing', data: { purpose: 'rename', kind, id: thing.id } },
    };
  });
}
