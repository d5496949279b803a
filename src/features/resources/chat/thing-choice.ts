import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
import { thingButton } from './thing-button.ts';

/** Choices on one screen; beyond them one writes more of the name. */
const MOST_CHOICES = 10;

/** Several things fit a name: their cards, or another act on one of them. */
export function thingChoice(
  ctx: Context,
  things: readonly Thing[],
  button: (thing: Thing) => Button = (thing) => thingButton(ctx, thing),
): Screen {
  const { t } = ctx;
  return {
    text: t.rich(things.length > MOST_CHOICES ? 'things-which-more' : 'things-which'),
    buttons: [
      ...things.slice(0, MOST_CHOICES).map((thing) => [button(thing)]),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
