import { describe, expect, it } from 'vitest';
import { receiveWebhook } from '../../../../src/messengers/telegram/receive.ts';
import { castellan, recorded } from './recorded.ts';

const secret = 'a-secret_of-the-webhook';
const header = 'x-telegram-bot-api-secret-token';

function receive(body: string | Buffer, headers: Record<string, string | string[]> = { [header]: secret }) {
  return receiveWebhook({ headers, body: Buffer.from(body) }, Buffer.from(secret), castellan);
}

describe('the secret', () => {
  it.each([
    ['missing', {}],
    ['empty', { [header]: '' }],
    ['wrong, of the same length', { [header]: secret.replace('a', 'b') }],
    ['a beginning', { [header]: secret.slice(0, -1) }],
    ['longer', { [header]: `${secret}x` }],
    ['sent twice', { [header]: [secret, secret] }],
    ['of other letters', { [header]: 'ж'.repeat(secret.length) }],
  ])('%s is refused', (_, headers) => {
    expect(receive(JSON.stringify(recorded('text')), headers)).toEqual({ kind: 'refused', status: 401 });
  });

  it('is looked at before the body', () => {
    expect(receive('{', {})).toEqual({ kind: 'refused', status: 401 });
  });
});

describe('the body', () => {
  it('is an update, acknowledged with an answer that is not executed as a call', () => {
    const received = receive(JSON.stringify(recorded('text')));
    expect(received).toMatchObject({
      kind: 'update',
      update: { id: '843215001' },
      ack: { status: 200, body: '{}' },
    });
  });

  it.each([
    'null',
    '7',
    '"x"',
    '[]',
    '{}',
    '{"update_id":"1"}',
    '{"update_id":1,"poll":{}}',
    '{"update_id":1,"message":7}',
    '{"__proto__":{"update_id":1}}',
  ])('%s is acknowledged, or it would come again for a day', (body) => {
    expect(receive(body)).toMatchObject({ kind: 'ignored', ack: { status: 200 } });
  });

  it.each(['', '{', '\0', 'update_id=1', Buffer.from([0xff, 0xfe, 0x7b])])('%j is not JSON', (body) => {
    expect(receive(body)).toEqual({ kind: 'refused', status: 400 });
  });

  it('may nest a million deep', () => {
    expect(receive(`{"update_id":1,"message":${'['.repeat(1e6)}${']'.repeat(1e6)}}`).kind).not.toBe('update');
  });
});
