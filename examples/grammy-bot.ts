/**
 * A team's bot written with grammY, with Castellan as its guest: `/order` and every text are the team's own, and
 * `/new`, `/invite`, `/members` … are Castellan's, over the same token.
 *
 *     TELEGRAM_BOT_TOKEN=… npm run example examples/grammy-bot.ts
 */
import { createCastellan } from 'castellan';
import { Bot, InlineKeyboard } from 'grammy';

const { TELEGRAM_BOT_TOKEN = '', TELEGRAM_API_ROOT, DATABASE_URL, APP_SECRET } = process.env;

const bot = new Bot(TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT ? { client: { apiRoot: TELEGRAM_API_ROOT } } : {});
const castellan = createCastellan({
  telegram: bot,
  // Without a server of your own an embedded one runs under ./data.
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
  ...(APP_SECRET ? { appSecret: APP_SECRET } : {}),
  // This bot has a /help of its own.
  commands: { take: (command) => command !== 'help' },
});

// First, so that it sees every update; what is not Castellan's goes on to the handlers below.
bot.use(castellan.grammy());

bot.command('start', (ctx) =>
  ctx.reply('Welcome to the tea shop. /order something, or manage the team: /new'),
);
bot.command('help', (ctx) => ctx.reply('/order – tea and cake\n/menu – the team behind the counter'));
bot.command('order', (ctx) =>
  ctx.reply('What shall it be?', {
    reply_markup: new InlineKeyboard().text('Tea', 'buy:tea').text('Cake', 'buy:cake'),
  }),
);
bot.command('oops', () => {
  throw new Error('the kettle is broken');
});
bot.callbackQuery(/^buy:(.+)$/, async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(`One ${ctx.match[1]}, coming up.`);
});
bot.on('message:text', (ctx) => ctx.reply(`We do not sell “${ctx.message.text}”. Try /order`));
bot.catch(({ error }) => console.error('shop:', error));

await castellan.start();
await bot.api.setMyCommands([
  { command: 'order', description: 'Tea and cake' },
  ...castellan.menuCommands('en'),
]);

const stop = async () => {
  await bot.stop();
  await castellan.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await bot.start({ onStart: ({ username }) => console.log(`@${username} is open`) });
