import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import {
  abilitiesScreen,
  type Card,
  closedCard,
  invitationCard,
  invitationMail,
  invitationReminder,
  welcomeScreen,
} from '../../../../src/features/invitations/chat/invitation-card.ts';
import { invitationListScreen } from '../../../../src/features/invitations/chat/invitation-list.ts';
import {
  managedScreen,
  revokeScreen,
  rolePickScreen,
} from '../../../../src/features/invitations/chat/invitation-manage.ts';
import { pickScreen } from '../../../../src/features/invitations/chat/invite-wizard-screen.ts';
import { actorWith, hoursLater, idOf, invitationOf, managedOf } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const card: Card = {
  invitationId: idOf('invitation'),
  workspace: { name: 'Acme', scheme: 'company' },
  actorName: 'Anna',
  roles: ['designer'],
  resources: [],
  note: 'See you on Monday',
  accessUntil: hoursLater(700),
  expiresAt: hoursLater(48),
};
const names = { who: 'you', workspace: 'Acme', inviter: 'Anna' };
const managed = { ...managedOf({ note: card.note }), isBacked: true };
const all = { offer: true, revoke: true, link: true };
const page = {
  invitations: [
    invitationOf(),
    invitationOf({ id: idOf('other'), state: 'accepted', addresseeName: 'Vera' }),
  ],
  newer: false,
  older: true,
};

const examples: Readonly<Record<string, Example>> = {
  invitationCard: ({ t, button }) => invitationCard(card, t, button),
  invitationMail: ({ t }) => invitationMail({ ...card, link: 'https://example.org/i' }, t),
  invitationReminder: ({ t, button }) => invitationReminder(card, t, button),
  abilitiesScreen: ({ t, button }) => abilitiesScreen(card, presets.company, false, t, button),
  welcomeScreen: ({ t, button }) => welcomeScreen(card, t, button),
  closedCard: ({ t, button }) => closedCard('invitation_expired', names, t, button),
  invitationListScreen: (ctx) => invitationListScreen(ctx, actorWith(['owner']), page, true),
  pickScreen: ({ t }) => pickScreen(t),
  managedScreen: (ctx) => managedScreen(ctx, managed, all),
  rolePickScreen: (ctx) => rolePickScreen(ctx, presets.company, managed, ['manager', 'designer'], null),
  revokeScreen: (ctx) => revokeScreen(ctx, managed),
};

test('every screen of invitations renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
