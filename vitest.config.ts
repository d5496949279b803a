import { defineConfig } from 'vitest/config';

const LAWS = 'test/unit/**/*.law.test.ts';

/** Tests that need a Postgres get one of their own, which starts with their project. */
const withPostgres = {
  globalSetup: ['test/support/start-postgres.ts'],
  // Bounds for a machine that is busy with other resources, not expectations of how long a test takes.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    pool: 'forks',
    // One more than the cores of the smallest machine: stories that wait for a lease leave theirs idle.
    maxWorkers: 3,
    projects: [
      // Pure code and code that talks to an emulator only: no database, no setup.
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure files share their modules: most of the time of a run was loading them anew.
          isolate: false,
          include: ['test/unit/**/*.test.ts'],
          exclude: [LAWS],
          testTimeout: 120_000,
        },
      },
      // Searches of many random cases, bounded by runs: pure, but of seconds each.
      { extends: true, test: { name: 'laws', include: [LAWS], testTimeout: 180_000 } },
      // Statements, processes and the HTTP side against a real Postgres.
      { extends: true, test: { name: 'db', include: ['test/db/**/*.test.ts'], ...withPostgres } },
      // People who talk to the bot through the real adapters and the emulators.
      { extends: true, test: { name: 'stories', include: ['test/stories/**/*.test.ts'], ...withPostgres } },
    ],
  },
});
