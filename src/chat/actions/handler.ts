import type { Context } from '../context.ts';
import type { Plan } from '../plan.ts';
import type { Action } from './action.ts';
import { type ArgumentSpec, type ParsedArguments, readArguments } from './arguments.ts';

/** What a press on one kind of button does. */
export type Handler<A> = A extends Action<infer S> ? (ctx: Context, args: ParsedArguments<S>) => Plan : never;

/** A handler for each action of a feature, by the action's name. */
export type Handlers<A> = { readonly [K in keyof A]: Handler<A[K]> };

/** An action with its handler. */
export interface HandledAction {
  readonly action: Action;
  /** Null where the arguments do not parse: the button is stale. */
  run(ctx: Context, texts: readonly string[]): Plan | null;
}

/** Joins an action and its handler. */
export function handled<S extends ArgumentSpec>(
  action: Action<S>,
  handler: (ctx: Context, args: ParsedArguments<S>) => Plan,
): HandledAction {
  return {
    action,
    run(ctx, texts) {
      const args = readArguments(action.args, texts);
      return args && handler(ctx, args);
    },
  };
}
