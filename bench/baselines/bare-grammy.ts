import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';

// The least a webhook bot can do: check the secret, answer with one message, remember nothing.
const bot = new Bot(process.env['TELEGRAM_BOT_TOKEN'] ?? '', {
  client: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});
bot.on(['message', 'callback_query'], (ctx) => ctx.reply('You are now a designer of the workspace.'));
const secretToken = process.env['TELEGRAM_WEBHOOK_SECRET'] ?? '';
const handle = webhookCallback(bot, 'http', { secretToken });
createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  handle(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
