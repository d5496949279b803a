import type { CommandInfo } from '../command-info.ts';
import type { Context } from '../context.ts';
import { commandButtons } from '../parts/buttons.ts';
import { mapOutcome, type Plan } from '../plan.ts';
import type { PressButton } from '../reply.ts';
import { type PressWords, pressedBy } from './read-press.ts';

/** The button of the open screen that a typed text presses; null where it presses none. */
export function typedPress(ctx: Context, text: string, by: PressWords['by']): PressButton | null {
  const { open, t } = ctx;
  return open && pressedBy(text, open.buttons, { yes: t.words('words-yes'), no: t.words('words-no'), by });
}

/** The answer to a question for free text whose words are also a command: the command is offered beside it. */
export function offering(ctx: Context, plan: Plan, { name }: CommandInfo): Plan {
  return mapOutcome(plan, (outcome) => {
    const { screen } = outcome;
    const [offer] = commandButtons(ctx, [name]);
    if (!screen || !offer) return outcome;
    const known = screen.buttons.flat().some(({ label }) => label === offer.label);
    return known ? outcome : { ...outcome, screen: { ...screen, buttons: [...screen.buttons, [offer]] } };
  });
}
