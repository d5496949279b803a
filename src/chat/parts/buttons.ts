import type { Act } from '../act.ts';
import type { Registry } from '../registry.ts';
import type { Button } from '../reply.ts';
import { mayRun } from './may-run.ts';

/** Buttons that run these commands, for those of them that exist and that the person may use here. */
export function commandButtons(act: Act, registry: Registry, names: readonly string[]): Button[] {
  return names.flatMap((name) => {
    const command = registry.command(name);
    return command && mayRun(act, command) ? [commandButton(act, name)] : [];
  });
}

/** A button that runs a command as if its bare name had been written. */
export function commandButton(act: Act, name: string): Button {
  return act.button(act.t.text(`button-command-${name}`), 'hc', name);
}

/** Buttons in rows of two. */
export function inPairs(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return rows;
}
