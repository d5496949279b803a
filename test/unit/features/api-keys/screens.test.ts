import { expect, test } from 'vitest';
import {
  askKeyNameScreen,
  keyListScreen,
  keyRevokedScreen,
  newKeyScreen,
  revocationQuestion,
} from '../../../../src/features/api-keys/chat/keys-screen.ts';
import type { ApiKey } from '../../../../src/features/api-keys/key.ts';
import { hoursLater, idOf } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const key: ApiKey = {
  id: idOf('key'),
  workspaceId: idOf('workspace'),
  name: 'CI',
  publicId: 'abc',
  scopes: ['evaluate', 'search'],
  ratePerMinute: 60_000,
  createdById: null,
  createdAt: hoursLater(-48),
  lastUsedAt: null,
  revokedAt: null,
};

const examples: Readonly<Record<string, Example>> = {
  keyListScreen: (ctx) => keyListScreen(ctx, [key, { ...key, lastUsedAt: hoursLater(-1) }], 0),
  noKeys: (ctx) => keyListScreen(ctx, [], 0),
  askKeyNameScreen: (ctx) => askKeyNameScreen(ctx, 'Acme'),
  newKeyScreen: (ctx) => newKeyScreen(ctx, 'CI', 'ck_abc_secret'),
  revocationQuestion: (ctx) => revocationQuestion(ctx, key),
  keyRevokedScreen: (ctx) => keyRevokedScreen(ctx, key),
};

test('every screen of keys renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
