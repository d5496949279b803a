import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';
import type { Narrator } from './actor.ts';
import { createNews } from './news.ts';
import { type Look, readable, shownMessage } from './show.ts';

/** Tells a story as a transcript: who does what, and what then stands on whose screen. */
export function createNarrator(
  control: TelegramEmulator['control'],
  look: Look,
  print: (text: string) => void,
): Narrator {
  const news = createNews(control);
  const names = (): Map<number, string> =>
    new Map(control.chats().map(({ id, title, first_name }) => [id, title ?? first_name ?? String(id)]));
  return {
    chapter: (title) => print(`\n\n${look.bold(title)}\n${'─'.repeat(title.length)}`),
    act: (text) => print(`\n${look.bold('▸')} ${text}`),
    check: (text) => print(look.dim(`  ✓ ${text}`)),
    screens() {
      for (const [chatId, name] of names()) {
        for (const { kind, message } of news.take(chatId)) {
          if (!message.fromBot) continue;
          const what = { new: '', edited: ', the message changes', deleted: ', the message is gone' }[kind];
          const shown = shownMessage(message, look.dim(`Castellan → ${name}${what}`), look);
          print(shown.replaceAll(/^/gm, '    '));
        }
        if (chatId < 0) continue;
        for (const toast of news.toasts(chatId))
          print(`    ${look.dim(`Castellan → ${name}, over the chat`)}\n      » ${readable(toast)}`);
      }
    },
  };
}
