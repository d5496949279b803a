import type { Action } from './actions/action.ts';
import { type HandledAction, type Handler, type Handlers, handled } from './actions/handler.ts';
import type { Command, WizardKind } from './command.ts';
import type { NoticeSpecs } from './notice.ts';

/** What one area of the chat brings along. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly actions: readonly HandledAction[];
  readonly wizards: readonly WizardKind[];
}

/**
 * Declares a feature: its commands, its buttons with a handler for each, its dialogues, and how its notices read.
 * Every part is asked for, if only as an empty one.
 */
export function defineFeature<
  A extends Readonly<Record<string, Action>>,
  N extends Partial<NoticeSpecs>,
>(feature: {
  readonly commands: readonly Command[];
  /** The module that declares them: `import * as actions`. */
  readonly actions: A;
  readonly handlers: Handlers<NoInfer<A>>;
  readonly wizards: readonly WizardKind[];
  readonly notices: N;
}): Feature & { readonly notices: N } {
  const { commands, wizards, notices } = feature;
  const actions = Object.entries(feature.actions).map(([name, action]) =>
    // The parameter pairs them by name; the compiler does not follow that through the entries.
    handled(action, feature.handlers[name as keyof A] as Handler<Action>),
  );
  return { commands, actions, wizards, notices };
}
