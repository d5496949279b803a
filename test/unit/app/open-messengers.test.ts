import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openMessengers } from '../../../src/app/open-messengers.ts';

test('a messenger that does not answer is named at once, while it is tried again', async () => {
  const stopping = new AbortController();
  const lines: unknown[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void said(JSON.parse(line)) });
  function said(line: unknown): void {
    lines.push(line);
    stopping.abort();
  }
  // Port 9 is nobody's here: the connection is refused, which passes when a server comes up.
  const apiRoot = 'http://127.0.0.1:9';
  const telegram = {
    token: '123456:AAbb-cc_DD',
    mode: 'polling',
    webhookSecret: undefined,
    apiRoot,
  } as const;
  const settings = { appSecret: 'x'.repeat(32), publicUrl: undefined, telegram, log };
  await expect(openMessengers(settings, () => new Date(), stopping.signal, 20)).rejects.toThrow(
    'telegram does not know this bot',
  );
  expect(lines).toEqual([
    expect.objectContaining({
      messenger: 'telegram',
      at: apiRoot,
      msg: 'telegram does not answer; Castellan tries again before it starts',
    }),
  ]);
});
