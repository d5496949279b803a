import type { CommandInfo } from './command-info.ts';
import type { CommandLine } from './command-line.ts';
import type { Context } from './context.ts';
import type { Plan } from './plan.ts';
import type { UpdateEvent } from './update.ts';

/** One command, declared once: its names, where it works, what it needs, what it does. */
export interface Command extends CommandInfo {
  run(ctx: Context, line: CommandLine): Plan;
}

/** Events that a wizard may take as an answer. */
export type Answer = Extract<UpdateEvent, { kind: 'message' | 'picked' | 'contact' }>;

/** A dialogue over several messages. Its data is stored between them and parsed by the wizard itself. */
export interface WizardKind {
  readonly name: string;
  /** Takes an answer that is no command and no button. */
  answer(ctx: Context, data: Readonly<Record<string, unknown>>, answer: Answer, line: CommandLine): Plan;
  /**
   * How its words are read before it gets them. `text`: the question wants free text, so a command's word is the answer.
   * `names`: it reads the names of what can be chosen itself, several at once. `own`: the line means something here that
   * is a command elsewhere. Left out: buttons come first, then commands.
   */
  reads?(
    ctx: Context,
    data: Readonly<Record<string, unknown>>,
    line: CommandLine,
  ): 'text' | 'names' | 'own' | null;
}
