import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { roleList, roleRights } from '../../../../src/features/schemes/chat/role-list.ts';
import { schemeOverview } from '../../../../src/features/schemes/chat/scheme-overview.ts';
import { schemeSaved } from '../../../../src/features/schemes/chat/scheme-preview.ts';
import { schemeChoice, schemeHistory } from '../../../../src/features/schemes/chat/scheme-switch-screen.ts';
import { whyActions, whyResources } from '../../../../src/features/why/chat/why-screen.ts';
import { actorWith, hoursLater } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const { company } = presets;
const owner = actorWith(['owner']);
const holders = new Map([
  ['owner', 1],
  ['designer', 101],
]);
const versions = [
  { version: 2, preset: null, title: 'Ours', madeAt: hoursLater(-1), madeBy: 'Anna' },
  { version: 1, preset: 'company', title: null, madeAt: hoursLater(-99), madeBy: null },
];

const examples: Readonly<Record<string, Example>> = {
  roleList: (ctx) => roleList(ctx, owner, company, holders),
  roleRights: (ctx) => roleRights(ctx, owner, company, 'designer', holders),
  schemeOverview: (ctx) => schemeOverview(ctx, owner, company),
  schemeSaved: (ctx) => schemeSaved(ctx, 2, company),
  schemeChoice: (ctx) => schemeChoice(ctx, owner),
  schemeHistory: (ctx) => schemeHistory(ctx, owner, versions),
  whyResources: (ctx) => whyResources(ctx, company, false),
  whyActions: (ctx) => whyActions(ctx, company, ['bot.view', 'bot.update']),
};

test('screens of roles, schemes and reasons render in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
