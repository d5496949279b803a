import type { CompiledScheme } from '../../../access/compile.ts';
import { explain } from '../../../access/explain.ts';
import { workspaceWide } from '../../../access/subject.ts';
import type { Right } from '../../../access/vocabulary.ts';
import { type Act, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import type { Registry } from '../../../chat/registry.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { THING_KINDS, type Thing, targetOf } from '../../../domain/thing.ts';
import { spoken, thingsMeant } from '../../resources/chat/thing-words.ts';
import { inWorkspace } from '../../resources/chat/things-find.ts';
import { sightOf } from '../../resources/sight.ts';
import { parseWhyLine, type WhyLine } from './why-line.ts';
import { whyActions, whyScreen, whyThings } from './why-screen.ts';

/** `/why publish Shop`: which role or rule decides it for whoever asks, and who can help. */
export const why: Command = {
  name: 'why',
  where: 'both',
  needs: null,
  run: (act, line, registry) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(act);
      const said = parseWhyLine(line.text, scheme, act.t);
      const { rights, name } = said.rights.length > 0 ? said : byCommand(act, scheme, line.text, registry);
      if (rights.length === 0) return decided(() => ({ screen: whyThings(act, scheme, line.text !== '') }));
      return name === ''
        ? explainOrAsk(act, actor, scheme, rights)
        : explainAt(act, actor, scheme, rights, name);
    }),
};

/** What begins with the word for a command is about what the command does: "invite", "publish Shop". */
function byCommand(act: Act, scheme: CompiledScheme, text: string, registry: Registry): WhyLine {
  const [word = '', ...rest] = text.trim().split(/\s+/u);
  const command = registry.alias(word, act.t.language);
  if (command === null) return { rights: [], name: '' };
  const said = parseWhyLine([command.name, ...rest].join(' '), scheme, act.t);
  if (said.rights.length > 0 || command.needs === null) return said;
  // What a command needs before all is only to look at something.
  return command.needs.endsWith('.view') ? said : { rights: [command.needs], name: '' };
}

/** The actions on one kind of thing. */
const chooseAction: Action = {
  verb: 'ya',
  run: (act, [place]) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(act);
      const right = numbered(scheme, place);
      const resource = right.slice(0, right.indexOf('.') + 1);
      return explainOrAsk(
        act,
        actor,
        scheme,
        scheme.rights.filter((one) => one.startsWith(resource)),
      );
    }),
};

/** One right, in the workspace. */
const explainRight: Action = {
  verb: 'yr',
  run: (act, [place]) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(act);
      return explainOrAsk(act, actor, scheme, [numbered(scheme, place)]);
    }),
};

/** The kinds of things again. */
const chooseThing: Action = {
  verb: 'yt',
  run: (act) => decided(() => ({ screen: whyThings(act, inWorkspace(act).scheme, false) })),
};

/** The buttons of `/why`. */
export const whyButtons: readonly Action[] = [chooseAction, explainRight, chooseThing];

/** One right is explained; of several one is chosen. */
function explainOrAsk(act: Act, actor: Actor, scheme: CompiledScheme, rights: readonly Right[]): Plan {
  const [right, another] = rights;
  if (right === undefined) throw new Refusal('button_stale');
  return decided(() => ({
    screen:
      another === undefined ? explained(act, actor, scheme, right, null) : whyActions(act, scheme, rights),
  }));
}

/** On a thing that the person sees; of rights to several kinds of things, the one to this kind is meant. */
function explainAt(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  rights: readonly Right[],
  name: string,
): Plan {
  const subject = subjectOf(actor.membership, actor.person.id);
  const asked = { kinds: THING_KINDS, ids: [], text: spoken(name), sight: sightOf(scheme, subject, act.now) };
  return asks(
    { kind: 'things.find', workspaceId: actor.workspace.id, asked, taken: null },
    ({ things }): Outcome => {
      const meant = thingsMeant(name, things);
      const fitting = meant.filter(({ kind }) => rights.some((right) => right.startsWith(`${kind}.`)));
      const [thing] = fitting.length > 0 ? fitting : meant;
      if (!thing) throw new Refusal('thing_not_found', { values: { name } });
      const right = rights.find((one) => one.startsWith(`${thing.kind}.`)) ?? rights[0];
      if (right === undefined) throw new Refusal('button_stale');
      return { screen: explained(act, actor, scheme, right, thing) };
    },
  );
}

function explained(act: Act, actor: Actor, scheme: CompiledScheme, right: Right, thing: Thing | null) {
  const subject = subjectOf(actor.membership, actor.person.id);
  const target = thing === null ? workspaceWide : targetOf(thing);
  return whyScreen(act, scheme, {
    right,
    thing,
    explanation: explain(scheme, subject, right, target, act.now),
  });
}

function numbered(scheme: CompiledScheme, text: string | undefined): Right {
  const right = scheme.rights[Number.parseInt(text ?? '', 36)];
  if (right === undefined) throw new Refusal('button_stale');
  return right;
}
