import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Button, Reply, Run } from '../../../../src/chat/reply.ts';
import { pressedPayload } from '../../../../src/messengers/viber/pressed.ts';
import { render } from '../../../../src/messengers/viber/render.ts';

const button = z.object({
  Columns: z.int().min(1).max(6),
  Rows: z.literal(1),
  ActionType: z.enum(['reply', 'open-url', 'share-phone']),
  ActionBody: z.string().min(1),
  Text: z.string().min(1).max(250),
  Silent: z.literal(true),
  BgColor: z.string().optional(),
});
const buttons = z.array(button).min(1);
const message = z.object({
  type: z.enum(['text', 'rich_media', 'picture', 'file']),
  text: z.string().optional(),
  rich_media: z
    .object({
      Type: z.literal('rich_media'),
      ButtonsGroupColumns: z.literal(6),
      ButtonsGroupRows: z.int().min(1).max(7),
      Buttons: buttons,
    })
    .optional(),
  keyboard: z
    .object({ Type: z.literal('keyboard'), DefaultHeight: z.boolean(), Buttons: buttons })
    .optional(),
  min_api_version: z.int().optional(),
});
type Shown = z.infer<typeof button>;

const letters = fc.constantFrom(
  'a',
  'Я',
  ' ',
  '\n',
  '👩‍👩‍👧',
  'e\u0301',
  '\u202E',
  '\u2067',
  '\0',
  '\u0001',
  '"',
  '\uD83D',
  '<b>',
  '*',
  '漢',
);
const hostile = fc.oneof(
  fc.string({ unit: letters, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(letters, fc.integer({ min: 1, max: 9000 })).map(([letter, times]) => letter.repeat(times)),
);
const run: fc.Arbitrary<Run> = fc.oneof(
  hostile,
  fc.record({ text: hostile, style: fc.constantFrom('bold' as const, 'code' as const) }),
  fc.record({ text: hostile, url: fc.webUrl() }),
);
const oneButton: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant('press' as const),
    label: hostile,
    payload: fc.stringMatching(/^[!-~]{1,64}$/),
  }),
  fc.record({ kind: fc.constant('link' as const), label: hostile, url: fc.webUrl() }),
  fc.record({ kind: fc.constant('share' as const), label: hostile, url: fc.webUrl(), text: hostile }),
);
const ask = fc.constantFrom(
  {},
  { ask: { kind: 'contact', label: 'My number' } as const },
  { ask: { kind: 'people', label: 'Pick', requestId: 1, max: 10 } as const },
);
const screen = fc
  .tuple(
    fc.record({
      text: fc.array(run, { maxLength: 6 }),
      buttons: fc.oneof(
        fc.array(fc.array(oneButton, { maxLength: 12 }), { maxLength: 4 }),
        fc.array(fc.array(oneButton, { maxLength: 2 }), { minLength: 11, maxLength: 15 }),
        fc.array(fc.array(oneButton, { minLength: 8, maxLength: 8 }), { minLength: 10, maxLength: 12 }),
      ),
    }),
    ask,
  )
  .map(([shown, asked]) => ({ ...shown, ...asked }));
const reply: fc.Arbitrary<Exclude<Reply, { kind: 'toast' }>> = fc.oneof(
  screen.map((shown) => ({ kind: 'send' as const, to: { chatId: 'u', topic: null }, screen: shown })),
  screen.map((shown) => ({
    kind: 'edit' as const,
    to: { chatId: 'u', topic: null },
    messageId: '7',
    screen: shown,
  })),
);

const rows = (shown: readonly Shown[]): Shown[][] => {
  const all: Shown[][] = [[]];
  let width = 0;
  for (const one of shown) {
    if (width + one.Columns > 6) {
      all.push([]);
      width = 0;
    }
    all.at(-1)?.push(one);
    width += one.Columns;
  }
  return all;
};
const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}\p{DI}\u2800\uFFFC]|\p{Cs}|\uFFFD/gu, '');
/** What can be read, but for the brackets around addresses and the signs that stand for nothing. */
const plain = (text: string) => visible(text).replace(/[…()]/g, '');
/** What a button does, however it is shown. */
const actionOf = (one: Button): string => {
  if (one.kind === 'press') return one.payload;
  return one.kind === 'link' ? one.url : 'share';
};
const doneBy = (one: Shown): string => {
  if (one.ActionType !== 'open-url') return pressedPayload(one.ActionBody) ?? 'typed';
  return one.ActionBody.startsWith('viber://forward?text=') ? 'share' : one.ActionBody;
};

it('every screen is within every limit, whole and in order', () => {
  fc.assert(
    fc.property(reply, (said) => {
      const sent = render(said, undefined);
      const messages = sent.map(({ body }) => message.parse(body));
      const shown = messages.flatMap((one) => [
        ...(one.rich_media?.Buttons ?? []),
        ...(one.keyboard?.Buttons ?? []),
      ]);

      for (const [place, one] of messages.entries()) {
        // With receiver and sender, and as a welcome, a request stays within 30 KB.
        expect(Buffer.byteLength(JSON.stringify(one))).toBeLessThanOrEqual(29_000);
        if (one.type === 'text') {
          expect(one.text?.trim()).toBe(one.text);
          expect(one.text?.length).toBeGreaterThan(0);
          expect(one.text?.length).toBeLessThanOrEqual(7000);
          expect(one.text).not.toMatch(/\0|\p{Cs}/u);
        }
        // The client shows the last keyboard only.
        if (one.keyboard) expect(place).toBe(messages.length - 1);
        for (const row of rows(one.keyboard?.Buttons ?? []).slice(0, -1))
          expect(row.reduce((sum, { Columns }) => sum + Columns, 0)).toBe(6);
        expect(rows(one.keyboard?.Buttons ?? []).length).toBeLessThanOrEqual(12);
        expect(rows(one.rich_media?.Buttons ?? []).length).toBeLessThanOrEqual(42);
        for (const { ActionType } of one.rich_media?.Buttons ?? [])
          expect(ActionType).not.toBe('share-phone');
      }
      for (const { Text } of shown) expect(Text).not.toMatch(/[<>]|\0|\p{Cs}/u);

      const asked = shown.filter(({ ActionType }) => ActionType === 'share-phone');
      expect(asked.length).toBe('ask' in said.screen && said.screen.ask.kind === 'contact' ? 1 : 0);
      if (asked.length > 0) expect(messages.at(-1)?.min_api_version).toBeGreaterThanOrEqual(2);
      expect(shown.filter(({ ActionType }) => ActionType !== 'share-phone').map(doneBy)).toEqual(
        said.screen.buttons.flat().map(actionOf),
      );
      const words = said.screen.text
        .map((one) => {
          if (typeof one === 'string') return one;
          return 'url' in one && one.text !== one.url ? one.text + one.url : one.text;
        })
        .join('');
      expect(plain(messages.map(({ text = '' }) => text).join(''))).toBe(plain(words));
    }),
    { numRuns: 60 },
  );
});
