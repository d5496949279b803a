import { describe, expect, test } from 'vitest';
import { parseCommandLine, typedWords } from '../../../src/chat/command-line.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import type { Language } from '../../../src/domain/state.ts';
import { endFrom, takeEnd } from '../../../src/features/members/chat/role-end.ts';

/** A Friday in Kyiv, three hours ahead of UTC in May. */
const now = new Date('2026-05-01T10:00:00Z');
const translators = loadTranslators(new URL('../../../locales/', import.meta.url));
const kyiv = translators('uk', 'Europe/Kyiv');

/** The words of a line after its command, as the engine splits them. */
function words(text: string): readonly string[] {
  const event = {
    kind: 'message',
    text,
    messageId: '1',
    addressed: true,
    mentions: [],
    replyTo: null,
    forwardOf: null,
  } as const;
  return typedWords(parseCommandLine(event, 0, 'UA').words);
}

/** What the clocks of Kyiv show at an end. */
function inKyiv(end: unknown): string {
  if (!(end instanceof Date)) return String(end);
  return end.toLocaleString('sv-SE', { timeZone: 'Europe/Kyiv' });
}

/** Each end with everything that means it; `until` words stand in front, as people write them. */
const READINGS: readonly (readonly [end: string, texts: readonly string[]])[] = [
  [
    '2026-05-01 23:59:59',
    ['until today', 'до сегодня', 'до сьогодні', 'until end of day', 'до конца дня', 'до кінця дня'],
  ],
  [
    '2026-05-02 23:59:59',
    [
      'until tomorrow',
      'till tomorrow',
      'UNTIL Tomorrow',
      'до завтра',
      'До Завтра',
      'until sat',
      'until saturday',
      'до субботы',
      'до суботи',
      'до сб',
      'until 2.5',
      'until 2 may',
      'until may 2',
      'until may 2nd',
      'до 2 мая',
      'до 2 травня',
      'до 2-го мая',
    ],
  ],
  [
    '2026-05-03 23:59:59',
    [
      'until overmorrow',
      'до послезавтра',
      'до післязавтра',
      'until sunday',
      'до воскресенья',
      'до неділі',
      'до вс',
      'до нд',
      'until end of week',
      'until the end of the week',
      'до конца недели',
      'до кінця тижня',
    ],
  ],
  ['2026-05-04 23:59:59', ['until monday', 'until Mon', 'до понедельника', 'до понеділка', 'до пн']],
  ['2026-05-05 23:59:59', ['until tuesday', 'до вторника', 'до вівторка', 'до вт']],
  ['2026-05-06 23:59:59', ['until wednesday', 'до среды', 'до середи', 'до ср']],
  ['2026-05-07 23:59:59', ['until thursday', 'until thurs', 'до четверга', 'до чт']],
  [
    '2026-05-08 23:59:59',
    ['until friday', 'until fri', 'до пятницы', "до п'ятниці", 'до п’ятниці', 'до пʼятниці', 'до пт'],
  ],
  [
    '2026-05-31 23:59:59',
    [
      'until end of month',
      'until the end of this month',
      'до конца месяца',
      'до конца этого месяца',
      'до кінця місяця',
      'до кінця цього місяця',
      'until 31.05',
      'до 31/5',
      'until 5/31/2026',
    ],
  ],
  [
    '2026-12-31 23:59:59',
    [
      'until 2026-12-31',
      'until 31.12.2026',
      'until 31.12.26',
      'until 31.12',
      'until 31/12/2026',
      'until 31/12/26',
      'until 12/31/2026',
      'until 31 december',
      'until 31 dec',
      'until 31st december',
      'until December 31',
      'until December 31, 2026',
      'until 31 december 2026',
      'until end of year',
      'until the end of the year',
      'до 31.12.26',
      'до 31.12',
      'до 31.12.2026',
      'до 2026-12-31',
      'до 31 декабря',
      'до 31 дек',
      'до 31 дек.',
      'до 31 декабря 2026',
      'до конца года',
      'до 31 грудня',
      'до 31 груд.',
      'до 31 грудня 2026',
      'до кінця року',
    ],
  ],
  [
    '2027-01-15 23:59:59',
    ['until 15.01', 'until 15 january', 'до 15 января', 'до 15 січня', 'до 15 янв', 'до 15 січ'],
  ],
  ['2027-02-28 23:59:59', ['until 28 february', 'до 28 февраля', 'до 28 лютого']],
  ['2027-03-08 23:59:59', ['until 8 march', 'до 8 марта', 'до 8 березня']],
  ['2027-04-30 23:59:59', ['until 30 april', 'до 30 апреля', 'до 30 квітня']],
  ['2026-06-01 23:59:59', ['until 1 june', 'до 1 июня', 'до 1 червня']],
  ['2026-07-01 23:59:59', ['until 1 july', 'до 1 июля', 'до 1 липня']],
  ['2026-08-24 23:59:59', ['until 24 august', 'до 24 августа', 'до 24 серпня']],
  ['2026-09-01 23:59:59', ['until 1 september', 'до 1 сентября', 'до 1 вересня']],
  ['2026-10-01 23:59:59', ['until 1 october', 'до 1 октября', 'до 1 жовтня']],
  ['2026-11-30 23:59:59', ['until 30 november', 'до 30 ноября', 'до 30 листопада']],
  [
    '2026-05-01 18:00:00',
    ['until 18:00', 'until 6pm', 'до 18:00', 'until today 18:00', 'until today at 6pm'],
  ],
  [
    '2026-05-02 18:00:00',
    [
      'until tomorrow 18:00',
      'until tomorrow at 18:00',
      'до завтра 18:00',
      'до завтра в 18:00',
      'до завтра о 18:00',
    ],
  ],
  [
    '2026-12-31 09:30:00',
    ['until 31.12.2026 09:30', 'until 2026-12-31 9:30am', 'до 31 декабря 9:30', 'до 31 грудня о 9:30'],
  ],
  ['2026-05-04 13:00:00', ['in 3 days', 'for 3d', 'через 3 дня', 'на 3 дні', 'через 3 дні', 'за 3 дні']],
  [
    '2026-05-08 13:00:00',
    [
      'for a week',
      'for one week',
      'in a week',
      'на неделю',
      'через неделю',
      'на тиждень',
      'через тиждень',
      'на одну неделю',
    ],
  ],
  ['2026-05-02 13:00:00', ['for a day', 'на день', 'на сутки', 'на добу']],
  ['2026-06-01 13:00:00', ['for a month', 'на месяц', 'на місяць']],
  ['2027-05-01 13:00:00', ['for a year', 'на год', 'на рік']],
  ['2026-05-01 14:00:00', ['for an hour', 'на час', 'на годину']],
  ['never', ['forever', 'навсегда', 'назавжди']],
];

