import { describe, expect, test } from 'vitest';
import { readOrder } from '../../../dev/playground/orders.ts';

const read = (line: string) => readOrder(line, 'castellan_bot');

describe('a line typed at the terminal', () => {
  test.each([
    ['/new Acme', { kind: 'say', text: '/new Acme' }],
    ['пригласить @boris', { kind: 'say', text: 'пригласить @boris' }],
    [':say 42', { kind: 'say', text: '42' }],
    ['2', { kind: 'press', message: null, button: 2 }],
    ['12.3', { kind: 'press', message: 12, button: 3 }],
    ['#12.3', { kind: 'press', message: 12, button: 3 }],
    ['12345', { kind: 'say', text: '12345' }],
    ['https://t.me/castellan_bot?start=i_abc-DEF_123', { kind: 'open', payload: 'i_abc-DEF_123' }],
    ['t.me/Castellan_Bot?start=x', { kind: 'open', payload: 'x' }],
    ['i_abcdefgh1234', { kind: 'open', payload: 'i_abcdefgh1234' }],
    [':as boris', { kind: 'as', name: 'boris' }],
    [':new-person Clara en @clara', { kind: 'new-person', name: 'Clara', language: 'en', username: 'clara' }],
    [':group Team anna boris', { kind: 'group', title: 'Team', members: ['anna', 'boris'] }],
    [':reply #3 /invite editor', { kind: 'reply', message: 3, text: '/invite editor' }],
    [':pick boris vira', { kind: 'pick', names: ['boris', 'vira'] }],
    ['   ', { kind: 'nothing' }],
  ])('%s', (line, order) => {
    expect(read(line)).toEqual(order);
  });

  test('a link to another bot is said, not opened', () => {
    expect(read('https://t.me/other_bot?start=x')).toMatchObject({ kind: 'say' });
  });

  test.each([':as', ':group Team', ':reply hello', ':nonsense'])('%s tells how it goes', (line) => {
    expect(read(line)).toMatchObject({ kind: 'wrong', why: expect.stringMatching(/:\w/) });
  });
});
