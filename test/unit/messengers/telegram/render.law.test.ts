import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Button, Reply, Run } from '../../../../src/chat/reply.ts';
import { render } from '../../../../src/messengers/telegram/render.ts';

const messageSchema = z.object({
  method: z.enum(['sendMessage', 'editMessageText']),
  params: z.object({
    text: z.string(),
    entities: z.array(z.object({ type: z.string(), offset: z.int(), length: z.int() })).default([]),
    reply_markup: z
      .object({
        inline_keyboard: z
          .array(
            z.array(
              z.object({
                text: z.string(),
                callback_data: z.string().optional(),
                url: z.string().optional(),
              }),
            ),
          )
          .default([]),
      })
      .default({ inline_keyboard: [] }),
  }),
});

const letters = fc.constantFrom(
  'a',
  'Я',
  ' ',
  '\n',
  '👩‍👩‍👧',
  '🇺🇦',
  'e\u0301',
  '\u202E',
  '\u2067',
  '\0',
  '\uD83D',
  '<b>',
  '*',
  '@x',
);
const hostile = fc.oneof(
  fc.string({ unit: letters, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(letters, fc.integer({ min: 1, max: 6000 })).map(([letter, times]) => letter.repeat(times)),
);
const run: fc.Arbitrary<Run> = fc.oneof(
  hostile,
  fc.record({ text: hostile, style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const) }),
  fc.record({ text: hostile, url: fc.webUrl() }),
);
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant('press' as const),
    label: hostile,
    payload: fc.stringMatching(/^[!-~]{1,64}$/),
  }),
  fc.record({ kind: fc.constant('link' as const), label: hostile, url: fc.webUrl() }),
);
const screen = fc.record({
  text: fc.oneof(fc.array(run, { maxLength: 6 }), fc.array(run, { minLength: 150, maxLength: 200 })),
  buttons: fc.oneof(
    fc.array(fc.array(button, { maxLength: 12 }), { maxLength: 4 }),
    fc.array(fc.array(button, { minLength: 20, maxLength: 20 }), { minLength: 15, maxLength: 15 }),
  ),
});
const reply: fc.Arbitrary<Reply> = fc.oneof(
  screen.map((shown) => ({ kind: 'send' as const, to: { chatId: '-5', topic: null }, screen: shown })),
  screen.map((shown) => ({
    kind: 'edit' as const,
    to: { chatId: '5', topic: null },
    messageId: '7',
    screen: shown,
  })),
);

const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}\p{DI}\u2800\uFFFC]|\p{Cs}|\uFFFD/gu, '');

it('every screen is within every limit, whole and in order', () => {
  fc.assert(
    fc.property(reply, (said) => {
      if (said.kind === 'toast') return;
      const messages = render(said).map((outgoing) => messageSchema.parse(outgoing.body));
      const keyboards = messages.map((message) => message.params.reply_markup.inline_keyboard);

      for (const { params } of messages) {
        expect(params.text.trim()).toBe(params.text);
        expect(params.text.length).toBeGreaterThan(0);
        expect(params.text.length).toBeLessThanOrEqual(4096);
        expect(Buffer.from(params.text).toString()).toBe(params.text);
        expect(params.text).not.toContain('\0');
        expect(params.entities.length).toBeLessThanOrEqual(100);
        for (const { offset, length } of params.entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(params.text.length);
        }
      }
      for (const rows of keyboards) {
        expect(rows.flat().length).toBeLessThanOrEqual(100);
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(8);
        for (const { text } of rows.flat()) expect(text.trim()).not.toBe('');
        expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(10_000);
      }

      const actions = keyboards.flat(2).map(({ callback_data, url }) => callback_data ?? url);
      expect(actions).toEqual(
        said.screen.buttons.flat().map((one) => ('payload' in one ? one.payload : 'url' in one && one.url)),
      );

      const wanted = said.screen.text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
      const shown = messages.map(({ params }) => params.text).join('');
      expect(visible(shown).replaceAll('…', '')).toBe(visible(wanted).replaceAll('…', ''));

      const styled = said.screen.text.map((one) => (typeof one === 'string' ? '' : one.text)).join('');
      const marked = messages.map(({ params: { text, entities } }) =>
        entities.map(({ offset, length }) => text.slice(offset, offset + length)).join(''),
      );
      expect(visible(marked.join(''))).toBe(visible(styled));
    }),
    { numRuns: 80 },
  );
});
