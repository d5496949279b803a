import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddressees } from '../../../src/chat/addressees.ts';

/** What was read, in order: `@name`, an address, a number, or `?` and the whole text of what could not be read. */
function read(text: string, country: string | null = null): string[] {
  return findAddressees(text, country).map(({ who, start, end }) => {
    switch (who?.kind) {
      case 'username':
        return `@${who.username}`;
      case 'email':
        return who.email;
      case 'phone':
        return who.phone;
      default:
        return `?${text.slice(start, end)}`;
    }
  });
}

/** Numbers of ten countries: E.164, and how people there write them. */
const PHONES: readonly (readonly [country: string, number: string, written: readonly string[]])[] = [
  [
    'US',
    '+12025550143',
    [
      '2025550143',
      '(202) 555-0143',
      '202-555-0143',
      '202.555.0143',
      '202 555 0143',
      '1 202 555 0143',
      '1-202-555-0143',
      '(202)555-0143',
    ],
  ],
  [
    'RU',
    '+79123456789',
    [
      '89123456789',
      '8 912 345-67-89',
      '8 (912) 345-67-89',
      '8(912)3456789',
      '8-912-345-67-89',
      '9123456789',
      '(912) 345-67-89',
      '8 912 345 67 89',
    ],
  ],
  [
    'UA',
    '+380671110004',
    [
      '0671110004',
      '067 111 00 04',
      '067 111-00-04',
      '(067) 111-00-04',
      '067-111-00-04',
      '(067)1110004',
      '067 1110004',
      '067.111.00.04',
    ],
  ],
  [
    'GB',
    '+447911123456',
    ['07911123456', '07911 123456', '07911 123 456', '(07911) 123456', '07911-123-456'],
  ],
  ['UK', '+442079460958', ['020 7946 0958', '02079460958', '(020) 7946 0958', '020-7946-0958']],
  [
    'DE',
    '+4915123456789',
    ['015123456789', '0151 23456789', '0151 2345 6789', '0151/23456789', '(0151) 23456789'],
  ],
  ['PL', '+48512345678', ['512345678', '512 345 678', '512-345-678']],
  ['KZ', '+77012345678', ['87012345678', '8 701 234 56 78', '8 (701) 234-56-78', '8-701-234-56-78']],
  ['BY', '+375291234567', ['80291234567', '8 029 123-45-67', '8 (029) 123-45-67', '8029 1234567']],
  ['FR', '+33612345678', ['0612345678', '06 12 34 56 78', '06.12.34.56.78', '06-12-34-56-78']],
  ['IN', '+919876543210', ['9876543210', '98765 43210', '09876543210', '098765-43210']],
];

/** How a number with its country code is written anywhere. */
function international(number: string): string[] {
  const digits = number.slice(1);
  const rest = digits.slice(-7);
  const head = digits.slice(0, -7);
  return [
    number,
    `+${head} ${rest.slice(0, 3)} ${rest.slice(3)}`,
    `+${head}-${rest.slice(0, 3)}-${rest.slice(3)}`,
    `+${head}\u00a0${rest.slice(0, 3)}\u00a0${rest.slice(3)}`,
    `+${head} ${rest.slice(0, 3)}‑${rest.slice(3, 5)}‑${rest.slice(5)}`,
    `+${head}.${rest.slice(0, 3)}.${rest.slice(3)}`,
    `+${head} (${rest.slice(0, 3)}) ${rest.slice(3)}`,
    `00${digits}`,
    `tel:${number}`,
    `https://t.me/${number}`,
  ];
}

describe('phone numbers', () => {
  for (const [country, number, written] of PHONES) {
    test.each(written)(`${country}: %s`, (text) => {
      expect(read(text, country)).toEqual([number]);
      expect(read(`${text} editor`, country)).toEqual([number]);
      expect(read(`editor ${text}, for 3d`, country)).toEqual([number]);
    });
    test.each(international(number))(`${country}, written with its code: %s`, (text) => {
      expect(read(text, null)).toEqual([number]);
      expect(read(`please ${text}!`, 'US')).toEqual([number]);
    });
  }

  test('several in one text are told apart', () => {
    expect(read('+380501112233 +380671110004')).toEqual(['+380501112233', '+380671110004']);
    expect(read('8 912 345 67 89 8 912 345 67 88', 'RU')).toEqual(['+79123456789', '+79123456788']);
    expect(read('067 111 00 04, 050 111 22 33; 0631234567', 'UA')).toEqual([
      '+380671110004',
      '+380501112233',
      '+380631234567',
    ]);
    expect(read('0671110004\n0501112233', 'UA')).toEqual(['+380671110004', '+380501112233']);
  });
});

