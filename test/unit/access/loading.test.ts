import { expect, test } from 'vitest';

/*
 * Loads the core inside a test: a mutant that breaks what runs at loading would otherwise leave every file
 * without a test that fails, and pass for one that nobody notices.
 */
test('the core can be loaded, with every preset made ready', async () => {
  const { presetKeys, presets } = await import('../../../src/access/presets.ts');
  expect(Object.keys(presets)).toEqual(presetKeys);
});
