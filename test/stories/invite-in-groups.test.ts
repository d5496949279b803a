import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

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
    anna.sees('@carol15, I can’t message you first', { chat });
    expect(anna.last({ chat }).text).not.toContain('start=');
    anna.seesButton('For @carol15', { chat });
    await anna.says('/invite +380501112233 guest', { chat });
    anna.sees('The link is private', { chat });
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
    boris.seesToast('is for someone else');
    await anna.pressesOn(hers, 'Client');
    await anna.presses('Invite', { chat });
    expect(readable(app.telegram.control.message(chat, hers.id)?.text ?? '')).toContain(
      '@kim16, I can’t message you first',
    );
    await boris.presses('Admin', { chat });
    boris.sees('Invite @lee16 to Acme as Admin?', { chat });
  });
});
