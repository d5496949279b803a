import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';

const HOUR = 60 * 60_000;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The payload of the newest invitation link that the bot showed somebody. */
function linkShownTo(person: Actor): string {
  const text = person
    .heard()
    .map((message) => readable(message.text ?? ''))
    .findLast((one) => one.includes('start=i_'));
  const payload = /start=(i_[\w-]{24})/.exec(text ?? '')?.[1];
  if (!payload) throw new Error('no link was shown');
  return payload;
}

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
    anna.sees('Boris accepted: a member of Acme now, as Editor.');
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
    anna.sees('Vera declined the invitation to Acme.');
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
    anna.sees('That is you');
    anna.sees('@nobody3: I cannot write to them first');
    anna.sees('anna@example.org: I cannot write to them first');
    await anna.says('/invite @boris3 @nobody3 viewer');
    anna.sees('Boris is invited already, as Operator and Viewer');
    anna.sees('@nobody3 is invited already');
    boris.sees('as Operator and Viewer');
  });
});

describe('named answers instead of dead ends', () => {
  test('a company takes only the registered, and says what to do', async () => {
    const anna = app.person('Anna', { username: 'anna4' });
    await anna.says('/new Acme company');
    await anna.says('/invite @stranger4 manager');
    anna.sees('@stranger4 is not registered');
    const stranger = app.person('Stranger', { username: 'stranger4' });
    await stranger.says('/start');
    await anna.says('/invite @stranger4 manager');
    anna.sees('Stranger: waiting for delivery');
    await anna.says('/invite @stranger4 designer');
    anna.sees('Stranger is invited already, as Manager');
    await anna.presses('Change to Designer');
    anna.sees('as Designer');
    stranger.sees('as Designer');
    await stranger.presses('Accept');
    await anna.says('/invite @stranger4 designer');
    anna.sees('Stranger is a member already');
  });

  test('roles that are not one’s to give are refused with the rule, and nothing is made', async () => {
    const anna = app.person('Anna', { username: 'anna5' });
    const boris = app.person('Boris', { username: 'boris5' });
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/invite @boris5 designer');
    await boris.presses('Accept');
    await boris.says('/invite @carol5 designer');
    boris.sees(/Your role does not allow this\.\s+This is possible for: Owner and Administrator\./);
    await anna.says('/invite @carol5 owner');
    anna.sees('Ownership is neither given nor taken');
    await anna.says('/invite Carol Whoever');
    anna.sees('I do not know “Carol Whoever”');
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
    eve.sees('This invitation is for somebody else');
    expect(readable(eve.last().text ?? '')).not.toContain('Acme');
    await anna.opens(link);
    anna.sees('This is your own invitation to Acme');
    await carol.opens(link);
    carol.sees('Anna invites you to Acme as Observer');
    await carol.presses('Accept');
    carol.sees('Welcome to Acme!');
    anna.sees('Carol accepted');
    await carol.opens(link);
    carol.sees('You are a member of Acme already');
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
    boris.sees('You did not use the link');
    await boris.opens(first);
    await boris.presses('Accept');
    await anna.says('/invites');
    await anna.presses('1');
    anna.sees('Used 1 of 2 times');
    await anna.presses('Resend');
    anna.sees('The old link is dead');
    const second = linkShownTo(anna);
    expect(second).not.toBe(first);
    await carol.opens(first);
    carol.sees('I cannot find this invitation');
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

describe('the wizard', () => {
  test('asks who and which role, shows what they will be able to do, and asks before it acts', async () => {
    const anna = app.person('Anna', { username: 'anna8' });
    const boris = app.person('Boris', { username: 'boris8' });
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/invite');
    anna.sees('Whom shall I invite to Acme?');
    await anna.presses('Pick people');
    app.telegram.control.pickUsers(anna.user, 1, [boris.user]);
    await app.settled();
    anna.sees('Which role for Boris?');
    anna.seesNoButton('Owner');
    await anna.presses('Manager');
    anna.sees('Invite Boris to Acme as Manager?');
    anna.sees('Projects: everything');
    await anna.presses('Change role');
    await anna.presses('Designer');
    anna.sees('as Designer?');
    anna.sees('Projects: view');
    await anna.presses('Invite');
    anna.sees('Boris: waiting for delivery');
    boris.sees('Anna invites you to Acme as Designer');
  });

  test('takes a forward, a contact and typed words; toggles where many roles are allowed', async () => {
    const anna = app.person('Anna', { username: 'anna9' });
    const boris = app.person('Boris', { username: 'boris9' });
    await boris.says('/start');
    await anna.says('/new Acme platform');
    await anna.says('/invite');
    app.telegram.control.forward(anna.user, { originUser: boris.user });
    await app.settled();
    anna.sees('Which roles for Boris?');
    anna.sees('Analyst: Viewer');
    app.telegram.control.shareContact(anna.user, { phone: '+380501234567', firstName: 'Carol' });
    await app.settled();
    anna.sees('Which roles for Boris and Carol?');
    await anna.presses('Operator');
    await anna.presses('Viewer');
    anna.seesButton('☑️ Operator');
    await anna.presses('Operator');
    anna.seesButton('▫️ Operator');
    await anna.presses('Save');
    anna.sees('as Viewer?');
    await anna.says('wizard king');
    anna.sees('There is no role “wizard king” here');
    await anna.says('manager');
    anna.sees('as Manager?');
    await anna.presses('Invite');
    anna.sees('Boris: waiting for delivery');
    anna.sees('Carol: I cannot write to them first');
  });

  test('a button of an earlier wizard does not reach a later one, and cancel ends it', async () => {
    const anna = app.person('Anna', { username: 'anna10' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @kim10');
    const old = anna.last();
    await anna.says('/invite @lee10');
    await anna.pressesOn(old, 'Editor');
    anna.seesToast('out of date');
    anna.sees('Which role for @lee10?');
    await anna.presses('Cancel');
    await anna.says('editor');
    anna.sees('I did not understand that');
  });

  test('goes on in another process, as after a restart', async () => {
    const anna = app.person('Anna', { username: 'anna19' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @kim19');
    const press = anna.last();
    const second = await app.startSecond();
    await second.pipeline.handle({
      messenger: 'telegram',
      id: 'after-restart',
      sender: { accountId: String(anna.user.id), name: 'Anna', username: 'anna19', language: 'en' },
      chat: { id: String(anna.user.id), kind: 'private', topic: null },
      event: {
        kind: 'press',
        pressId: 'after-restart',
        payload: press.buttons.flat().find(({ text }) => text.includes('Observer'))?.data ?? '',
        messageId: String(press.id),
      },
    });
    await app.settled();
    anna.sees('Invite @kim19 to Acme as Observer?');
    await anna.presses('Invite');
    anna.sees('@kim19: I cannot write to them first');
  });

  test('roles that are held on single bots cannot be offered yet, which is said', async () => {
    const anna = app.person('Anna', { username: 'anna11' });
    await anna.says('/new Acme cabinet');
    await app.database.pool.query(`update workspaces set scheme = 'bot_access' where name = 'Acme'
       and id = (select active_workspace_id from accounts where username = 'anna11')`);
    await app.database.pool.query(
      `update membership_roles set role = 'super_admin' where role = 'owner' and membership_id in (
         select m.id from memberships m join accounts a on a.person_id = m.person_id and a.username = 'anna11')`,
    );
    await anna.says('/invite @boris11');
    anna.sees('held on single projects or bots');
  });
});

describe('managing', () => {
  test('the list pages, and every invitation has its state and time left', async () => {
    const anna = app.person('Anna', { username: 'anna12' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invites');
    anna.sees('Nobody has been invited to Acme yet');
    const names = Array.from({ length: 12 }, (_, number) => `@guest${number + 10}`);
    await anna.says(`/invite ${names.join(' ')} guest`);
    await anna.says('/invites');
    anna.sees(/1\. 📭 @guest\d+ · Guest · cannot be reached: forward the link · 7 days left/);
    anna.seesNoButton('Previous');
    await anna.presses('Next');
    anna.sees(/2\. 📭 @guest/);
    expect(readable(anna.last().text ?? '')).not.toContain('3.');
    await anna.presses('Previous');
    anna.sees(/10\. 📭 @guest/);
    anna.seesButton('Next');
  });

  test('a revoked card is edited to say so and its link is dead', async () => {
    const anna = app.person('Anna', { username: 'anna13' });
    const boris = app.person('Boris', { username: 'boris13' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris13 editor');
    await anna.presses('Revoke');
    anna.sees('Revoke the invitation of Boris to Acme?');
    await anna.presses('No, keep it');
    anna.sees('Invited by Anna');
    await anna.presses('Revoke');
    const accept = boris.last().buttons.flat()[0]?.data ?? '';
    await anna.presses('Yes, revoke');
    anna.sees('revoked');
    anna.seesNoButton('Resend');
    boris.sees('This invitation to Acme was revoked. Ask Anna if you still need it.');
    boris.seesNoButton('Accept');
    app.telegram.control.press(boris.user, boris.last(), { data: accept });
    await app.settled();
    boris.seesToast('was revoked');
    boris.sees('This invitation to Acme was revoked');
    await anna.says('/invite @boris13 editor');
    anna.sees('Boris: waiting for delivery');
  });

  test('past its time an invitation is over for everybody at once; resent it lives again', async () => {
    const own = await createTestApp();
    try {
      const anna = own.person('Anna');
      const boris = own.person('Boris');
      await boris.says('/start');
      await anna.says('/new Acme cabinet');
      await anna.says('/invite @boris editor');
      const card = boris.last();
      own.pass(7 * 24 * HOUR + 1);
      await boris.pressesOn(card, 'Accept');
      boris.sees('This invitation to Acme has expired. Ask Anna to resend it.');
      await anna.says('/invites');
      anna.sees('1. ⌛ Boris · Editor · expired');
      await anna.presses('1');
      await anna.presses('Resend');
      anna.sees('Sent again');
      await boris.presses('Accept');
      boris.sees('Welcome to Acme!');
      await anna.says('/invite @carol editor');
      own.pass(8 * 24 * HOUR);
      await anna.says('/invite @carol observer');
      anna.sees('@carol: I cannot write to them first');
    } finally {
      await own.close();
    }
  });

  test('an inviter who lost the right lets nobody in; the invitation waits', async () => {
    const anna = app.person('Anna', { username: 'anna14' });
    const boris = app.person('Boris', { username: 'boris14' });
    const carol = app.person('Carol', { username: 'carol14' });
    await boris.says('/start');
    await carol.says('/start');
    await anna.says('/new Acme agency');
    await anna.says('/invite @boris14 admin');
    await boris.presses('Accept');
    await boris.says('/invite @carol14 client');
    carol.sees('Boris invites you to Acme as Client');
    await app.database.pool.query(`update membership_roles r set role = 'client' from memberships m, accounts a
       where r.membership_id = m.id and m.person_id = a.person_id and a.username = 'boris14'`);
    await carol.presses('Accept');
    carol.seesToast('Boris may no longer invite to Acme as this');
    carol.seesToast('Admin');
    await anna.says('/invites');
    await anna.presses('1');
    await anna.presses('Resend');
    carol.sees('Anna invites you to Acme as Client');
    await carol.presses('Accept');
    carol.sees('Welcome to Acme!');
  });
});

describe('in a group', () => {
  test('the answer stays in the group, the card goes to the person, a link is only a button', async () => {
    const anna = app.person('Anna', { username: 'anna15' });
    const boris = app.person('Boris', { username: 'boris15' });
    const carol = app.person('Carol', { username: 'carol15' });
    const chat = await app.group('Team', [anna, boris, carol]);
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await app.database.pool.query(
      `update group_chats set workspace_id = (select active_workspace_id from accounts where username = 'anna15') where chat_id = $1`,
      [String(chat.id)],
    );
    const hello = app.telegram.control.write(boris.user, 'Good morning', { chat });
    await anna.says('/invite editor', { chat, replyTo: hello });
    anna.sees('Boris: waiting for delivery', { chat });
    boris.sees('Anna invites you to Acme as Editor');
    await anna.says('/invite @carol15 observer', { chat });
    anna.sees('@carol15: I cannot write to you first', { chat });
    expect(anna.last({ chat }).text).not.toContain('start=');
    anna.seesButton('For @carol15', { chat });
    await anna.says('/invite +380501112233 guest', { chat });
    anna.sees('not for everybody’s eyes', { chat });
    expect(
      anna
        .last({ chat })
        .buttons.flat()
        .some((button) => button.url !== undefined),
    ).toBe(false);
  });

  test('a mention without a username points at its account', async () => {
    const anna = app.person('Anna', { username: 'anna18' });
    const quiet = app.person('Quiet', { username: null });
    await quiet.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite Quiet editor', {
      entities: [{ type: 'text_mention', offset: 8, length: 5, user: quiet.user }],
    });
    anna.sees('Quiet: waiting for delivery');
    quiet.sees('Anna invites you to Acme as Editor');
  });

  test('two people’s wizards in one group never mix', async () => {
    const anna = app.person('Anna', { username: 'anna16' });
    const boris = app.person('Boris', { username: 'boris16' });
    const chat = await app.group('Team', [anna, boris]);
    await boris.says('/start');
    await anna.says('/new Acme agency');
    await anna.says('/invite @boris16 admin');
    await boris.presses('Accept');
    await app.database.pool.query(
      `update group_chats set workspace_id = (select active_workspace_id from accounts where username = 'anna16') where chat_id = $1`,
      [String(chat.id)],
    );
    await anna.says('/invite @kim16', { chat });
    const hers = anna.last({ chat });
    await boris.says('/invite @lee16', { chat });
    await boris.pressesOn(hers, 'Client');
    boris.seesToast('made for somebody else');
    await anna.pressesOn(hers, 'Client');
    await anna.presses('Invite', { chat });
    expect(readable(app.telegram.control.message(chat, hers.id)?.text ?? '')).toContain(
      '@kim16: I cannot write to you first',
    );
    await boris.presses('Admin', { chat });
    boris.sees('Invite @lee16 to Acme as Admin?', { chat });
  });
});
