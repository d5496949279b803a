import { runNamed } from '../actions/core-actions.ts';
import type { CommandInfo } from '../command-info.ts';
import type { Context } from '../context.ts';
import { mayRun } from '../parts/may-run.ts';
import { mapOutcome, type Plan } from '../plan.ts';
import type { PressButton } from '../reply.ts';
import { type PressWords, pressedBy } from './read-press.ts';

/** The button of the open screen that a typed text presses; null where it presses none. */
export function typedPress(ctx: Context, text: string, by: PressWords['by']): PressButton | null {
  const { open, t } = ctx;
  return open && pressedBy(text, open.buttons, { yes: t.words('words-yes'), no: t.words('words-no'), by });
}

/** The answer to a question for free text whose words are also a command: the command is offered beside it. */
export function offering(ctx: Context, plan: Plan, command: CommandInfo): Plan {
  if (command.name === 'cancel' || !mayRun(ctx, command)) return plan;
  const offer = ctx.button(`/${command.name}`, runNamed, { command: command.name });
  return mapOutcome(plan, (outcome) => {
    const { screen } = outcome;
    return screen ? { ...outcome, screen: { ...screen, buttons: [...screen.buttons, [offer]] } } : outcome;
  });
}
