import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

let round = 0;
let anna: Actor;
let boris: Actor;
const named = (name: string): string => `${name}${round}`;
beforeEach(async () => {
  round++;
  anna = app.person('Anna', { username: named('anna') });
  boris = app.person('Boris', { username: null });
  await boris.says('/start');
});

const withWorkspace = () => anna.says(`/new ${named('Acme')} cabinet`);

describe('a person shown to the bot outside of any dialogue is offered to be invited', () => {
  test('by a forwarded message', async () => {
    await withWorkspace();
    app.telegram.control.forward(anna.user, { originUser: boris.user, text: 'See you tomorrow' });
    await app.settled();
    anna.sees('Which role for Boris?');
    await anna.presses('Editor');
    await anna.presses('Invite');
    boris.sees(`Anna invites you to ${named('Acme')} as Editor`);
  });

  test('whatever the forwarded message says: it is no command of the one who forwards it', async () => {
    await withWorkspace();
    for (const text of ['/leave', '/start', '/start i_AAAAAAAAAAAAAAAAAAAAAAAA', 'members']) {
      app.telegram.control.forward(anna.user, { originUser: boris.user, text });
      await app.settled();
      anna.sees('Which role for Boris?');
      await anna.says('/cancel');
    }
  });

  test('not where its author hides', async () => {
    await withWorkspace();
    const shy = app.telegram.control.createUser({ firstName: 'Shy', hidesForwards: true });
    app.telegram.control.forward(anna.user, { originUser: shy });
    await app.settled();
    anna.sees('hides their account');
    await anna.says('/invite');
    app.telegram.control.forward(anna.user, { originUser: shy });
    await app.settled();
    anna.sees(/hides their account.*Who would you like to invite/s);
    const { rows } = await app.database.pool.query("select 1 from accounts where name = 'Shy'");
    expect(rows).toEqual([]);
  });

  test('by a contact: of an account, of a number alone; one’s own is kept', async () => {
    await withWorkspace();
    const { control } = app.telegram;
    control.shareContact(anna.user, { phone: '+380501112233', firstName: 'Boris', userId: boris.user.id });
    await app.settled();
    anna.sees('Which role for Boris?');
    await anna.says('editor');
    await anna.presses('Invite');
    boris.sees(`Anna invites you to ${named('Acme')}`);
    control.shareContact(anna.user, { phone: '+380509998877', firstName: 'Kim' });
    await app.settled();
    anna.sees('Which role for Kim?');
    await anna.says('observer');
    await anna.presses('Invite');
    anna.sees('I can’t message Kim first');
    control.shareContact(anna.user, { phone: '+380501234567', firstName: 'Anna', userId: anna.user.id });
    await app.settled();
    anna.sees('+380501234567 is confirmed');
  });

  test('without a workspace of one’s own it is said what to do first', async () => {
    app.telegram.control.forward(anna.user, { originUser: boris.user });
    await app.settled();
    anna.sees('You need a workspace to invite people');
    app.telegram.control.shareContact(anna.user, { phone: '+380501112233', firstName: 'Kim' });
    await app.settled();
    anna.sees('You need a workspace to invite people');
  });

  test('who may not invite is told who can', async () => {
    await withWorkspace();
    await anna.says('/invite link guest');
    const token = /start=(i_[\w-]+)/.exec(anna.last().text)?.[1] ?? '';
    await boris.opens(token);
    await boris.presses('Accept');
    app.telegram.control.forward(boris.user, { originUser: anna.user });
    await app.settled();
    boris.sees(/Your role doesn’t allow this.*Owner/s);
  });
});

