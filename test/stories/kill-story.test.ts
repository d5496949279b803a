import { expect, test } from 'vitest';
import { runKillStory } from '../../scripts/kill-story/run.ts';

// `npm run kill` does the same two hundred times, and more people at once.
test('a bot killed in the middle of everything loses nothing and doubles nothing', async ({ signal }) => {
  const report = await runKillStory({
    kills: 5,
    program: 'sources',
    mode: 'webhook',
    teams: 3,
    extent: 'joining',
    seed: 1,
    say: () => undefined,
    signal,
  });
  expect(report.wrong).toEqual([]);
  expect(report.teams).toBeGreaterThanOrEqual(3);
  expect(report.effects).toBeGreaterThanOrEqual(3 * 13);
  expect(report.deliveries.owed).toBeGreaterThan(report.effects);
}, 120_000);
