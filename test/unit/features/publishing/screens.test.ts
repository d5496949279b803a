import { expect, test } from 'vitest';
import {
  approvalCard,
  approvalClosed,
  approvalDecided,
  botQuestion,
  publishedScreen,
} from '../../../../src/features/publishing/chat/publishing.ts';
import type { FoundApproval } from '../../../../src/features/resources/queries.ts';
import {
  hoursLater,
  idOf,
  memberWith,
  recipientOf,
  resourceOf,
  workspaceOf,
} from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const bot = resourceOf('bot', 'Helper');
const approval: FoundApproval = {
  id: idOf('approval'),
  version: 4,
  state: 'pending',
  expiresAt: hoursLater(24),
  bot,
  workspace: workspaceOf(),
  requester: recipientOf('Boris'),
  requesterIsMember: true,
  decidedBy: null,
};
const asked = {
  kind: 'asked',
  approvalId: approval.id,
  version: 4,
  expiresAt: approval.expiresAt,
  approvers: [memberWith('Vera', [])],
  mayApprove: true,
} as const;

const examples: Readonly<Record<string, Example>> = {
  approvalCard: ({ t, button }) =>
    approvalCard({ ...asked, actorName: 'Boris', workspace: { name: 'Acme' }, bot: 'Helper' }, t, button),
  botQuestion: (ctx) => botQuestion(ctx, [bot]),
  publishedScreen: (ctx) => publishedScreen(ctx, bot, { kind: 'published', version: 4 }),
  askedScreen: (ctx) => publishedScreen(ctx, bot, asked),
  approvalApproved: (ctx) => approvalDecided(ctx, approval, true),
  approvalRefused: (ctx) => approvalDecided(ctx, approval, false),
  approvalClosed: (ctx) => approvalClosed(ctx, { ...approval, state: 'expired' }),
};

test('every screen of publishing renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
