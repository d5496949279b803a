import type { BotCommand } from './types.ts';

/** Who a command list is for, as in BotCommandScope. */
export interface CommandScope {
  type: string;
  chatId?: number;
  userId?: number;
}

/** The command lists the bot has set, one for each scope and language. */
export class CommandLists {
  readonly #lists = new Map<string, BotCommand[]>();

  set(scope: CommandScope, language: string, commands: BotCommand[]): void {
    if (commands.length === 0) this.delete(scope, language);
    else this.#lists.set(keyOf(scope, language), commands);
  }

  get(scope: CommandScope, language: string): BotCommand[] {
    return this.#lists.get(keyOf(scope, language)) ?? [];
  }

  delete(scope: CommandScope, language: string): void {
    this.#lists.delete(keyOf(scope, language));
  }

  /**
   * The list a person sees: the narrowest scope first, each in the person's language, then in none
   * (Bot API, "Determining list of commands").
   */
  shownTo(scopes: CommandScope[], language: string): BotCommand[] {
    for (const scope of scopes) {
      for (const candidate of language === '' ? [''] : [language, '']) {
        const list = this.#lists.get(keyOf(scope, candidate));
        if (list !== undefined) return list;
      }
    }
    return [];
  }
}

function keyOf({ type, chatId, userId }: CommandScope, language: string): string {
  return `${type}|${chatId ?? ''}|${userId ?? ''}|${language}`;
}
