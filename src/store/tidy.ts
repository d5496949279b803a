import type { PrismaClient } from './generated/client.ts';

const HOUR_MS = 3_600_000;

/**
 * Removes what nothing asks for any more: claims of updates that no messenger delivers again (Telegram gives up
 * after 24 hours; a week leaves room for clocks and repairs), wizards that ended by
 * themselves, codes whose time is over, failures that never came to a third time, attachments whose time is over, and what told the caches of other
 * processes.
 */
export async function tidy(prisma: PrismaClient, now: Date): Promise<void> {
  const before = (hours: number): { lt: Date } => ({ lt: new Date(now.getTime() - hours * HOUR_MS) });
  await prisma.inbox.deleteMany({ where: { receivedAt: before(7 * 24) } });
  await prisma.session.deleteMany({ where: { expiresAt: before(1) } });
  await prisma.attachment.deleteMany({ where: { expiresAt: { lte: now } } });
  await prisma.linkCode.deleteMany({ where: { expiresAt: { lte: now } } });
  await prisma.codeTry.deleteMany({ where: { since: before(1) } });
  await prisma.invalidation.deleteMany({ where: { at: before(24) } });
  await prisma.failedUpdate.deleteMany({ where: { parkedAt: null, failedAt: before(7 * 24) } });
}
