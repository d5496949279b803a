import type { Right } from '../access/vocabulary.ts';

/**
 * What is known of a command without running it: its name, where it works, what it needs. Help, menus and
 * near-miss suggestions come from here. Texts in every language: `command-<name>` (a line of help),
 * `command-<name>-usage`, and in `words.ftl` `command-<name>-words`, the plain words that mean the same.
 */
export interface CommandInfo {
  /** English name, `a-z0-9_`, as in `/name`. */
  readonly name: string;
  readonly where: 'private' | 'group' | 'both';
  /**
   * The right without which the command is left out of help and home; `membership` where any active workspace will
   * do, `leaving` where it has to be one that the person may leave; null where everybody may.
   */
  readonly needs: Right | 'membership' | 'leaving' | null;
  /** Where the right counts beside the whole workspace: on a single project or bot; or any role there is enough. */
  readonly reach?: 'right_on_resources' | 'any_grant';
  /** True where a dialogue in the middle goes on after the command; else it is put aside. */
  readonly keepsDialogue?: boolean;
}
