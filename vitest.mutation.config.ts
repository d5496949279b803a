import { defineConfig } from 'vitest/config';

/** The tests of the permission core alone: they need no database, so that a mutant is tried in seconds. */
export default defineConfig({
  test: {
    include: ['test/access/**/*.test.ts'],
    setupFiles: ['test/access/time-limit.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
