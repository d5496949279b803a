import type { ArgumentSpec } from './arguments.ts';

/**
 * A kind of button as screens name it: the code and the arguments that stand on it. What a press does is its
 * handler, which the feature adds apart, so that screens and handlers can name each other's buttons.
 */
export interface Action<S extends ArgumentSpec = ArgumentSpec> {
  /** Two lower-case letters, unique among the actions: buttons in people's chats carry them for years. */
  readonly code: string;
  readonly args: S;
}

/** Declares a kind of button. The order of the arguments is their order on the button: it never changes. */
export function defineAction<S extends ArgumentSpec>(code: string, args: S): Action<S> {
  return { code, args };
}
