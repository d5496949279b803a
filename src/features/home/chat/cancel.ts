import type * as coreActions from '../../../chat/actions/core-actions.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { decided, type Plan } from '../../../chat/plan.ts';

function cancel(ctx: Context): Plan {
  return decided(() => ({
    screen: {
      text: ctx.t.rich(ctx.wizard ? 'cancelled' : 'nothing-to-cancel'),
      buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
      // Taking the keyboard off the input field may cost a message of its own, so only where there is one.
      closeAsk: ctx.wizard?.data['asked'] === true,
    },
    wizard: null,
  }));
}

/** `/cancel`: ends whatever is being asked. */
export const cancelCommand: Command = {
  name: 'cancel',
  where: 'both',
  needs: null,
  // It ends the dialogue itself, and says so.
  keepsDialogue: true,
  run: cancel,
};

/** The button that does the same. */
export const cancelHandlers = {
  cancelDialogue: cancel,
} satisfies Partial<Handlers<typeof coreActions>>;
