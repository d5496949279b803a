import { Refusal } from '../domain/refusal.ts';
import type { ButtonSigner } from './actions/button-signer.ts';
import type { Answer } from './command.ts';
import type { CommandInfo } from './command-info.ts';
import { type CommandLine, countryOf, parseCommandLine } from './command-line.ts';
import type { Context } from './context.ts';
import { decided, type Plan } from './plan.ts';
import type { Registry } from './registry.ts';
import { afresh } from './run-command.ts';
import { isLinkCodeAsShown } from './secrets/codes.ts';
import { keepingOpen } from './typed/keep-open.ts';
import { offering, typedPress } from './typed/route-typed.ts';
import type { Update, UpdateEvent } from './update.ts';

/** Events that nobody asks anything with. */
export type Housekeeping = Extract<UpdateEvent, { kind: 'reachability' | 'group' | 'moved' }>;

/** What the chat does where no command, button or wizard takes an update. */
export interface Fallbacks {
  /** The bot was opened, with or without a deep link. */
  start(ctx: Context, payload: string | null): Plan;
  /** A slash command that does not exist; `near` is what was probably meant. */
  unknownCommand(ctx: Context, name: string, near: CommandInfo | null): Plan;
  /** Words or a message that mean nothing to us; `near` is the command whose name the first word nearly is. */
  unknownText(ctx: Context, near: CommandInfo | null): Plan;
  /** A person was pointed at outside a wizard: a forwarded message, a shared contact, a picked user. */
  personShown(ctx: Context, answer: Answer, line: CommandLine): Plan;
  /** A person asks for something who nobody can tell from others. */
  anonymous(ctx: Context): Plan;
  /** The bot came into a group or left it, or the group moved; reachability of a person. */
  housekeeping(ctx: Context, event: Housekeeping): Plan;
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
export function route(ctx: Context, registry: Registry, buttons: ButtonSigner, fallbacks: Fallbacks): Routed {
  const { event } = ctx.update;
  if (ctx.update.anonymous && event.kind !== 'group' && event.kind !== 'moved') {
    return { label: 'anonymous', plan: fallbacks.anonymous(ctx) };
  }
  switch (event.kind) {
    case 'message':
      return routeMessage(ctx, event, registry, buttons, fallbacks);
    case 'start':
      return { label: 'start', plan: afresh(ctx, fallbacks.start(ctx, event.payload)) };
    case 'press':
      return routePress(ctx, event.payload, registry, buttons);
    case 'picked':
    case 'contact':
      return routeAnswer(ctx, event, NO_LINE, registry, fallbacks);
    case 'reachability':
    case 'group':
    case 'moved':
      return { label: event.kind, plan: fallbacks.housekeeping(ctx, event) };
    case 'other':
      return { label: 'other', plan: fallbacks.unknownText(ctx, null) };
  }
}

function routeMessage(
  ctx: Context,
  event: Extract<Answer, { kind: 'message' }>,
  registry: Registry,
  buttons: ButtonSigner,
  fallbacks: Fallbacks,
): Routed {
  const slash = event.forwardOf === null ? /^\/([\p{L}\p{N}_]{1,64})/u.exec(event.text) : null;
  if (slash?.[1]) {
    const command = registry.commands.named(slash[1]) ?? registry.commands.alias(slash[1], ctx.t.language);
    if (command)
      return toCommand(ctx, command, parseCommandLine(event, slash[0].length, countryOf(ctx)), registry);
    return {
      label: 'unknown command',
      plan: keepingOpen(ctx, fallbacks.unknownCommand(ctx, slash[1], registry.commands.nearest(slash[1]))),
    };
  }
  const word = commandWord(event.text);
  const command = word && registry.commands.alias(word.name, ctx.t.language);
  // A person who answers something with a code of another messenger means the code, not a name.
  if (isLinkCodeAsShown(event.text) && ctx.update.chat.kind === 'private' && event.forwardOf === null)
    return { label: 'link code', plan: afresh(ctx, fallbacks.unknownText(ctx, null)) };
  if (ctx.wizard) return routeInDialogue(ctx, event, registry, buttons, fallbacks);
  if (event.forwardOf) {
    return {
      label: 'person shown',
      plan: fallbacks.personShown(ctx, event, parseCommandLine(event, 0, countryOf(ctx))),
    };
  }
  const press = event.mentions.length === 0 ? typedPress(ctx, event.text, 'any') : null;
  if (press) return routePress(ctx, press.payload, registry, buttons);
  if (word && command)
    return toCommand(ctx, command, parseCommandLine(event, word.end, countryOf(ctx)), registry);
  const near = word && registry.commands.nearest(word.name);
  return { label: 'unknown text', plan: keepingOpen(ctx, fallbacks.unknownText(ctx, near)) };
}

/** Words while a dialogue is open: the words that cancel, then the buttons, then a command, then the answer. */
function routeInDialogue(
  ctx: Context,
  event: Extract<Answer, { kind: 'message' }>,
  registry: Registry,
  buttons: ButtonSigner,
  fallbacks: Fallbacks,
): Routed {
  const line = parseCommandLine(event, 0, countryOf(ctx));
  const answered = (): Routed => routeAnswer(ctx, event, line, registry, fallbacks);
  if (event.forwardOf !== null) return answered();
  const word = commandWord(event.text);
  const command = word === null ? null : registry.commands.alias(word.name, ctx.t.language);
  if (command?.name === 'cancel' && word?.end === event.text.trimEnd().length)
    return toCommand(ctx, command, NO_LINE, registry);
  const reads = ctx.wizard && registry.wizard(ctx.wizard.name)?.reads?.(ctx, ctx.wizard.data, line);
  const by = reads === 'text' ? 'label' : reads ? 'names' : 'any';
  const press = event.mentions.length === 0 && reads !== 'own' ? typedPress(ctx, event.text, by) : null;
  if (press) return routePress(ctx, press.payload, registry, buttons);
  if (!command || !word || reads === 'own') return answered();
  if (reads !== 'text')
    return toCommand(ctx, command, parseCommandLine(event, word.end, countryOf(ctx)), registry);
  const { label, plan } = answered();
  return { label, plan: offering(ctx, plan, command) };
}

/** The first word of a text, which may be a command's, and where it ends (UTF-16). */
function commandWord(text: string): { readonly name: string; readonly end: number } | null {
  const word = /^\s*([\p{L}_][\p{L}_'’ʼ]{1,63})(?=\s|$)/u.exec(text);
  return word?.[1] ? { name: word[1], end: word[0].length } : null;
}

function toCommand(ctx: Context, command: CommandInfo, line: CommandLine, registry: Registry): Routed {
  return { label: `/${command.name}`, plan: registry.commands.run(ctx, command, line) };
}

function routeAnswer(
  ctx: Context,
  answer: Answer,
  line: CommandLine,
  registry: Registry,
  fallbacks: Fallbacks,
): Routed {
  const wizard = ctx.wizard ? registry.wizard(ctx.wizard.name) : null;
  if (ctx.wizard && wizard) {
    return {
      label: `wizard ${wizard.name}`,
      plan: wizard.answer(ctx, ctx.wizard.data, answer, line),
    };
  }
  if (answer.kind === 'message') return { label: 'unknown text', plan: fallbacks.unknownText(ctx, null) };
  return { label: 'person shown', plan: fallbacks.personShown(ctx, answer, line) };
}

function routePress(ctx: Context, payload: string, registry: Registry, buttons: ButtonSigner): Routed {
  const press = buttons.read(payload, ctx.person.id, ctx.formerIds);
  if (press.kind === 'forged')
    return { label: 'button forged', plan: decided(() => refusePress('button_forged', ctx, null)) };
  const label = `button ${press.code}`;
  if (press.kind === 'for-another') {
    return { label, plan: decided(() => refusePress('button_not_yours', ctx, press.code)) };
  }
  const action = registry.action(press.code);
  if (!action) return { label: 'button stale', plan: decided(() => refusePress('button_stale', ctx, null)) };
  const plan = action.run(ctx, press.args) ?? decided(() => refusePress('button_stale', ctx, null));
  return { label, plan };
}

/** A forged button, or another's, is an attempt on a right where there is a workspace to note it in. */
function refusePress(
  code: 'button_forged' | 'button_not_yours' | 'button_stale',
  ctx: Context,
  buttonCode: string | null,
): never {
  const workspaceId = ctx.workspace?.id ?? ctx.group?.workspaceId ?? null;
  throw new Refusal(
    code,
    workspaceId === null || code === 'button_stale'
      ? {}
      : { attempt: { workspaceId, action: `button.${buttonCode ?? 'forged'}`, subjectId: ctx.person.id } },
  );
}
