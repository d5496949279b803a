import type { CommandScope } from '../command-lists.ts';
import type { Emulation } from '../emulation.ts';
import type { BotCommand } from '../types.ts';
import type { ChatRef, UserRef } from '../world.ts';

/** The command list Telegram shows a person in a chat. Nobody is a chat administrator here. */
export function commandMenu(emulation: Emulation, user: UserRef, chat: ChatRef): BotCommand[] {
  const { id, language_code } = emulation.world.personOf(user).user;
  const { chat: shown } = emulation.world.chatOf(chat);
  const language = (language_code ?? '').slice(0, 2);
  const scopes: CommandScope[] =
    shown.type === 'private'
      ? [{ type: 'chat', chatId: shown.id }, { type: 'all_private_chats' }]
      : [
          { type: 'chat_member', chatId: shown.id, userId: id },
          { type: 'chat', chatId: shown.id },
          { type: 'all_group_chats' },
        ];
  return emulation.commands.shownTo([...scopes, { type: 'default' }], language);
}

/**
 * Gives the bot an update again. By webhook: posts it `times` times, `parallel` at once, and
 * resolves with the HTTP statuses (0 for no answer). By polling: hands it out `times` times in the
 * next answers and resolves with an empty list. Throws when the update is no longer kept.
 */
export async function redeliver(
  emulation: Emulation,
  updateId: number,
  times: number,
  parallel: number,
): Promise<number[]> {
  const update = emulation.stream.recall(updateId);
  if (update === undefined) throw new Error(`update ${updateId} is not kept`);
  const { webhook } = emulation;
  if (webhook === undefined) {
    emulation.longPoll.repeat(Array.from({ length: times }, () => update));
    return [];
  }
  const statuses: number[] = [];
  let left = times;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left--;
      statuses.push(await webhook.repost({ update }));
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, times) }, worker));
  return statuses;
}
