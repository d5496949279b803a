import { runNamed } from '../actions/core-actions.ts';
import type { Context } from '../context.ts';
import type { Button } from '../reply.ts';
import { mayRun } from './may-run.ts';

/** Buttons that run these commands, for those of them that exist and that the person may use here. */
export function commandButtons(ctx: Context, names: readonly string[]): Button[] {
  return names.flatMap((name) => {
    const command = ctx.commands.named(name);
    return command && mayRun(ctx, command) ? [commandButton(ctx, name)] : [];
  });
}

/** A button that runs a command as if its bare name had been written. */
export function commandButton(ctx: Context, name: string): Button {
  return ctx.button(ctx.t.text(`button-command-${name}`), runNamed, { command: name });
}

/** Buttons in rows of two. */
export function inPairs(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return rows;
}