describe.each(READINGS)('%s', (end, texts) => {
  test.each(texts)('%s', (text) => {
    expect(inKyiv(endFrom(text.split(' '), now, kyiv))).toBe(end);
    const found = takeEnd(words(`boris editor ${text}`), now, kyiv);
    expect([inKyiv(found.end), found.rest]).toEqual([end, ['boris', 'editor']]);
  });
});

test.each([
  ['tomorrow', '2026-05-02 23:59:59'],
  ['завтра', '2026-05-02 23:59:59'],
  ['friday', '2026-05-08 23:59:59'],
  ['31.12', '2026-12-31 23:59:59'],
  ['31 грудня', '2026-12-31 23:59:59'],
  ['18:00', '2026-05-01 18:00:00'],
  ['end of month', '2026-05-31 23:59:59'],
  ['week', '2026-05-08 13:00:00'],
])('where an end is asked for, %s is enough', (text, end) => {
  expect(inKyiv(endFrom(text.split(' '), now, kyiv))).toBe(end);
});

/** The code and values of the refusal that reading throws. */
function refusalOf(text: string, language: Language): unknown {
  try {
    return takeEnd(words(text), now, translators(language, 'UTC')).end;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, ...error.details.values };
  }
}

test.each([
  ['en', 'April 3, 2026', 'March 4, 2026'],
  ['ru', '3 апреля 2026 г.', '4 марта 2026 г.'],
  ['uk', '3 квітня 2026 р.', '4 березня 2026 р.'],
] as const)('a day that could be another is refused with both, in %s', (language, one, other) => {
  const refused = { code: 'date_ambiguous', typed: '03/04/2026', one, other, plain: '2026-04-03' };
  expect(refusalOf('editor until 03/04/2026', language)).toEqual(refused);
});

test('the same number twice is one day', () => {
  expect(refusalOf('until 5/5/2026', 'en')).toEqual(new Date('2026-05-05T23:59:59Z'));
});

test.each(['until foo', 'till then', 'until 2026-02-31', 'до 31.02.2026', 'until 25:00'])(
  '%s is called a date',
  (text) => {
    const typed = text.split(' ')[1];
    expect(refusalOf(`editor ${text}`, 'en')).toEqual({ code: 'date_unreadable', typed });
  },
);

test.each(['client до Демо', 'client на Доступ', 'client на Дельту', 'for good', 'May Friday editor'])(
  '%s says no end',
  (text) => {
    expect(refusalOf(text, 'ru')).toBe('kept');
  },
);

test('what is over is read as written, so that it can be refused as past', () => {
  expect(refusalOf('until 31.12.2020', 'en')).toEqual(new Date('2020-12-31T23:59:59Z'));
});
