import type { Context } from '../../../chat/context.ts';
import type { Button } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
import { openResource } from './actions.ts';

/** Opens a thing's card. */
export function thingButton(ctx: Context, { kind, id, name }: Pick<Thing, 'kind' | 'id' | 'name'>): Button {
  return ctx.button(ctx.t.text(`thing-button-${kind}`, { name }), openResource, {
    kind: kind.slice(0, 1),
    id,
  });
}

/** A button whose act is not lawful shows a lock; pressed, it tells the rule. */
export function lockedUnless(
  ctx: Context,
  lawful: boolean,
  key: string,
  verb: string,
  ...args: string[]
): Button {
  const label = ctx.t.text(key);
  return lawful
    ? ctx.button(label, verb, ...args)
    : ctx.button(ctx.t.text('button-locked', { label: { composed: label } }), verb, ...args);
}
