import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFailure } from '../../../src/store/failures.ts';
import { tidy } from '../../../src/store/tidy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-05-10T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test('what nothing asks for any more goes, what may be asked for stays', async () => {
  const prisma = await database.prisma();
  const claim = (updateId: string, receivedAt: Date) => ({ messenger: 'telegram', updateId, receivedAt });
  await prisma.inbox.createMany({ data: [claim('old', daysAgo(8)), claim('fresh', daysAgo(6))] });
  const wizard = (accountId: string, expiresAt: Date) => {
    return { messenger: 'telegram', accountId, chatId: accountId, wizard: {}, expiresAt };
  };
  await prisma.session.createMany({ data: [wizard('over', daysAgo(1)), wizard('open', daysAgo(-1))] });
  await tidy(prisma, now);
  expect((await prisma.inbox.findMany()).map((row) => row.updateId)).toEqual(['fresh']);
  expect((await prisma.session.findMany()).map((row) => row.accountId)).toEqual(['open']);
});

test('failures of one update are counted, whatever it holds', async () => {
  const prisma = await database.prisma();
  const update = { messenger: 'telegram' as const, id: '7', text: 'a\u0000b' };
  expect(await recordFailure(prisma, update, new Error('once'), daysAgo(9))).toBe(1);
  expect(await recordFailure(prisma, update, 'twice', daysAgo(8))).toBe(2);
  await tidy(prisma, now);
  expect(await prisma.failedUpdate.count()).toBe(0);
});
