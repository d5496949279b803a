import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The code that the person was shown last. */
function codeShownTo(person: Actor): string {
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(readable(person.last().text ?? ''))?.[0];
  if (!code) throw new Error('no code was shown');
  return code;
}

async function link(first: Actor, second: Actor): Promise<void> {
  await first.says('/link');
  await second.says(codeShownTo(first));
  await second.presses('Yes, that’s me');
}

describe('two accounts of one human', () => {
  test('become one person: workspaces, roles and news follow; both sides are told', async () => {
    const { Anna, Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
    const other = app.person('Bob', { username: 'bob_elsewhere' });
    await other.says('/new Bobs cabinet');
    await Boris.says('/link');
    const code = codeShownTo(Boris);
    expect(Boris.last().text).toContain('Never share this code');
    await other.says(` ${code.toLowerCase()} `);
    other.sees('This code belongs to:\nTelegram: Boris');
    other.sees('That account gets one more workspace: Bobs');
    await other.presses('Yes, that’s me');
    other.sees('you’re Boris in both places');
    Boris.sees('Bob (Telegram) is now linked to this account');

    await other.says('/workspaces');
    other.sees(/Acme\d+/);
    other.sees('Bobs');
    await other.says('/workspace');
    other.sees(/Acme\d+/);
    await Anna.says('/members');
    Anna.sees('2 members');
    await Boris.says('/me');
    Boris.sees('Bob');
    // The active workspace follows everywhere.
    await other.says('/workspaces');
    await other.presses('Bobs');
    await Boris.says('/workspace');
    Boris.sees('Bobs');
    // What was shown before the merge still works.
    await Boris.says('/audit');
    Boris.sees('linked another account');
    expect(readable(Boris.last().text ?? '')).toContain('Boris created');
  });

  test('a code works once, for ten minutes, and not for oneself', async () => {
    const anna = app.person('Ada');
    const other = app.person('Ada2');
    const third = app.person('Ada3');
    await anna.says('/link');
    const code = codeShownTo(anna);
    await anna.says(code);
    anna.sees('This is your own code');
    await other.says(`/link ${code}`);
    await other.presses('Yes, that’s me');
    await third.says(code);
    third.sees('wrong, used or expired');
    await anna.says('/link');
    const late = codeShownTo(anna);
    await third.says(late);
    app.pass(10 * 60_000 + 1);
    await third.presses('Yes, that’s me');
    third.seesToast('its 10 minutes are up');
    await anna.says('/link');
    const first = codeShownTo(anna);
    await anna.says('/link');
    await third.says(first);
    third.sees('wrong, used or expired');
  });

  test('after five wrong codes even the right one must wait', async () => {
    const anna = app.person('Vic');
    const guesser = app.person('Guesser');
    for (let guess = 0; guess < 5; guess++) await guesser.says('AAAA-AAAA');
    await anna.says('/link');
    await guesser.says(codeShownTo(anna));
    guesser.sees('Too many wrong codes');
    app.pass(61 * 60_000);
    await anna.says('/link');
    await guesser.says(codeShownTo(anna));
    guesser.sees('This code belongs to');
  });

  test('in a group no code is shown or taken', async () => {
    const anna = app.person('Gil');
    const group = await app.group('Talk', [anna]);
    await anna.says('/link', { chat: group });
    anna.sees('direct chat', { chat: group });
  });

  test('both members: the stronger role stays, and the list has one of them', async () => {
    const { Anna, Boris, Bob } = await createTeam(app, 'cabinet', {
      Anna: {},
      Boris: { role: 'observer' },
      Bob: { role: 'editor' },
    });
    await Boris.says('/link');
    await Bob.says(codeShownTo(Boris));
    Bob.sees(/that account is Observer and this one is Editor\. Together: Editor/);
    await Bob.presses('Yes, that’s me');
    await Anna.says('/members');
    Anna.sees('2 members');
    Anna.sees('Boris — Editor');
  });

  test('one the owner: ownership stays exactly one, whichever side shows the code', async () => {
    const { Anna, Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
    await link(Boris, Anna);
    await Anna.says('/members');
    Anna.sees('1 member');
    Anna.sees('Boris — Owner');
    await Boris.says('/invite link guest');
    Boris.sees('A link to');
  });

  test('both invited: one invitation is left, the broader one', async () => {
    const owner = app.person('Olga');
    const first = app.person('Faye');
    const second = app.person('Faye2');
    for (const one of [first, second]) await one.says('/start');
    await owner.says('/new Studio cabinet');
    await owner.says('/invite @faye observer');
    await owner.says('/invite @faye2 editor');
    await link(first, second);
    await first.says('/start');
    first.sees('Studio');
    first.sees('Editor');
    await first.presses('Accept');
    first.sees('Welcome to Studio');
    await owner.says('/invites');
    owner.sees(/Observer · revoked/);
    owner.sees(/Editor · accepted/);
  });

  test('what the linked account invited and was offered goes on', async () => {
    const { Anna, Boris } = await createTeam(app, 'platform', { Anna: {}, Boris: { role: 'admin' } });
    const main = app.person('Main');
    const guest = app.person('Guesty');
    await guest.says('/start');
    await main.says('/start');
    await Boris.says('/invite @guesty viewer');
    await link(main, Boris);
    await guest.presses('Accept');
    guest.sees('Welcome to');
    main.sees('joined');
    // The one who pressed goes on in the same chat with buttons made before.
    await Anna.says('/members');
    Anna.sees('Main — Admin');
  });
});

test('news goes to the account used last, and to another one when that cannot be written to', async () => {
  const { Anna, Boris, at } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
  const other = app.person('Bobsled');
  await link(Boris, other);
  app.pass(11 * 60_000);
  await other.says('/menu');
  await Anna.says(`/role ${at('Boris')} observer`);
  await Anna.presses('Confirm');
  other.sees('Observer');
  // Blocked without our knowing: the message itself goes on to the other account.
  app.telegram.control.inject({
    method: 'sendMessage',
    chatId: other.user.id,
    error: { code: 403, description: 'Forbidden: bot was blocked by the user' },
  });
  await Anna.says(`/role ${at('Boris')} editor`);
  await Anna.presses('Confirm');
  await app.settled();
  Boris.sees('Editor');
});

describe('/unlink', () => {
  test('lets an account go with nothing, and never the only one', async () => {
    const { Anna, Boris } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
    const other = app.person('Spare');
    await Boris.says('/unlink');
    Boris.sees('your only account');
    await link(Boris, other);
    await Boris.says('/unlink');
    await Boris.presses('Spare');
    Boris.sees('It loses all workspaces right away');
    await Boris.presses('Yes, unlink');
    Boris.sees('Unlinked');
    other.sees('now a separate person');
    await other.says('/workspaces');
    expect(readable(other.last().text ?? '')).not.toMatch(/Acme/);
    await Anna.says('/members');
    Anna.sees('Boris — Editor');
    await Boris.says('/unlink');
    Boris.sees('your only account');
  });

  test('the account that unlinks itself is out, and another one is told', async () => {
    const first = app.person('Uno');
    const second = app.person('Due');
    await first.says('/new Casa cabinet');
    await link(first, second);
    await second.says('/unlink');
    await second.presses('Due');
    await second.presses('Yes, unlink');
    first.sees('Due (Telegram) was unlinked');
    await second.says('/workspaces');
    expect(readable(second.last().text ?? '')).not.toContain('Casa');
  });
});
