import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import { resourceButton } from './resource-button.ts';

/** Choices on one screen; beyond them one writes more of the name. */
const MAX_CHOICES = 10;

/** Several resources fit a name: their cards, or another act on one of them. */
export function resourceChoice(
  ctx: Context,
  resources: readonly Resource[],
  button: (resource: Resource) => Button = (resource) => resourceButton(ctx, resource),
): Screen {
  const { t } = ctx;
  return {
    text: t.rich(resources.length > MAX_CHOICES ? 'resources-which-more' : 'resources-which'),
    buttons: [
      ...resources.slice(0, MAX_CHOICES).map((resource) => [button(resource)]),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
