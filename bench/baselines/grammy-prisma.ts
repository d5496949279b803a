import { createServer } from 'node:http';
import { PrismaPg } from '@prisma/adapter-pg';
import { Bot, type Context, webhookCallback } from 'grammy';
import { Pool } from 'pg';
import { uuidV7 } from '../../src/app/ids.ts';
import { PrismaClient } from '../../src/store/generated/client.ts';

// The act "Accept pressed" as one would first write it: grammY, and Prisma's interactive transaction.
const prisma = new PrismaClient({
  adapter: new PrismaPg(new Pool({ connectionString: process.env['DATABASE_URL'], max: 8 })),
  transactionOptions: { maxWait: 20_000, timeout: 20_000 },
});
const bot = new Bot(process.env['TELEGRAM_BOT_TOKEN'] ?? '', {
  client: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});

bot.callbackQuery(/^accept:(.+)$/, async (ctx) => {
  const { text, inviterChat, owed } = await accept(String(ctx.match[1]), ctx);
  await Promise.all([
    ctx.answerCallbackQuery(),
    ctx.editMessageText(text),
    ctx.api.sendMessage(inviterChat, `${ctx.from.first_name} accepted your invitation.`),
  ]);
  await prisma.outbox.delete({ where: { id: owed } });
});

async function accept(invitationId: string, ctx: Context) {
  const now = new Date();
  return prisma.$transaction(async (tx) => {
    const account = await tx.account.findUniqueOrThrow({
      where: { messenger_accountId: { messenger: 'telegram', accountId: String(ctx.from?.id) } },
      include: { person: true },
      // As Prisma Client does by default; the client of the store joins.
      relationLoadStrategy: 'query',
    });
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id: invitationId },
      include: { workspace: true },
      relationLoadStrategy: 'query',
    });
    const { workspaceId, inviterId, roles } = invitation;
    const inviter = await tx.account.findFirstOrThrow({ where: { personId: inviterId } });
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, state: 'pending', expiresAt: { gt: now } },
      data: { state: 'accepted', uses: { increment: 1 }, version: { increment: 1 }, decidedAt: now },
    });
    if (count !== 1) throw new Error('the invitation is not pending');
    const { name } = account.person;
    const membershipId = uuidV7(now);
    await tx.membership.create({
      data: {
        id: membershipId,
        workspaceId,
        personId: account.personId,
        state: 'active',
        sortName: name.toLowerCase(),
        search: name.toLowerCase(),
        joinedAt: now,
        invitedById: inviterId,
      },
    });
    await tx.membershipRole.createMany({
      data: roles.map((role) => ({
        membershipId,
        workspaceId,
        role,
        grantedById: inviterId,
        grantedAt: now,
      })),
    });
    await tx.auditEvent.create({
      data: {
        workspaceId,
        at: now,
        actorId: account.personId,
        action: 'invitation.accepted',
        outcome: 'done',
        subjectId: account.personId,
        detail: { invitation: invitationId, roles },
      },
    });
    const chatId = inviter.privateChatId ?? inviter.accountId;
    const owed = await tx.outbox.create({
      data: {
        messenger: 'telegram',
        chatId,
        body: { method: 'sendMessage', params: { text: `${name} accepted your invitation.` } },
        leaseUntil: new Date(now.getTime() + 60_000),
        createdAt: now,
      },
    });
    const text = `You are now ${roles.join(', ')} in ${invitation.workspace.name}.`;
    return { text, inviterChat: chatId, owed: owed.id };
  });
}

const secretToken = process.env['TELEGRAM_WEBHOOK_SECRET'] ?? '';
const handle = webhookCallback(bot, 'http', { secretToken });
createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  handle(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
