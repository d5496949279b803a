import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FEATURES = new URL('../../../src/features/', import.meta.url);

/** What a feature's folder holds beside its use cases. */
const NO_USE_CASES = new Set(['index.ts', 'changes.ts', 'queries.ts']);

/** Pure files of the features, as `noun/verb.ts`. */
const pureFiles = readdirSync(FEATURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(new URL(`${name}/`, FEATURES))
      .filter((file) => file.endsWith('.ts') && !NO_USE_CASES.has(file))
      .map((file) => `${name}/${file}`),
  );

/** Names that a test imports, by the file of the features that they come from. */
function importedNames(): Map<string, Set<string>> {
  const imported = new Map<string, Set<string>>();
  const here = fileURLToPath(new URL('.', import.meta.url));
  for (const file of readdirSync(here, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.test.ts')) continue;
    const text = readFileSync(`${here}/${file}`, 'utf8');
    for (const [, names = '', from = ''] of text.matchAll(
      /import \{([^}]*)\} from '[./]+\/src\/features\/([^']+)'/g,
    )) {
      const known = imported.get(from) ?? new Set();
      for (const name of names.split(',')) known.add(name.trim().split(' as ')[0] ?? '');
      imported.set(from, known);
    }
  }
  return imported;
}

test('every use case has a direct test, which needs no database', async () => {
  const tested = importedNames();
  const untested: string[] = [];
  for (const file of pureFiles) {
    const exported: Readonly<Record<string, unknown>> = await import(new URL(file, FEATURES).href);
    for (const [name, value] of Object.entries(exported))
      if (typeof value === 'function' && !tested.get(file)?.has(name)) untested.push(`${file}: ${name}`);
  }
  expect(pureFiles.length).toBeGreaterThan(50);
  expect(untested).toEqual([]);
});
