import { type Act, decided, type Plan } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';

function cancel(act: Act): Plan {
  return decided(() => ({
    screen: {
      text: act.t.rich(act.wizard ? 'cancelled' : 'nothing-to-cancel'),
      buttons: [[act.button(act.t.text('button-home'), 'hm')]],
      // Taking the keyboard off the input field may cost a message of its own, so only where there is one.
      closeAsk: act.wizard?.data['asked'] === true,
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
export const cancelAction: Action = { verb: 'xx', run: cancel };
