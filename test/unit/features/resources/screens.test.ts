import { expect, test } from 'vitest';
import { maskList } from '../../../../src/features/resources/chat/mask-list.ts';
import { resourceCard } from '../../../../src/features/resources/chat/resource-card.ts';
import { resourceChoice } from '../../../../src/features/resources/chat/resource-choice.ts';
import { resourceList } from '../../../../src/features/resources/chat/resource-list.ts';
import {
  askDeleting,
  askDestination,
  askMessenger,
  askNameWithout,
  askNewResourceName,
  askResourceName,
  askToken,
  askWhichBot,
} from '../../../../src/features/resources/chat/resource-questions.ts';
import { actorWith, resourceOf } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const owner = actorWith(['owner']);
const bot = resourceOf('bot', 'Helper', { contents: 2 });
const project = resourceOf('project', 'Shop', { contents: 3 });
const channel = resourceOf('channel', 'Line', { bot });
const page = { resources: [project, resourceOf('project', 'Bank')], hasPrevious: false, hasNext: true };

const examples: Readonly<Record<string, Example>> = {
  projectCard: (ctx) => resourceCard(ctx, owner, project),
  botCard: (ctx) => resourceCard(ctx, owner, bot),
  channelCard: (ctx) => resourceCard(ctx, owner, channel),
  resourceList: (ctx) => resourceList(ctx, owner, 'project', null, page),
  resourceChoice: (ctx) => resourceChoice(ctx, [bot, project]),
  askResourceName: (ctx) => askResourceName(ctx, 'bot'),
  askNameWithout: (ctx) => askNameWithout(ctx, 'Shop'),
  askNewResourceName: (ctx) => askNewResourceName(ctx, bot),
  askWhichBot: (ctx) => askWhichBot(ctx, [bot]),
  askMessenger: (ctx) => askMessenger(ctx, bot),
  askToken: (ctx) => askToken(ctx, bot, 'viber'),
  askDestination: (ctx) => askDestination(ctx, bot, [project]),
  askDeleting: (ctx) => askDeleting(ctx, bot),
  maskList: (ctx) => maskList(ctx, [{ table: 'people', column: 'phone' }], []),
};

test('every screen of resources renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
