import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentPath, type Messenger, type Upload } from '../../../src/chat/messenger.ts';
import { createSender } from '../../../src/delivery/sender.ts';
import { readAttachment } from '../../../src/store/attachments.ts';
import { tidy } from '../../../src/store/tidy.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';

const DAY_MS = 86_400_000;
const bytes = Buffer.from('name,role\nAnna,owner\n');

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** Owes a chat nobody speaks to yet a file. */
async function owe(id: string, now: Date): Promise<void> {
  const body = { method: 'sendDocument', params: {}, attachment: id };
  await app.database.store.commit({
    update: null,
    actorId: null,
    changes: [],
    audit: [],
    outbox: [{ messenger: 'viber', chatId: id, body, tracking: null }],
    attachments: [{ id, name: "Anna's люди.csv", contentType: 'text/csv', bytes }],
    now,
    leaseMs: 0,
    slot: 0,
  });
}

const get = (file: string): Promise<Response> => fetch(`${app.app.url}/files/${file}`);

test('a file can be fetched by its id for a day, and is safe to open', async () => {
  await owe('abc', new Date());
  for (const path of ['/files/abc', attachmentPath({ id: 'abc', contentType: 'text/csv' })]) {
    const answer = await fetch(app.app.url + path);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': expect.stringContaining('text/csv'),
      'content-disposition': "attachment; filename*=UTF-8''Anna%27s%20%D0%BB%D1%8E%D0%B4%D0%B8.csv",
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-store',
    });
  }
  app.pass(DAY_MS + 1);
  expect((await get('abc')).status).toBe(404);
  app.pass(-DAY_MS - 1);
});

test.each(['nothing', '', '..%2F..%2Fetc', 'a%00b', 'x'.repeat(300), '%F0%9F%98%80', 'abc.csv.exe'])(
  'there is nothing under %j',
  async (file) => {
    expect([400, 404, 414]).toContain((await get(file)).status);
  },
);

test('what is over goes with the tidying', async () => {
  const now = new Date();
  await owe('old', new Date(now.getTime() - DAY_MS));
  await owe('fresh', now);
  await tidy(await app.database.prisma(), now);
  const { rows } = await app.database.pool.query('select id from attachments order by id');
  expect(rows.map(({ id }) => id)).not.toContain('old');
  expect(rows.map(({ id }) => id)).toContain('fresh');
  expect(await readAttachment(app.database.pool, 'old', now)).toBeNull();
});

test('the sender hands the bytes over, and gives up on a file that is over', async () => {
  const now = new Date();
  await owe('living', now);
  await owe('gone', new Date(now.getTime() - DAY_MS));
  const uploads: (Upload | undefined)[] = [];
  const outcomes: string[] = [];
  const viber: Pick<Messenger, 'name' | 'deliver'> = {
    name: 'viber',
    deliver: async (_outgoing, _signal, upload) => {
      uploads.push(upload);
      return { messageId: '1' };
    },
  };
  const sender = createSender({
    pool: app.database.pool,
    messengers: new Map([['viber', viber as Messenger]]),
    now: () => now,
    wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
    record: async () => undefined,
    moved: async () => undefined,
    observe: (_messenger, outcome) => outcomes.push(outcome),
  });
  await sender.sweep();
  await sender.idle();
  await sender.close();
  expect(uploads.find((upload) => upload?.id === 'living')).toMatchObject({ contentType: 'text/csv', bytes });
  expect(uploads.some((upload) => upload?.id === 'gone')).toBe(false);
  expect(outcomes).toContain('rejected');
});