describe('e-mail addresses', () => {
  test.each([
    'erin@example.com',
    'ERIN@Example.COM',
    '<erin@example.com>',
    '< erin@example.com >',
    'Erin Bar <erin@example.com>',
    '"Bar, Erin" <erin@example.com>',
    'Эрин Бар <erin@example.com>',
    "Erin O'Bar <erin@example.com>",
    'mailto:erin@example.com',
    'MAILTO:erin@example.com',
    '<mailto:erin@example.com>',
    'mailto:erin@example.com?subject=Hello',
    'erin@example.com.',
    'erin@example.com,',
    'erin@example.com;',
    'erin@example.com!',
    'erin@example.com?',
    'erin@example.com/',
    '(erin@example.com)',
    '[erin@example.com]',
    '"erin@example.com"',
    '«erin@example.com»',
    '„erin@example.com“',
    "'erin@example.com'",
    'e-mail: erin@example.com',
    'to erin@example.com please',
  ])('%s', (text) => {
    expect(read(text)).toEqual(['erin@example.com']);
  });

  test.each([
    ['info@пример.рф', 'info@xn--e1afmkfd.xn--p1ai'],
    ['info@xn--e1afmkfd.xn--p1ai', 'info@xn--e1afmkfd.xn--p1ai'],
    ['INFO@ПРИМЕР.РФ', 'info@xn--e1afmkfd.xn--p1ai'],
    ['info@приклад.укр', 'info@xn--80aikifvh.xn--j1amh'],
    ['erin@bücher.example', 'erin@xn--bcher-kva.example'],
    ['erin+team@mail.example.co.uk', 'erin+team@mail.example.co.uk'],
    ['first.last@sub.example.com', 'first.last@sub.example.com'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['a_b-c.d@example.org', 'a_b-c.d@example.org'],
  ])('%s is %s', (text, address) => {
    expect(read(text)).toEqual([address]);
  });

  test('several are read in their order', () => {
    expect(read('Ann <ann@x.org>, Bob <bob@x.org>; eve@x.org dan@x.org')).toEqual([
      'ann@x.org',
      'bob@x.org',
      'eve@x.org',
      'dan@x.org',
    ]);
    expect(read('ann@x.org,bob@x.org;eve@x.org')).toEqual(['ann@x.org', 'bob@x.org', 'eve@x.org']);
  });
});

describe('names and links of Telegram', () => {
  test.each([
    '@dora',
    '@dora.',
    '@dora,',
    '@dora!',
    '(@dora)',
    '«@dora»',
    't.me/dora',
    't.me/dora/',
    't.me/@dora',
    'T.me/dora',
    'http://t.me/dora',
    'https://t.me/dora',
    'https://t.me/dora/',
    'https://t.me/dora.',
    'https://t.me/dora?start=abc',
    'https://t.me/dora#x',
    'https://www.t.me/dora',
    'https://telegram.me/dora',
    'telegram.me/dora',
    'https://telegram.dog/dora',
    'https://t.me/s/dora',
    'tg://resolve?domain=dora',
    'tg:resolve?domain=dora',
    'tg://resolve?start=x&domain=dora',
    'https://dora.t.me',
    'dora.t.me/',
    '<https://t.me/dora>',
    'write to @dora please',
  ])('%s', (text) => {
    expect(read(text)).toEqual(['@dora']);
  });

  test.each([
    ['tg://resolve?phone=380671110004', '+380671110004'],
    ['https://t.me/+380671110004', '+380671110004'],
  ])('%s is the number %s', (text, number) => {
    expect(read(text)).toEqual([number]);
  });

  test('keeps the name as it was written', () => {
    expect(read('@Dora_The_1st t.me/VeraS')).toEqual(['@Dora_The_1st', '@VeraS']);
  });
});

describe('what cannot be read', () => {
  test.each([
    // Numbers that are too long, too short for their country or of no country.
    ['+1 202 555 0143 99', null],
    ['+120255501', null],
    ['+999123456789', null],
    ['8 912 345 67', 'RU'],
    ['8 912 345 67 89 12', 'RU'],
    ['067 111 00', 'UA'],
    ['0671110004 12', 'UA'],
    ['2025550143', null],
    ['1234567890123456789', 'US'],
    // Broken addresses.
    ['erin@', null],
    ['erin@example', null],
    ['@example.com', null],
    ['erin@@example.com', null],
    ['erin@-example.com', null],
    ['erin@exam_ple.com', null],
    ['почта@пример.рф', null],
    ['erin.example@com', null],
    // Names that Telegram does not have, and links to other resources than people.
    ['@bob', null],
    ['@1234', null],
    ['@дора', null],
    ['https://t.me/+AbCdEf12345', null],
    ['https://t.me/joinchat/AbCdEf12345', null],
    ['t.me/bob', null],
  ])('%s stays whole', (text, country) => {
    expect(read(text, country)).toEqual([`?${text}`]);
    expect(read(`${text} editor`, country)).toEqual([`?${text}`]);
  });

  test('<erin@> is one piece', () => {
    expect(read('Erin <erin@> editor')).toEqual(['?<erin@>']);
  });

  test.each([
    'editor',
    'link 5 editor',
    'x5',
    'for 3d',
    'until 2026-12-31',
    'до 31.12.2026',
    'до 31.12.26',
    '31/12/2026',
    'Boris Smith',
    'участники',
    'Bot 2000',
    'room 1234567x',
    'v1.2.3.4',
    '14:05',
    '',
    '   ',
  ])('%s names nobody', (text) => {
    expect(read(text, 'RU')).toEqual([]);
  });

  test('dates beside a number are no part of it', () => {
    expect(read('+380671110004 until 2026-12-31')).toEqual(['+380671110004']);
    expect(read('0671110004 2026-12-31', 'UA')).toEqual(['+380671110004']);
    expect(read('31.12.2026 0671110004', 'UA')).toEqual(['+380671110004']);
  });
});

test('spans are in order, do not overlap, and every digit of a number that was read lies in its span', () => {
  const piece = fc.constantFrom(
    '+1(202)555 0143',
    '8 912 345-67-89',
    '99',
    '+',
    '(',
    '2026-12-31',
    'erin@example.com',
    '<',
    '>',
    '@dora',
    't.me/',
    ' ',
    ', ',
    '\n',
    'editor',
    '@',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const found = findAddressees(text, 'RU');
      let end = 0;
      for (const one of found) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(one.end).toBeGreaterThan(one.start);
        end = one.end;
        if (one.who?.kind !== 'phone') continue;
        // Nothing is taken from a part of what was written: no digit touches the number from outside.
        expect(text.slice(one.end, one.end + 1)).not.toMatch(/\d/);
        expect(text.slice(Math.max(0, one.start - 1), one.start)).not.toMatch(/[\d+]/);
      }
    }),
  );
});
