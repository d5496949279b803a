import { Refusal } from '../domain/refusal.ts';
import type { Command } from './command.ts';
import type { CommandLine } from './command-line.ts';
import type { Context } from './context.ts';
import { decided, mapOutcome, type Outcome, type Plan } from './plan.ts';
import type { Screen } from './reply.ts';

/** Runs a command where it belongs; elsewhere the plan refuses and says where that is. */
export function runCommand(ctx: Context, command: Command, line: CommandLine): Plan {
  const place = ctx.update.chat.kind;
  if (command.where !== 'both' && command.where !== place) {
    return decided(() => {
      throw new Refusal(command.where === 'private' ? 'private_only' : 'group_only');
    });
  }
  const plan = command.run(ctx, line);
  return command.keepsDialogue ? plan : afresh(ctx, plan);
}

/**
 * A new beginning: it ends the wizard in the middle, unless it begins one itself or is refused. A person who was in the
 * middle of another dialogue is told that it is over.
 */
export function afresh(ctx: Context, plan: Plan): Plan {
  const { wizard } = ctx;
  if (!wizard) return plan;
  const ended = (outcome: Outcome): Outcome => {
    const after = { wizard: null, ...outcome };
    return after.wizard?.name === wizard.name || !after.screen
      ? after
      : { ...after, screen: putAside(ctx, after.screen) };
  };
  return mapOutcome(plan, ended);
}

function putAside(ctx: Context, screen: Screen): Screen {
  return { ...screen, text: [...ctx.t.rich('dialogue-aside'), '\n\n', ...screen.text] };
}
