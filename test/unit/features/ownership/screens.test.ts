import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import {
  transferClosed,
  transferOffered,
  transferQuestion,
} from '../../../../src/features/ownership/chat/transfer-screen.ts';
import { actOn, hoursLater, idOf, memberWith, recipientOf, workspaceOf } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const transfer = {
  id: idOf('transfer'),
  state: 'pending',
  expiresAt: hoursLater(24),
  workspace: workspaceOf(),
  from: { ...recipientOf('Anna'), membership: null },
  to: { ...recipientOf('Boris'), membership: null },
} as const;

const examples: Readonly<Record<string, Example>> = {
  transferQuestion: (ctx) =>
    transferQuestion(ctx, actOn(presets.company, ['owner'], memberWith('Boris', ['designer']))),
  transferOffered: (ctx) => transferOffered(ctx, { ...transfer, toName: 'Boris' }),
  transferAccepted: (ctx) => transferClosed(ctx, transfer, 'transfer-accepted'),
  transferDeclined: (ctx) => transferClosed(ctx, transfer, 'transfer-declined'),
  transferCancelled: (ctx) => transferClosed(ctx, transfer, 'transfer-cancelled'),
};

test('every screen of a transfer renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
