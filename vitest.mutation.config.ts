import { defineConfig } from 'vitest/config';

/** The tests of the permission core alone: they need no database, so a mutant is tried in a second. */
export default defineConfig({
  test: { include: ['test/access/**/*.test.ts'], testTimeout: 60_000 },
});
