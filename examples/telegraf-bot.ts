/**
 * A team's bot written with Telegraf, with Castellan as its guest, behind a webhook of the team's own: `/order` and
 * every text are the team's, and `/new`, `/invite`, `/members` … are Castellan's, over the same token.
 *
 *     TELEGRAM_BOT_TOKEN=… WEBHOOK_URL=https://shop.example/telegram npm run example examples/telegraf-bot.ts
 */
import { createServer } from 'node:http';
import { createCastellan } from 'castellan';
import { Markup, Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';

const { TELEGRAM_BOT_TOKEN = '', TELEGRAM_API_ROOT, DATABASE_URL, APP_SECRET } = process.env;
const { WEBHOOK_URL = '', WEBHOOK_SECRET = 'change-me', PORT = '3000' } = process.env;

const bot = new Telegraf(TELEGRAM_BOT_TOKEN, {
  // Answers by the webhook's own response would confirm an update before it had its effect.
  telegram: { webhookReply: false, ...(TELEGRAM_API_ROOT ? { apiRoot: TELEGRAM_API_ROOT } : {}) },
});
const castellan = createCastellan({
  telegram: bot,
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
  ...(APP_SECRET ? { appSecret: APP_SECRET } : {}),
  commands: { take: (command) => command !== 'help' },
});

bot.use(castellan.telegraf());

bot.start((ctx) => ctx.reply('Welcome to the tea shop. /order something, or manage the team: /new'));
bot.help((ctx) => ctx.reply('/order – tea and cake\n/menu – the team behind the counter'));
bot.command('order', (ctx) =>
  ctx.reply('What shall it be?', Markup.inlineKeyboard([Markup.button.callback('Tea', 'buy:tea')])),
);
bot.command('oops', () => {
  throw new Error('the kettle is broken');
});
bot.action(/^buy:(.+)$/, async (ctx) => {
  await ctx.answerCbQuery();
  await ctx.editMessageText(`One ${ctx.match[1]}, coming up.`);
});
bot.on(message('text'), (ctx) => ctx.reply(`We do not sell “${ctx.message.text}”. Try /order`));
// Without this an error of yours ends the process.
bot.catch((error) => console.error('shop:', error));

await castellan.start();
await bot.telegram.setMyCommands([
  { command: 'order', description: 'Tea and cake' },
  ...castellan.menuCommands('en'),
]);

const { pathname } = new URL(WEBHOOK_URL);
const handler = castellan.webhook(bot.webhookCallback(pathname, { secretToken: WEBHOOK_SECRET }));
const server = createServer((request, response) => void handler(request, response));
server.listen(Number(PORT), async () => {
  await bot.telegram.setWebhook(WEBHOOK_URL, { secret_token: WEBHOOK_SECRET });
  console.log('the shop is open');
});

const stop = async () => {
  await new Promise((closed) => server.close(closed));
  await castellan.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
