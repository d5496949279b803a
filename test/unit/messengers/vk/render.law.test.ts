import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Button, Reply, Run } from '../../../../src/chat/reply.ts';
import { render } from '../../../../src/messengers/vk/render.ts';
import { bot } from './bot.ts';

const callSchema = z.object({
  method: z.enum(['messages.send', 'messages.edit']),
  params: z.object({ message: z.string() }),
  keyboard: z
    .object({
      inline: z.literal(true),
      buttons: z.array(
        z.array(
          z.object({
            action: z.object({
              label: z.string(),
              payload: z.string().optional(),
              link: z.string().optional(),
            }),
          }),
        ),
      ),
    })
    .nullable(),
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
  '\0',
  '\uD83D',
  '<br>',
  '[id1|',
  ']',
  '&#8238;',
  '@club1 (x)',
);
const hostile = fc.oneof(
  fc.string({ unit: letters, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(letters, fc.integer({ min: 1, max: 6000 })).map(([letter, times]) => letter.repeat(times)),
);
const run: fc.Arbitrary<Run> = fc.oneof(
  hostile,
  fc.record({ text: hostile, style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const) }),
);
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant('press' as const),
    label: hostile,
    payload: fc.stringMatching(/^[!-~]{1,64}$/),
    tone: fc.constantFrom('primary' as const, 'danger' as const),
  }),
  fc.record({ kind: fc.constant('link' as const), label: hostile, url: fc.webUrl() }),
);
const rows = fc.oneof(
  fc.array(fc.array(button, { maxLength: 12 }), { maxLength: 4 }),
  fc.array(fc.array(button, { minLength: 1, maxLength: 2 }), { minLength: 7, maxLength: 24 }),
);
const screen = fc.record({ text: fc.array(run, { maxLength: 6 }), buttons: rows });
const reply = (chatId: string): fc.Arbitrary<Exclude<Reply, { kind: 'toast' }>> =>
  fc.oneof(
    screen.map((shown) => ({ kind: 'send' as const, to: { chatId, topic: null }, screen: shown })),
    screen.map((shown) => ({
      kind: 'edit' as const,
      to: { chatId, topic: null },
      messageId: '7',
      screen: shown,
    })),
  );

const visible = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Cf}\p{DI}\u2800\uFFFC]|\p{Cs}|\uFFFD|…/gu, '');

it('every screen is within every limit, whole and in order', () => {
  fc.assert(
    fc.property(reply('5'), (said) => {
      const calls = render(said).map((outgoing) => callSchema.parse(outgoing.body));
      for (const { params } of calls) {
        expect(params.message.trim()).toBe(params.message);
        expect(params.message.length).toBeGreaterThan(0);
        expect(params.message.length).toBeLessThanOrEqual(4096);
        expect(Buffer.from(params.message).toString()).toBe(params.message);
        expect(params.message).not.toMatch(/\[(id|club)\d|&#\d+;|<br>|\0/);
      }
      for (const { keyboard } of calls) {
        const shown = keyboard?.buttons ?? [];
        expect(shown.length).toBeLessThanOrEqual(6);
        expect(shown.flat().length).toBeLessThanOrEqual(10);
        for (const row of shown) {
          expect(row.length).toBeGreaterThan(0);
          expect(row.length).toBeLessThanOrEqual(5);
        }
        for (const { action } of shown.flat()) {
          expect(action.label.trim()).not.toBe('');
          expect(action.label.length).toBeLessThanOrEqual(40);
          expect(action.payload?.length ?? 0).toBeLessThanOrEqual(255);
        }
      }
      const actions = calls
        .flatMap(({ keyboard }) => keyboard?.buttons.flat() ?? [])
        .map(
          ({ action }) =>
            action.link ??
            z.object({ castellan: z.string() }).parse(JSON.parse(action.payload ?? '')).castellan,
        );
      expect(actions).toEqual(
        said.screen.buttons.flat().map((one) => ('payload' in one ? one.payload : 'url' in one && one.url)),
      );
      const wanted = said.screen.text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
      expect(visible(calls.map(({ params }) => params.message).join(''))).toBe(visible(wanted));
      expect(calls.map(({ method }) => method === 'messages.edit')).toEqual(
        calls.map((_, index) => index === 0 && said.kind === 'edit'),
      );
    }),
    { numRuns: 80 },
  );
});

it('VK takes every screen, whatever the names in it', async () => {
  const { control, say } = await bot();
  const anna = control.createUser({ firstName: 'Anna', started: true });
  await fc.assert(
    fc.asyncProperty(reply(String(anna.id)), async (said) => {
      // Message 7 is not there: what cannot be edited is sent anew.
      await say(said);
    }),
    { numRuns: 40 },
  );
  expect(control.messages(anna).length).toBeGreaterThan(40);
});
