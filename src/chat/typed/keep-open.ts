import type { Context } from '../context.ts';
import { mapOutcome, type Outcome, type Plan } from '../plan.ts';
import type { Screen } from '../reply.ts';

/** What was not understood is answered without losing what is open: the question and its buttons are shown again. */
export function keepingOpen(ctx: Context, plan: Plan): Plan {
  return mapOutcome(plan, (outcome) => withOpen(ctx, outcome));
}

/** A refusal of a typed answer with the buttons of its question, which is still open. */
export function refusedScreen(ctx: Context, screen: Screen): Screen {
  return ctx.wizard && ctx.open ? { ...screen, buttons: ctx.open.buttons } : screen;
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
