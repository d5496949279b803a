import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { createButtonSigner } from '../../../src/chat/actions/button-signer.ts';
import { parseCommandLine } from '../../../src/chat/command-line.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import type { Language } from '../../../src/domain/state.ts';
import { searchOf } from '../../../src/features/members/chat/members.ts';
import { takeEnd } from '../../../src/features/members/chat/role-end.ts';
import { parseRoleLine } from '../../../src/features/members/chat/role-line.ts';
import { packWish, unpackWish } from '../../../src/features/members/chat/role-wish.ts';

const now = new Date('2026-05-01T10:00:00Z');
const translators = loadTranslators(new URL('../../../locales/', import.meta.url));
const t = translators('en', 'UTC');

function read(text: string, language: Language = 'en', scheme: keyof typeof presets = 'company') {
  const line = parseCommandLine(
    {
      kind: 'message',
      text,
      messageId: '1',
      addressed: true,
      mentions: [],
      replyTo: null,
      forwardOf: null,
    },
    0,
    'US',
  );
  return parseRoleLine(line, presets[scheme], translators(language, 'UTC'), now);
}

const named = (...words: string[]) => words.map((text) => ({ kind: 'text', text }));

describe('the end of a role, in words', () => {
  const day = (count: number): string => new Date(now.getTime() + count * 86_400_000).toISOString();
  test.each([
    ['for 3d', day(3)],
    ['for 2 weeks', day(14)],
    ['на 3 дня', day(3)],
    ['на 2 тижні', day(14)],
    ['на 1 год', '2027-05-01T10:00:00.000Z'],
    ['for 2 months', '2026-07-01T10:00:00.000Z'],
    ['for 5 hours', '2026-05-01T15:00:00.000Z'],
    ['на 5 годин', '2026-05-01T15:00:00.000Z'],
    ['for 30 min', '2026-05-01T10:30:00.000Z'],
    ['until 2026-12-31', '2026-12-31T23:59:59.000Z'],
    ['до 31.12.2026', '2026-12-31T23:59:59.000Z'],
    ['до 13/6/2026', '2026-06-13T23:59:59.000Z'],
  ])('%s', (text, end) => {
    const found = takeEnd(['boris', ...text.split(' '), 'editor'], now, t);
    expect(found.end instanceof Date && found.end.toISOString()).toBe(end);
    expect(found.rest).toEqual(['boris', 'editor']);
  });

  test.each([
    ['Europe/Kyiv', '2026-12-31T21:59:59.000Z'],
    ['America/New_York', '2027-01-01T04:59:59.000Z'],
    ['Pacific/Kiritimati', '2026-12-31T09:59:59.000Z'],
    ['Asia/Kolkata', '2026-12-31T18:29:59.000Z'],
  ])('a day ends when it ends in %s', (timeZone, end) => {
    expect(takeEnd(['until', '2026-12-31'], now, translators('en', timeZone)).end).toEqual(new Date(end));
  });

  test('a day ends by the clock of that day, on which clocks are moved', () => {
    const { end } = takeEnd(['until', '2026-10-25'], now, translators('en', 'Europe/Kyiv'));
    expect(end).toEqual(new Date('2026-10-25T21:59:59.000Z'));
  });

  test.each(['forever', 'навсегда', 'назавжди'])('%s', (word) => {
    expect(takeEnd([word], now, t)).toEqual({ end: 'never', rest: [] });
  });

  test.each(['for good', 'for 9999 years', 'на всё', 'for 0 days'])('%s is none', (text) => {
    const words = text.split(' ');
    expect(takeEnd(words, now, t)).toEqual({ end: 'kept', rest: words });
  });
});

describe('a role line', () => {
  test('names a member first and roles last, whatever the name is', () => {
    expect(read('Anna Maria manager')).toMatchObject({
      words: named('Anna', 'Maria'),
      wish: { roles: ['manager'], end: 'kept' },
    });
    expect(read('Manager Bob designer').words).toEqual(named('Manager', 'Bob'));
    expect(read('Manager Bob designer').wish.roles).toEqual(['designer']);
  });

  test('takes titles of several words and of the person’s language', () => {
    expect(read('@boris balance manager', 'en', 'cabinet').wish.roles).toEqual(['balance_manager']);
    expect(read('@boris balance_manager', 'uk', 'cabinet').wish.roles).toEqual(['balance_manager']);
    expect(read('@boris Менеджер балансу на 3 дні', 'uk', 'cabinet').wish).toEqual({
      roles: ['balance_manager'],
      end: new Date('2026-05-04T10:00:00Z'),
    });
    expect(read('@boris operator and viewer', 'en', 'platform').wish.roles).toEqual(['operator', 'viewer']);
  });

  test('says which words beside a mention are no role', () => {
    expect(read('@boris emperor for 3d')).toMatchObject({ unknown: 'emperor', wish: { roles: [] } });
  });
});

describe('what buttons carry', () => {
  const signer = createButtonSigner(Buffer.alloc(32));
  const member = '018f2f6e-0000-7000-8000-000000000000';

  test('a wish comes back from a button, and fits it', () => {
    const schemes = fc.constantFrom(...Object.values(presets));
    const end = fc.oneof(
      fc.constantFrom('kept' as const, 'never' as const),
      fc.integer({ min: 1, max: 60_000_000 }).map((minutes) => new Date(minutes * 60_000)),
    );
    fc.assert(
      fc.property(schemes, fc.nat(), end, fc.nat({ max: 1_000_000 }), (scheme, bits, ends, version) => {
        const roles = scheme.roles.filter(({ rank }) => (bits >> rank) & 1).map(({ key }) => key);
        const packed = packWish(scheme, { roles, end: ends }, version);
        expect(unpackWish(scheme, packed)).toEqual({ wish: { roles, end: ends }, version });
        expect(() => signer.sign({ code: 'mc', args: [member, packed] }, 'person')).not.toThrow();
      }),
    );
  });

  test('any search fits a button and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const search = searchOf(typed);
        if (search === null) return;
        const payload = signer.sign({ code: 'mn', args: [member, search] }, 'person');
        expect(signer.read(payload, 'person')).toEqual({
          kind: 'ours',
          code: 'mn',
          args: [member, search],
        });
        expect(searchOf(search)).toBe(search);
      }),
      { numRuns: 500 },
    );
  });

  test('of a long search the beginning counts, whole letters only', () => {
    expect(searchOf('Константинопольский')).toBe('константиноп');
    expect(searchOf('  ')).toBeNull();
  });
});