describe('the messenger’s own picker', () => {
  test('takes ten people at once; each gets a card or a personal link', async () => {
    await withWorkspace();
    const { control } = app.telegram;
    const strangers = Array.from({ length: 9 }, (_, n) => control.createUser({ firstName: `Pick${n}` }));
    await anna.says('/invite');
    await anna.presses('Pick people');
    const asked = control.messages(anna.user).findLast(({ keyboard }) => keyboard.length > 0);
    expect(asked?.keyboard[0]?.[0]).toMatchObject({
      request_users: { max_quantity: 10 },
    });
    control.pickUsers(anna.user, 1, [boris.user, ...strangers]);
    await app.settled();
    anna.sees('Which role for');
    await anna.presses('Observer');
    await anna.presses('Invite');
    boris.sees('as Observer');
    const { rows } = await app.database.pool.query<{ n: number }>(
      `select count(*)::int as n from invitations i join workspaces w on w.id = i.workspace_id where w.name = $1 and i.state = 'pending'`,
      [named('Acme')],
    );
    expect(rows[0]?.n).toBe(10);
    const answer = anna
      .heard()
      .map(({ text }) => readable(text))
      .join('\n');
    for (const { first_name } of strangers) expect(answer).toContain(`I can’t message ${first_name} first`);
  });

  test('answered when the dialogue is over already, it begins a new one', async () => {
    await withWorkspace();
    await anna.says('/invite');
    await anna.presses('Pick people');
    await anna.says('/cancel');
    app.telegram.control.pickUsers(anna.user, 1, [boris.user]);
    await app.settled();
    anna.sees('Which role for Boris?');
  });

  test('people may be shown one way after another within one invitation', async () => {
    await withWorkspace();
    const { control } = app.telegram;
    await anna.says('/invite');
    control.forward(anna.user, { originUser: boris.user });
    await app.settled();
    control.shareContact(anna.user, { phone: '+380501112233', firstName: 'Kim' });
    await app.settled();
    await anna.says('leo@example.org');
    anna.sees('Which role for Boris, Kim, and leo@example.org?');
    control.forward(anna.user, { originUser: boris.user });
    await app.settled();
    anna.sees('Which role for Boris, Kim, and leo@example.org?');
  });
});

describe('deep links', () => {
  test('a plain start leads home; a payload of ours opens the invitation', async () => {
    const kim = app.person('Kim', { username: named('kim_user') });
    await kim.opens('');
    kim.sees('Hello, Kim! I manage workspaces right in the chat');
    await withWorkspace();
    await anna.says('/invite link editor');
    const token = /start=(i_[\w-]{24})/.exec(anna.last().text)?.[1] ?? '';
    await kim.opens(token);
    kim.sees(`Anna invites you to ${named('Acme')} as Editor`);
    await kim.opens(token);
    await kim.presses('Accept');
    kim.sees('Welcome to');
  });

  test('a broken one is answered with a way onward, and tells nothing', async () => {
    await withWorkspace();
    await anna.says('/invite link editor');
    const token = /start=(i_[\w-]{24})/.exec(anna.last().text)?.[1] ?? '';
    const kim = app.person('Kim', { username: null });
    const broken = [
      'x',
      'i_',
      'i_A',
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      'A'.repeat(64),
      '____',
      'startgroup',
    ];
    for (const payload of broken) {
      await kim.opens(payload);
      // What is not of our form may be a site's own parameter, and greets.
      kim.sees(/I can’t find this invitation|This link no longer works|Hello, Kim!/);
      expect(readable(kim.last().text)).not.toContain(named('Acme'));
      expect(kim.last().buttons.length).toBeGreaterThan(0);
    }
    for (const typed of [
      '/start i_Приглашение',
      '/start \u202e\u0000',
      `/start ${'🏳️‍🌈'.repeat(200)}`,
      '/start  ',
      '/start\n\ni_',
    ]) {
      const heard = kim.heard().length;
      await kim.says(typed);
      expect(kim.heard().length).toBe(heard + 1);
    }
  });

  test('the same link pressed many times shows the card each time and opens the invitation once', async () => {
    await withWorkspace();
    await anna.says(`/invite ${named('@kimberly')} editor`);
    const token = /start=(i_[\w-]{24})/.exec(anna.last().text)?.[1] ?? '';
    const kim = app.person('Kim', { username: named('kimberly') });
    for (let n = 0; n < 3; n++) await kim.opens(token);
    expect(kim.heard().filter(({ text }) => readable(text).includes('invites you'))).toHaveLength(3);
    await kim.presses('Accept');
    kim.sees('Welcome');
    await kim.opens(token);
    kim.sees('You’re already a member of');
  });
});
