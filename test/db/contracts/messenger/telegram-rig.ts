import type { TelegramEmulator } from '../../../../dev/emulators/telegram/emulator.ts';
import type { Actor, Dialogue } from '../../../support/dialogue.ts';
import type { Player, Rig } from './rig.ts';

/** Telegram's side of a rig; the rest depends on how the bot is run. */
export function telegramRig(
  telegram: TelegramEmulator,
  dialogue: Dialogue,
  settled: () => Promise<void>,
): Omit<Rig, 'database' | 'startSecond' | 'close'> {
  const users = new Map<Player, Actor['user']>();
  const userOf = (person: Player): Actor['user'] => {
    const user = users.get(person);
    if (!user) throw new Error('nobody of this rig');
    return user;
  };
  return {
    messenger: 'telegram',
    edits: true,
    person(name, { language = 'en' } = {}) {
      const actor = dialogue.person(name, { language, username: null });
      users.set(actor, actor.user);
      return actor;
    },
    accountId: (person) => String(userOf(person).id),
    async saysOften(person, text, times) {
      const { updateId = 0 } = telegram.control.write(userOf(person), text);
      await settled();
      return telegram.control.redeliver(updateId, times, { parallel: 10 });
    },
    async block(person) {
      telegram.control.block(userOf(person));
      await settled();
    },
    async unblock(person) {
      telegram.control.unblock(userOf(person));
      await settled();
    },
    busy(person) {
      const { id: chatId } = userOf(person);
      telegram.control.inject({ method: 'sendMessage', chatId, error: { code: 429, retryAfter: 1 } });
    },
    waitedOut: settled,
    settled,
  };
}
