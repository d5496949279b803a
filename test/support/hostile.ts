import fc from 'fast-check';

/** Values that a careless reader trips over. */
const NASTY: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  9007199254740991,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '<b>x</b>&amp;"\'',
  '[b]x[/b] **x** _y_ `z`',
  '{ $x }',
  '__proto__',
  '-1001234567890123456789',
  "'; drop table persons; --",
  '🏳️‍🌈'.repeat(50),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢'.repeat(20),
  'x'.repeat(4096),
  '/invite @a @b @c editor',
  '/start i_AAAAAAAAAAAAAAAAAAAAAAAA',
  '/members %_\\',
  [],
  {},
  [[[[[[]]]]]],
  { toString: 1, constructor: null, __proto__: [] },
];

/** A JSON value with some of its leaves, keys and branches replaced, removed, doubled or renamed. */
export function mutated(base: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(fc.record({ at: fc.nat(200), what: fc.nat(5), with: fc.nat(NASTY.length - 1) }), { maxLength: 4 })
    .map((changes) =>
      changes.reduce<unknown>((value, change) => mutate(value, change), structuredClone(base)),
    );
}

interface Mutation {
  readonly at: number;
  readonly what: number;
  readonly with: number;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function mutate(value: unknown, mutation: Mutation): unknown {
  const places: Place[] = [];
  collect(value, places);
  const place = places[mutation.at % Math.max(places.length, 1)];
  const nasty = structuredClone(NASTY[mutation.with]);
  if (!place) return nasty;
  const { holder, key } = place;
  switch (mutation.what) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[`${key}_`] = holder[key];
      delete holder[key];
      break;
    case 2:
      holder[key] = [holder[key], holder[key]];
      break;
    default:
      holder[key] = nasty;
  }
  return value;
}

function collect(value: unknown, places: Place[]): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    places.push({ holder, key });
    collect(holder[key], places);
  }
}
