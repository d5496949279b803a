import { type Act, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingKind } from '../../../domain/thing.ts';
import { idOf } from '../../members/chat/members-find.ts';
import { obeyRenaming } from '../rename.ts';
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
import { inWorkspace, kindOf, withThing } from './things-find.ts';

/** `/projects`: what bots are gathered in. */
export const projects: Command = {
  name: 'projects',
  where: 'both',
  needs: 'project.view',
  run: (act, line) => planning(() => runLine(act, 'project', line.text)),
};

/** `/bots`: the bots one has access to. */
export const bots: Command = {
  name: 'bots',
  where: 'both',
  needs: 'workspace.view',
  run: (act, line) => planning(() => runLine(act, 'bot', line.text)),
};

/** `/channels`: what connects bots to messengers. */
export const channels: Command = {
  name: 'channels',
  where: 'both',
  needs: 'channel.view',
  run: (act, line) => planning(() => runLine(act, 'channel', line.text)),
};

function runLine(act: Act, kind: ThingKind, text: string): Plan {
  const line = parseThingLine(text, act.t);
  switch (line.kind) {
    case 'list':
      return listThings(act, kind, null, null);
    case 'open':
      return openThing(act, kind, { name: line.name });
    case 'delete':
      if (line.name === '') return listThings(act, kind, null, null);
      return askToDelete(act, kind, { name: line.name });
    case 'create':
      if (kind === 'channel') return connectChannel(act, text.replace(/^\S+\s*/u, ''));
      // Projects stand in nothing, so all of it is a name.
      if (kind === 'project' && line.where !== null)
        return createThing(act, kind, text.trim().replace(/^\S+\s*/u, ''), null);
      if (line.name === '') return askName(act, kind, line.where === null ? null : { name: line.where });
      return createThing(act, kind, line.name, line.where === null ? null : { name: line.where });
    case 'rename':
      if (line.readings[0].name === '') return listThings(act, kind, null, null);
      return renamingSaid(act, kind, line.readings);
    case 'move':
      if (line.name === '') return listThings(act, kind, null, null);
      if (kind === 'project') throw new Refusal('bad_request');
      if (line.to === null) return openThing(act, kind, { name: line.name });
      return moving(act, kind, { name: line.name }, isOutside(line.to, act.t) ? null : { name: line.to });
  }
}

/** Buttons of lists and cards. */
export const thingButtons: readonly Action[] = [
  page('pp', 'project'),
  page('pb', 'bot'),
  page('pc', 'channel'),
  onThing('po', (act, kind, id) => openThing(act, kind, { id })),
  {
    verb: 'pn',
    run: (act, [letter, within]) =>
      planning(() => {
        const kind = kindOf(letter);
        if (kind === 'channel') return askForMessenger(act, { id: idOf(within) });
        return askName(act, kind, within ? { id: idOf(within) } : null);
      }),
  },
  onThing('pr', (act, kind, id) => askRename(act, kind, { id })),
  onThing('pm', (act, kind, id) => {
    if (kind === 'project') throw new Refusal('button_stale');
    return askWhereTo(act, kind, id);
  }),
  destination('pt', 'bot'),
  destination('pu', 'channel'),
  onThing('pd', (act, kind, id) => askToDelete(act, kind, { id })),
  onThing('py', (act, kind, id) => deleting(act, kind, { id })),
];

function page(verb: string, kind: ThingKind): Action {
  return {
    verb,
    run: (act, [within, after]) =>
      planning(() => listThings(act, kind, within ? idOf(within) : null, after ? idOf(after) : null)),
  };
}

function onThing(verb: string, plan: (act: Act, kind: ThingKind, id: string) => Plan): Action {
  return { verb, run: (act, [letter, id]) => planning(() => plan(act, kindOf(letter), idOf(id))) };
}

function destination(verb: string, kind: 'bot' | 'channel'): Action {
  return {
    verb,
    run: (act, [id, to]) =>
      planning(() => moving(act, kind, { id: idOf(id) }, to === undefined ? null : { id: idOf(to) })),
  };
}

function askRename(act: Act, kind: ThingKind, pointer: { id: string }): Plan {
  const { actor, scheme } = inWorkspace(act);
  return withThing(act, kind, pointer, {}, ({ thing }) => {
    obeyRenaming(actor, scheme, thing, act.now);
    return {
      screen: askNewThingName(act, thing),
      wizard: { name: 'thing', data: { purpose: 'rename', kind, id: thing.id } },
    };
  });
}
