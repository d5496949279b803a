import type { Api } from 'grammy';
import { z } from 'zod';
import { BotRefused, type CommandMenu } from '../../chat/messenger.ts';
import { forGrammy, persist } from './api.ts';
import type { Self } from './own-name.ts';
import { ALLOWED_UPDATES } from './schema.ts';

/** Side by side deliveries that Telegram may make (setWebhook: 1–100, 40 if not said). */
const MAX_CONNECTIONS = 100;

/** grammY spells out the known languages; which ones count is for the server to say. */
type LanguageCode = NonNullable<Parameters<Api['raw']['setMyCommands']>[0]['language_code']>;

const selfSchema = z.object({ id: z.int(), username: z.string().min(1) });

/** Who the bot is. Rejects with `BotRefused` if the token is refused or the server is no Bot API server. */
export async function fetchSelf(api: Api, signal: AbortSignal): Promise<Self> {
  const self = selfSchema.safeParse(await persist(() => api.getMe(forGrammy(signal)), signal));
  if (!self.success) throw new BotRefused('telegram: getMe answered something that is no bot');
  return self.data;
}

/** Has updates delivered to `url`, with `secret` in a header of each; waiting updates are kept. */
export async function setWebhook(
  api: Api,
  url: string,
  secret: string | null,
  signal: AbortSignal,
): Promise<void> {
  const options = {
    allowed_updates: ALLOWED_UPDATES,
    max_connections: MAX_CONNECTIONS,
    ...(secret === null ? {} : { secret_token: secret }),
  };
  await persist(() => api.setWebhook(url, options, forGrammy(signal)), signal);
}

/** Sets the command list of each scope and language; a language without a list sees the one of language null. */
export async function setMenus(api: Api, menus: readonly CommandMenu[], signal: AbortSignal): Promise<void> {
  for (const menu of menus) {
    const commands = menu.commands.map(({ name, description }) => ({ command: name, description }));
    const scope = { type: menu.scope === 'private' ? 'all_private_chats' : 'all_group_chats' } as const;
    const language = menu.language === null ? {} : { language_code: menu.language as LanguageCode };
    await persist(() => api.raw.setMyCommands({ commands, scope, ...language }, forGrammy(signal)), signal);
  }
}
