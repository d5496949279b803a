import type { Right } from '../access/vocabulary.ts';
import type { Who } from '../domain/who.ts';
import type { Act, Plan } from './act.ts';
import type { Registry } from './registry.ts';
import type { UpdateEvent } from './update.ts';

/** A word of a command line: text, or a person pointed at. */
export type Word =
  | {
      readonly kind: 'text';
      readonly text: string;
      /**
       * `name`: may be the display name of the address behind it. `unreadable`: looks like an address or a number and
       * is none; kept whole.
       */
      readonly as?: 'name' | 'unreadable';
    }
  | { readonly kind: 'person'; readonly who: Who };

/** What was written after the command's name. */
export interface CommandLine {
  /** The rest of the line as typed, trimmed. */
  readonly text: string;
  readonly words: readonly Word[];
  /** The author of the message replied to, where there is one. */
  readonly replyTo: Who | null;
}

/**
 * One command, declared once: its name, where it works, what it needs, what it does. Help, menus and near-miss
 * suggestions come from here. Texts in every language: `command-<name>` (a line of help), `command-<name>-usage`, and
 * in `words.ftl` `command-<name>-words`, the plain words that mean the same.
 */
export interface Command {
  /** English name, `a-z0-9_`, as in `/name`. */
  readonly name: string;
  readonly where: 'private' | 'group' | 'both';
  /** The right without which the command is left out of help and home; null where everybody may. */
  readonly needs: Right | null;
  /** True where a dialogue in the middle goes on after the command; else it is put aside. */
  readonly keepsDialogue?: boolean;
  /** `registry` is for the few that speak about all commands (help, home). */
  run(act: Act, line: CommandLine, registry: Registry): Plan;
}

/** One kind of button: two letters and what a press does. */
export interface Action {
  readonly verb: string;
  run(act: Act, args: readonly string[], registry: Registry): Plan;
}

/** Events that a wizard may take as an answer. */
export type Answer = Extract<UpdateEvent, { kind: 'message' | 'picked' | 'contact' }>;

/** A dialogue over several messages. Its data is stored between them and parsed by the wizard itself. */
export interface WizardKind {
  readonly name: string;
  /** Takes an answer that is no command and no button. */
  answer(
    act: Act,
    data: Readonly<Record<string, unknown>>,
    answer: Answer,
    line: CommandLine,
    registry: Registry,
  ): Plan;
}

/** What one area of the chat brings along. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly wizards: readonly WizardKind[];
}
