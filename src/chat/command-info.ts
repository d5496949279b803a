import type { Right } from '../access/vocabulary.ts';
import type { Language } from '../domain/state.ts';

/**
 * What is known of a command without running it: its names, where it works, what it needs. Help, menus, aliases
 * and near-miss suggestions come from here. Texts: `command-<name>` (a line of help) and `command-<name>-usage`
 * in every language.
 */
export interface CommandInfo {
  /** English name, `a-z0-9_`, as in `/name`. */
  readonly name: string;
  /** Plain words that mean the same, per language, lower case. */
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  readonly where: 'private' | 'group' | 'both';
  /** The right without which the command is left out of help and home; null where everybody may. */
  readonly needs: Right | null;
  /** True where a dialogue in the middle goes on after the command; else it is put aside. */
  readonly keepsDialogue?: boolean;
}
