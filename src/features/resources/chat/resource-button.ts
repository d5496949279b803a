import type { Action } from '../../../chat/actions/action.ts';
import type { ArgumentSpec, ArgumentsParameter } from '../../../chat/actions/arguments.ts';
import type { Context } from '../../../chat/context.ts';
import type { Button } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import { publishBot } from '../../publishing/chat/actions.ts';
import { openResource } from './actions.ts';

/** Opens a resource's card. */
export function resourceButton(
  ctx: Context,
  { kind, id, name }: Pick<Resource, 'kind' | 'id' | 'name'>,
): Button {
  return ctx.button(ctx.t.text(`resource-button-${kind}`, { name }), openResource, {
    kind,
    id,
  });
}

/** A button whose act is not lawful shows a lock; pressed, it tells the rule. */
export function lockedUnless<S extends ArgumentSpec>(
  ctx: Context,
  lawful: boolean,
  key: string,
  action: Action<S>,
  ...args: ArgumentsParameter<S>
): Button {
  const label = ctx.t.text(key);
  return lawful
    ? ctx.button(label, action, ...args)
    : ctx.button(ctx.t.text('button-locked', { label: { composed: label } }), action, ...args);
}

/** Publishes the version that stands there now: pressed twice, it publishes once. */
export function publishButton(ctx: Context, { id, versions }: Resource, label: string): Button {
  return ctx.button(label, publishBot, { bot: id, version: versions?.staging ?? 1 });
}
