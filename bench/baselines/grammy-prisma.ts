import { createServer } from 'node:http';
import { PrismaPg } from '@prisma/adapter-pg';
import { Bot, webhookCallback } from 'grammy';
import { Pool } from 'pg';
import { PrismaClient } from '../../src/store/generated/client.ts';
import { accept } from './prisma-accept.ts';
import { membersPage } from './prisma-members.ts';

// The bot of a straightforward team: a grammY webhook and Prisma Client on a pool of the same size as Castellan's.
const prisma = new PrismaClient({
  adapter: new PrismaPg(new Pool({ connectionString: process.env['DATABASE_URL'], max: 8 })),
  // Sixteen updates at once share eight connections: Prisma's two seconds of waiting would be too short.
  transactionOptions: { maxWait: 20_000, timeout: 20_000 },
});
const bot = new Bot(process.env['TELEGRAM_BOT_TOKEN'] ?? '', {
  client: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});

bot.callbackQuery(/^accept:(.+)$/, async (ctx) => {
  const { text, inviterChat, notice } = await accept(prisma, String(ctx.match[1]), String(ctx.from.id));
  await Promise.all([
    ctx.answerCallbackQuery(),
    ctx.editMessageText(text),
    ctx.api.sendMessage(inviterChat, notice),
  ]);
});

bot.command('members', async (ctx) => {
  const { text, keyboard } = await membersPage(prisma, String(ctx.from?.id));
  await ctx.reply(text, { reply_markup: keyboard });
});

const secretToken = process.env['TELEGRAM_WEBHOOK_SECRET'] ?? '';
const handle = webhookCallback(bot, 'http', { secretToken });
createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  handle(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
