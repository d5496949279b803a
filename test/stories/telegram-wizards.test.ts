import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';

const MINUTE = 60_000;

let app: TestApp;
let anna: Actor;
beforeEach(async () => {
  app = await createTestApp();
  anna = app.person('Anna');
  await anna.says('/new Acme cabinet');
});
afterEach(() => app.close());

const sessions = async (): Promise<number | null> =>
  (await app.database.pool.query("select 1 from sessions where wizard ? 'name' and expires_at > now()"))
    .rowCount;

describe('a dialogue in the middle', () => {
  test('survives a restart of the process: answers and buttons go on', async () => {
    await anna.says('/invite @kimberly');
    anna.sees('Which role for @kimberly?');
    await app.stop();
    app.telegram.control.write(anna.user, 'editor');
    await app.start();
    await app.settled();
    anna.sees('Invite @kimberly to Acme as Editor?');
    await app.stop();
    app.telegram.control.press(anna.user, anna.last(), 'Change role');
    await app.start();
    await app.settled();
    await anna.presses('Observer');
    await anna.presses('Invite');
    anna.sees('as Observer');
    expect(await sessions()).toBe(0);
  });

  test('goes on with either of two processes', async () => {
    const second = await app.startSecond();
    await anna.says('/new');
    await fetch(`${second.url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'hook-secret' },
      body: JSON.stringify({
        update_id: 800_000_001,
        message: {
          message_id: 9000,
          date: Math.floor(Date.now() / 1000),
          chat: { id: anna.user.id, type: 'private', first_name: 'Anna' },
          from: {
            id: anna.user.id,
            is_bot: false,
            first_name: 'Anna',
            username: 'anna',
            language_code: 'en',
          },
          text: 'Beta',
        },
      }),
    });
    await app.settled();
    anna.sees('Who will work in Beta?');
    await anna.presses('Agency');
    anna.sees('Beta is ready');
  });

  test('ends by /cancel, by the word and by the button', async () => {
    await anna.says('/new');
    await anna.says('/cancel');
    anna.sees('Cancelled');
    await anna.says('Beta');
    anna.sees('I didn’t get that');
    await anna.says('/new');
    await anna.says('Stop');
    anna.sees('Cancelled');
    await anna.says('/new');
    await anna.presses('Cancel');
    anna.sees('Cancelled');
    await anna.says('/cancel');
    anna.sees('There’s nothing to cancel');
    expect((await app.database.pool.query('select 1 from workspaces')).rowCount).toBe(1);
  });

  test('takes a name that only begins with such a word', async () => {
    await anna.says('/new');
    await anna.says('Stop and Shop');
    anna.sees('Who will work in Stop and Shop?');
  });

  test('is over after an hour without an answer, not before', async () => {
    await anna.says('/new');
    app.pass(59 * MINUTE);
    await anna.says('Beta');
    anna.sees('Who will work in Beta?');
    const asked = anna.last();
    app.pass(59 * MINUTE);
    await anna.pressesOn(asked, 'Agency');
    anna.sees('Beta is ready');
    await anna.says('/new');
    app.pass(61 * MINUTE);
    await anna.says('Gamma');
    anna.sees('I didn’t get that');
    await anna.says('/new');
    await anna.says('Gamma');
    anna.sees('Who will work in Gamma?');
    const late = anna.last();
    app.pass(61 * MINUTE);
    await anna.pressesOn(late, 'Agency');
    anna.seesToast('out of date');
    await anna.says('/cancel');
    anna.sees('nothing to cancel');
  });

  test('ends when another command begins', async () => {
    for (const command of ['/members', '/invites', '/start', '/language', '/workspaces']) {
      await anna.says('/new');
      await anna.says(command);
      anna.sees('dropped the previous question');
      await anna.says('Beta');
      anna.sees('I didn’t get that');
    }
    await anna.says('/new');
    await anna.says('/invite');
    await anna.says('@kimberly');
    anna.sees('Which role for @kimberly?');
    expect((await app.database.pool.query('select 1 from workspaces')).rowCount).toBe(1);
  });

  test('goes on after a command that was refused or mistyped', async () => {
    await anna.says('/new');
    await anna.says('/bind');
    anna.sees('This only works in a group');
    await anna.says('/hlep');
    anna.sees('Did you mean /help?');
    await anna.says('Beta');
    anna.sees('Who will work in Beta?');
  });

  test('about a member asks again for who cannot be found, and ends with the answer', async () => {
    const boris = app.person('Boris');
    await boris.says('/start');
    await anna.says('/invite @boris editor');
    await boris.presses('Accept');
    await anna.says('/member');
    anna.sees('Whose card do you want to see?');
    await anna.says('Nobody Such');
    anna.sees('I couldn’t find that person');
    await anna.says('Boris');
    anna.sees('Role: Editor');
    await anna.says('Boris');
    anna.sees('I didn’t get that');
  });
});
