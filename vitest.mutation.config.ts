import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Stories before laws, which take longer, so that most mutants meet their test at once. Last comes the test
 * that loads the core: first it would take for its own all that runs at loading, and the rest would not be asked.
 */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
      .map((file) => ({ file, turn: turnOf(file.moduleId) }))
      .sort((a, b) => a.turn - b.turn || (a.file.moduleId < b.file.moduleId ? -1 : 1))
      .map(({ file }) => file);
  }
}

function turnOf(path: string): number {
  if (path.endsWith('/loading.test.ts')) return 2;
  return readFileSync(path, 'utf8').includes("from 'fast-check'") ? 1 : 0;
}

/** The tests of the permission core alone: they need no database, so that a mutant is tried in seconds. */
export default defineConfig({
  test: {
    include: ['test/unit/access/**/*.test.ts'],
    setupFiles: ['test/unit/access/time-limit.ts'],
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: StoriesFirst },
  },
});
