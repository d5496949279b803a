import type { Stage } from './stage.ts';

/** What is printed when the playground has opened. */
export function welcome(stage: Stage, logPath: string): string {
  return `
Castellan is running, without a messenger: no TELEGRAM_BOT_TOKEN is set, so Telegram is played
right here, by three people. Anna writes English, Boris Russian, Vira Ukrainian.

  bot        ${stage.app.url}
  Telegram   ${stage.telegram.url}   (emulated; the bot is @${stage.telegram.bot.username})
  log        ${logPath}
`;
}

/** How others drive the emulator, when nobody sits at the terminal. */
export function drivingByHttp(stage: Stage): string {
  return `
Nobody is at the terminal, so it runs until it is stopped (SIGTERM). Play the people over HTTP:

  curl ${stage.telegram.url}/control/users
  curl ${stage.telegram.url}/control/write -d '[<user id>, "/help"]'
  curl ${stage.telegram.url}/control/messages -d '[<user id>]'
  curl ${stage.telegram.url}/control/press -d '[<user id>, {"chatId": <user id>, "id": <message id>}, "<button>"]'

To chat here instead, run it in a terminal: npm start
`;
}

/** What the terminal understands. */
export const HELP = `
Type as you would in Telegram: /help, /new Acme, /invite @boris, /members …
A line that is only a number presses that button under the newest message; 3.1 the first under #3.
Paste an invitation link (https://t.me/…?start=…) to open it as the person you are.

  :as boris                  be Boris from now on
  :people                    who there is
  :new-person Clara en       somebody new (a language: en, ru, uk; then a username, if any)
  :group Team anna boris     a group of them, with the bot in it
  :in Team   :in private     write there
  :reply 3 /invite editor    answer message #3
  :pick boris vira           choose people, when the bot asks for them
  :contact   :contact boris  share your phone number, or somebody's
  :forward boris Hello       forward what Boris once wrote to you
  :block   :unblock          stop the bot, or let it write again
  :again   :menu             see the last message again; the bot's command menu
  :say 42                    say what would otherwise press a button
  :help   :quit
`;
