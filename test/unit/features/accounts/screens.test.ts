import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { codeMail } from '../../../../src/features/accounts/chat/account-notices.ts';
import {
  linkCodeScreen,
  linkedScreen,
  linkQuestion,
  wrongCodeScreen,
} from '../../../../src/features/accounts/chat/link-screen.ts';
import {
  recoveredScreen,
  recoveryLink,
  recoveryOffer,
  recoveryQuestion,
} from '../../../../src/features/accounts/chat/recovery-screen.ts';
import {
  unlinkChoice,
  unlinkedScreen,
  unlinkQuestion,
} from '../../../../src/features/accounts/chat/unlink-screen.ts';
import { previewLink } from '../../../../src/features/accounts/link.ts';
import {
  actOn,
  countedIds,
  hoursLater,
  idOf,
  membershipOf,
  memberWith,
  NOW,
  presetNamed,
  recipientOf,
  workspaceOf,
} from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';
import { accountOf, joinedAs, personOf } from '../../../support/whole-person.ts';

const link = {
  linkId: idOf('link'),
  keep: personOf('Anna', { memberships: [joinedAs('Anna', ['owner'])] }),
  shownTo: accountOf('Anna'),
  gone: personOf('Annie', { memberships: [joinedAs('Annie', ['designer'])] }),
};
const merge = previewLink(link, {
  now: NOW,
  newId: countedIds(),
  scheme: ({ scheme }) => presetNamed(scheme),
});
const recovery = {
  id: idOf('recovery'),
  expiresAt: hoursLater(24),
  used: false,
  workspace: workspaceOf(),
  issuer: recipientOf('Vera'),
  issuerMembership: membershipOf('Vera', ['owner']),
  target: recipientOf('Boris'),
  targetMembership: membershipOf('Boris', ['designer']),
  viewerMembership: null,
};

const examples: Readonly<Record<string, Example>> = {
  codeMail: ({ t }) => codeMail('123456', t),
  linkCodeScreen: (ctx) => linkCodeScreen(ctx, '12345678'),
  wrongCodeScreen,
  linkQuestion: (ctx) => linkQuestion(ctx, link, merge),
  // It speaks the language of the person that stays.
  linkedScreen: (ctx) =>
    linkedScreen(ctx, { ...link, keep: { ...link.keep, language: ctx.person.language } }),
  unlinkChoice: (ctx) =>
    unlinkChoice(ctx, personOf('Anna', { accounts: [accountOf('Anna'), accountOf('Ann')] })),
  unlinkQuestion: (ctx) => unlinkQuestion(ctx, accountOf('Ann')),
  unlinkedScreen: (ctx) => unlinkedScreen(ctx, accountOf('Ann')),
  recoveryQuestion: (ctx) =>
    recoveryQuestion(ctx, actOn(presets.company, ['owner'], memberWith('Boris', ['designer']))),
  recoveryLink: (ctx) => recoveryLink(ctx, 'Boris', recovery.id, recovery.expiresAt),
  recoveryOffer: (ctx) => recoveryOffer(ctx, recovery),
  recoveredScreen: (ctx) => recoveredScreen(ctx, recovery),
};

test('every screen of accounts renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
