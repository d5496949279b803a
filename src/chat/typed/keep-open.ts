import type { Context } from '../context.ts';
import { mapOutcome, type Outcome, type Plan } from '../plan.ts';
import type { Screen } from '../reply.ts';

/** What was not understood is answered without losing what is open: the question and its buttons are shown again. */
export function keepingOpen(ctx: Context, plan: Plan): Plan {
  return mapOutcome(plan, (outcome) => withOpen(ctx, outcome));
}

/** A refusal of a typed answer with the buttons of its question, which is still open, before its own. */
export function refusedScreen({ wizard, open }: Context, screen: Screen): Screen {
  if (!wizard || !open) return screen;
  const labels = new Set(open.buttons.flat().map(({ label }) => label));
  const others = screen.buttons.filter((row) => row.every(({ label }) => !labels.has(label)));
  return { ...screen, buttons: [...open.buttons, ...others] };
}

function withOpen({ open, t }: Context, outcome: Outcome): Outcome {
  if (!open || open.question === null || !outcome.screen || outcome.wizard !== undefined) return outcome;
  return {
    ...outcome,
    screen: {
      ...outcome.screen,
      text: [...t.rich('typed-unfit'), '\n\n', ...open.question],
      buttons: open.buttons,
    },
  };
}
