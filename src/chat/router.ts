import { Refusal } from '../domain/refusal.ts';
import type { Act, Plan } from './act.ts';
import { decided } from './act.ts';
import type { ButtonSigner } from './buttons.ts';
import { isLinkCodeAsShown } from './codes.ts';
import type { Answer, Command, CommandLine } from './command.ts';
import { countryOf, parseCommandLine } from './command-line.ts';
import type { Registry } from './registry.ts';
import { afresh, runCommand } from './run-command.ts';
import type { Update } from './update.ts';

/** What the chat does where no command, button or wizard takes an update. */
export interface Fallbacks {
  /** The bot was opened, with or without a deep link. */
  start(act: Act, payload: string | null): Plan;
  /** A slash command that does not exist; `near` is what was probably meant. */
  unknownCommand(act: Act, name: string, near: Command | null): Plan;
  /** Words or a message that mean nothing to us; `near` is the command whose name the first word nearly is. */
  unknownText(act: Act, near: Command | null): Plan;
  /** A person was pointed at outside a wizard: a forwarded message, a shared contact, a picked user. */
  personShown(act: Act, answer: Answer, line: CommandLine): Plan;
  /** Somebody asks for something whom nobody can tell from others. */
  anonymous(act: Act): Plan;
  /** The bot came into a group or left it, or the group moved; reachability of a person. */
  housekeeping(act: Act): Plan;
}

/** A plan, and the name it has in logs and metrics: never anything a person typed. */
export interface Routed {
  readonly label: string;
  readonly plan: Plan;
}

const NO_LINE: CommandLine = { text: '', words: [], replyTo: null };

/** Whether an update is meant for the bot at all: in a group it listens only when addressed. */
export function isAddressed(update: Update): boolean {
  const { event } = update;
  return event.kind === 'message' || event.kind === 'other' ? event.addressed : true;
}

/** Finds what an addressed update asks for. */
export function route(act: Act, registry: Registry, buttons: ButtonSigner, fallbacks: Fallbacks): Routed {
  const { event } = act.update;
  if (act.update.anonymous && event.kind !== 'group' && event.kind !== 'moved') {
    return { label: 'anonymous', plan: fallbacks.anonymous(act) };
  }
  switch (event.kind) {
    case 'message':
      return routeMessage(act, event, registry, fallbacks);
    case 'start':
      return { label: 'start', plan: afresh(act, fallbacks.start(act, event.payload)) };
    case 'press':
      return routePress(act, event.payload, registry, buttons);
    case 'picked':
    case 'contact':
      return routeAnswer(act, event, NO_LINE, registry, fallbacks);
    case 'reachability':
    case 'group':
    case 'moved':
      return { label: event.kind, plan: fallbacks.housekeeping(act) };
    case 'other':
      return { label: 'other', plan: fallbacks.unknownText(act, null) };
  }
}

function routeMessage(
  act: Act,
  event: Extract<Answer, { kind: 'message' }>,
  registry: Registry,
  fallbacks: Fallbacks,
): Routed {
  const slash = event.forwardOf === null ? /^\/([\p{L}\p{N}_]{1,64})/u.exec(event.text) : null;
  if (slash?.[1]) {
    const command = registry.command(slash[1]) ?? registry.alias(slash[1], act.t.language);
    if (command)
      return toCommand(act, command, parseCommandLine(event, slash[0].length, countryOf(act)), registry);
    return {
      label: 'unknown command',
      plan: fallbacks.unknownCommand(act, slash[1], registry.nearest(slash[1])),
    };
  }
  const word = /^\s*([\p{L}_][\p{L}_'’ʼ]{1,63})(?=\s|$)/u.exec(event.text);
  const command = word?.[1] ? registry.alias(word[1], act.t.language) : null;
  if (act.wizard) {
    // Whoever answers something with a code of another messenger means the code, not a name.
    if (isLinkCodeAsShown(event.text) && act.update.chat.kind === 'private' && event.forwardOf === null)
      return { label: 'link code', plan: afresh(act, fallbacks.unknownText(act, null)) };
    // Whoever types words instead of pressing buttons must get out by a word, too.
    const goesOut = command?.name === 'cancel' && word?.[0] === event.text.trimEnd();
    return goesOut
      ? toCommand(act, command, NO_LINE, registry)
      : routeAnswer(act, event, parseCommandLine(event, 0, countryOf(act)), registry, fallbacks);
  }
  if (event.forwardOf) {
    return {
      label: 'person shown',
      plan: fallbacks.personShown(act, event, parseCommandLine(event, 0, countryOf(act))),
    };
  }
  if (word && command)
    return toCommand(act, command, parseCommandLine(event, word[0].length, countryOf(act)), registry);
  const near = word?.[1] ? registry.nearest(word[1]) : null;
  return { label: 'unknown text', plan: fallbacks.unknownText(act, near) };
}

function toCommand(act: Act, command: Command, line: CommandLine, registry: Registry): Routed {
  return { label: `/${command.name}`, plan: runCommand(act, command, line, registry) };
}

function routeAnswer(
  act: Act,
  answer: Answer,
  line: CommandLine,
  registry: Registry,
  fallbacks: Fallbacks,
): Routed {
  const wizard = act.wizard ? registry.wizard(act.wizard.name) : null;
  if (act.wizard && wizard) {
    return {
      label: `wizard ${wizard.name}`,
      plan: wizard.answer(act, act.wizard.data, answer, line, registry),
    };
  }
  if (answer.kind === 'message') return { label: 'unknown text', plan: fallbacks.unknownText(act, null) };
  return { label: 'person shown', plan: fallbacks.personShown(act, answer, line) };
}

function routePress(act: Act, payload: string, registry: Registry, buttons: ButtonSigner): Routed {
  const press = buttons.read(payload, act.person.id, act.formerIds);
  if (press.kind === 'forged')
    return { label: 'button forged', plan: decided(() => refusePress('button_forged', act, null)) };
  const label = `button ${press.action.verb}`;
  if (press.kind === 'for-another') {
    return { label, plan: decided(() => refusePress('button_not_yours', act, press.action.verb)) };
  }
  const action = registry.action(press.action.verb);
  if (!action) return { label: 'button stale', plan: decided(() => refusePress('button_stale', act, null)) };
  return { label, plan: action.run(act, press.action.args, registry) };
}

/** A forged button, or another's, is an attempt on a right where there is a workspace to note it in. */
function refusePress(
  code: 'button_forged' | 'button_not_yours' | 'button_stale',
  act: Act,
  verb: string | null,
): never {
  const workspaceId = act.workspace?.id ?? act.group?.workspaceId ?? null;
  throw new Refusal(
    code,
    workspaceId === null || code === 'button_stale'
      ? {}
      : { attempt: { workspaceId, action: `button.${verb ?? 'forged'}`, subjectId: act.person.id } },
  );
}
