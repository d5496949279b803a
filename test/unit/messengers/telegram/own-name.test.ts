import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripOwnName } from '../../../../src/messengers/telegram/own-name.ts';
import { castellan } from './recorded.ts';

it.each([
  ['/invite@castellan_bot @anna editor', '/invite @anna editor', true],
  ['/INVITE@Castellan_Bot', '/INVITE', true],
  ['/invite @anna', '/invite @anna', true],
  ['/invite@castellan_bot2 @anna', '/invite@castellan_bot2 @anna', false],
  ['@castellan_bot, invite @anna', 'invite @anna', true],
  ['@castellan_bot: members', 'members', true],
  ['members, @castellan_bot please', 'members, please', true],
  ['hey @castellan_bot', 'hey', true],
  ['@castellan_bot', '', true],
  ['@castellan_bot @castellan_bot members', 'members', true],
  ['mail me@castellan_bot or t.me/@castellan_bot', 'mail me@castellan_bot or t.me/@castellan_bot', false],
  ['@castellan_bot_2 members', '@castellan_bot_2 members', false],
  ['1/2 of them', '1/2 of them', false],
])('%j reads %j', (text, left, addressed) => {
  expect(stripOwnName(text, castellan)).toMatchObject({ text: left, addressed });
});

it('takes off a mention by id too', () => {
  const stripped = stripOwnName('Castellan, members', castellan, [{ start: 0, end: 9 }]);
  expect(stripped).toMatchObject({ text: 'members', addressed: true });
});

it('moves offsets with the text', () => {
  const words = fc.array(
    fc.constantFrom('@castellan_bot', '/invite@castellan_bot', 'Anna', 'to', '👋', ',', ' '),
  );
  fc.assert(
    fc.property(words, words, (before, after) => {
      const head = before.join(' ');
      const text = [head, 'MARK', after.join(' ')].join(' ');
      const stripped = stripOwnName(text, castellan);
      const start = stripped.moved(text.indexOf('MARK'));
      expect(stripped.text.slice(start, start + 4)).toBe('MARK');
    }),
  );
});

it('is quick on hostile text', () => {
  const hostile = [' '.repeat(200_000), '@castellan_bot '.repeat(20_000), `/${'a'.repeat(200_000)}@`];
  const began = performance.now();
  for (const text of hostile) stripOwnName(`x${text}x`, castellan);
  expect(performance.now() - began).toBeLessThan(2000);
});
