import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { linkShownTo } from '../support/links.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('inviting somebody who is known', () => {
  test('one line sends a card; accepted by a button, the inviter hears of it', async () => {
    const anna = app.person('Anna', { username: 'anna1' });
    const boris = app.person('Boris', { language: 'ru', username: 'boris1' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris1 editor');
    anna.sees(/Invited to Acme as Editor\.\s+⏳ Boris: waiting for delivery/);
    boris.sees('Anna приглашает вас в пространство Acme. Роль: Редактор.');
    await boris.presses('Что я смогу делать?');
    boris.sees('Сценарии: всё');
    await boris.presses('Назад');
    boris.sees('Anna приглашает вас в пространство Acme');
    const card = boris.last();
    await boris.presses('Принять');
    boris.sees('Добро пожаловать в пространство Acme! Ваша роль: Редактор.');
    anna.sees('Boris joined Acme as Editor.');
    await boris.presses('Что я могу делать?');
    boris.sees('Сценарии: всё');
    boris.seesNoButton('Принять');
    await boris.says('/start');
    boris.sees('Вы в пространстве Acme');
    expect(boris.heard().filter(({ id }) => id === card.id)).toHaveLength(1);
  });

  test('declined by a button, the inviter hears of it and the card is over', async () => {
    const anna = app.person('Anna', { username: 'anna2' });
    const vera = app.person('Vera', { language: 'uk', username: 'vera2' });
    await vera.says('/start');
    await anna.says('/new Acme agency');
    await anna.says('/invite @vera2 client');
    vera.sees('Anna запрошує вас до простору Acme. Роль:');
    await vera.presses('Відхилити');
    vera.sees('Ви відхилили запрошення до простору Acme');
    anna.sees('🚫 Vera declined the invitation to Acme.');
    await anna.says('/invite @vera2 client');
    vera.sees('Anna запрошує вас до простору Acme');
  });

  test('several people in one message are answered row by row', async () => {
    const anna = app.person('Anna', { username: 'anna3' });
    const boris = app.person('Boris', { username: 'boris3' });
    await boris.says('/start');
    await anna.says('/new Acme platform');
    await anna.says('/invite @boris3 @anna3, @nobody3 anna@example.org operator viewer');
    anna.sees('as Operator and Viewer');
    anna.sees('⏳ Boris: waiting for delivery');
    anna.sees('That’s you');
    anna.sees('I can’t message @nobody3 first');
    anna.sees('I can’t message anna@example.org first');
    await anna.says('/invite @boris3 @nobody3 viewer');
    anna.sees('Boris is already invited as Operator and Viewer');
    anna.sees('@nobody3 is already invited');
    boris.sees('as Operator and Viewer');
  });
});

describe('named answers instead of dead ends', () => {
  test('a company takes only the registered, and says what to do', async () => {
    const anna = app.person('Anna', { username: 'anna4' });
    await anna.says('/new Acme company');
    await anna.says('/invite @stranger4 manager');
    anna.sees('@stranger4 hasn’t used this bot yet');
    const stranger = app.person('Stranger', { username: 'stranger4' });
    await stranger.says('/start');
    await anna.says('/invite @stranger4 manager');
    anna.sees('Stranger: waiting for delivery');
    await anna.says('/invite @stranger4 designer');
    anna.sees('Stranger is already invited as Manager');
    await anna.presses('Change to Designer');
    anna.sees('as Designer');
    stranger.sees('as Designer');
    await stranger.presses('Accept');
    await anna.says('/invite @stranger4 designer');
    anna.sees('Stranger is already a member');
  });

  test('roles that are not one’s to give are refused with the rule, and nothing is made', async () => {
    const anna = app.person('Anna', { username: 'anna5' });
    const boris = app.person('Boris', { username: 'boris5' });
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/invite @boris5 designer');
    await boris.presses('Accept');
    await boris.says('/invite @carol5 designer');
    boris.sees(/Your role doesn’t allow this\.\s+Who can do this: Owner and Administrator\./);
    await anna.says('/invite @carol5 owner');
    anna.sees('You can’t give or take away ownership');
    await anna.says('/invite Carol Whoever');
    anna.sees('I don’t know “Carol Whoever”');
    await anna.says('/invites');
    anna.sees('1. ✅ Boris · Designer · accepted');
    expect(readable(anna.last().text ?? '')).not.toContain('2.');
  });
});

describe('links', () => {
  test('an unknown person opens their personal link; nobody else can', async () => {
    const anna = app.person('Anna', { username: 'anna6' });
    const eve = app.person('Eve', { username: 'eve6' });
    const carol = app.person('Carol', { username: 'carol6' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @Carol6 observer');
    const link = linkShownTo(anna);
    anna.seesButton('Share with @Carol6');
    await eve.opens(link);
    eve.sees('This invitation is for someone else');
    expect(readable(eve.last().text ?? '')).not.toContain('Acme');
    await anna.opens(link);
    anna.sees('This is your own invitation to Acme');
    await carol.opens(link);
    carol.sees('Anna invites you to Acme as Observer');
    await carol.presses('Accept');
    carol.sees('Welcome to Acme!');
    anna.sees('Carol joined');
    await carol.opens(link);
    carol.sees('You’re already a member of Acme');
  });

  test('a link for anybody serves as many as it says, and a resent one kills the old', async () => {
    const anna = app.person('Anna', { username: 'anna7' });
    const boris = app.person('Boris', { username: 'boris7' });
    const carol = app.person('Carol', { username: 'carol7' });
    const dina = app.person('Dina', { username: 'dina7' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invite link balance manager uses 2');
    anna.sees('for 2 people');
    const first = linkShownTo(anna);
    await boris.opens(first);
    await boris.presses('Decline');
    boris.sees('You didn’t use the link');
    await boris.opens(first);
    await boris.presses('Accept');
    await anna.says('/invites');
    await anna.presses('1');
    anna.sees('Used 1 of 2 times');
    await anna.presses('Resend');
    anna.sees('The old one no longer works');
    const second = linkShownTo(anna);
    expect(second).not.toBe(first);
    await carol.opens(first);
    carol.sees('I can’t find this invitation');
    await carol.opens(second);
    await dina.opens(second);
    await carol.presses('Accept');
    await dina.presses('Accept');
    dina.seesToast('This link to Acme is used up');
    dina.sees('This link to Acme is used up');
  });
});

describe('several invitations of one person', () => {
  test('joining by a link answers the personal one as well', async () => {
    const anna = app.person('Anna', { username: 'anna17' });
    const boris = app.person('Boris', { username: 'boris17' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris17 editor');
    await anna.says('/invite link observer');
    await boris.opens(linkShownTo(anna));
    boris.sees('as Observer');
    await boris.presses('Accept');
    await anna.says('/invites');
    anna.sees('1. ✅ Link · Observer · accepted');
    anna.sees('2. ✅ Boris · Editor · accepted');
    await anna.presses('2');
    anna.seesNoButton('Resend');
  });
});
