import type { Act } from '../../../chat/act.ts';
import type { Button } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';

/** Opens a thing's card. */
export function thingButton(act: Act, { kind, id, name }: Pick<Thing, 'kind' | 'id' | 'name'>): Button {
  return act.button(act.t.text(`thing-button-${kind}`, { name }), 'po', kind.slice(0, 1), id);
}

/** A button whose act is not lawful shows a lock; pressed, it tells the rule. */
export function lockedUnless(
  act: Act,
  lawful: boolean,
  key: string,
  verb: string,
  ...args: string[]
): Button {
  const label = act.t.text(key);
  return lawful
    ? act.button(label, verb, ...args)
    : act.button(act.t.text('button-locked', { label: { composed: label } }), verb, ...args);
}
