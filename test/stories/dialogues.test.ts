import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';

let app: TestApp;
let anna: Actor;
beforeAll(async () => {
  app = await createTestApp();
  anna = app.person('Anna');
  await anna.says('/new Acme cabinet');
});
afterAll(() => app.close());

describe('a dialogue in the middle', () => {
  test('is not told of itself where it begins anew, nor where nothing was asked', async () => {
    await anna.says('/new');
    await anna.says('/new');
    expect(anna.last().text).not.toContain('aside');
    await anna.says('/cancel');
    expect(anna.last().text).not.toContain('aside');
    await anna.says('/members');
    expect(anna.last().text).not.toContain('aside');
  });

  test('goes on after a look at the help, which says so', async () => {
    await anna.says('/new');
    await anna.says('/help new');
    anna.sees('I’m still waiting for your earlier answer');
    await anna.says('Beta');
    anna.sees('Who will work in Beta?');
    await anna.says('/cancel');
  });

  test('lets go of somebody who presses Home: their next word is a command', async () => {
    await anna.says('/timezone');
    await anna.says('nowhere');
    await anna.presses('Home');
    anna.sees('dropped the previous question');
    await anna.says('members');
    anna.sees('1 member');
  });

  test('lets go of somebody who types a command’s word instead of a role', async () => {
    await anna.says('/invite @kimberly');
    await anna.says('members');
    anna.sees(/dropped the previous question[\s\S]*1 member/);
    await anna.says('/invite @kimberly');
    await anna.says('role emperor');
    anna.sees('There’s no role “emperor” here');
    await anna.says('/cancel');
  });

  test('is not begun about nobody', async () => {
    for (const command of ['/role', '/remove', '/transfer']) {
      await anna.says(command);
      anna.sees('There’s nobody else here yet');
      anna.seesButton('Invite');
      await anna.says('Kimberly');
      anna.sees('I didn’t get that');
    }
  });

  test('about a role that is none shows the choice, never a question beside the point', async () => {
    await anna.says('/invite @kimberly editor emperor');
    anna.sees(/There’s no role “emperor” here[\s\S]*Which role for @kimberly\?/);
    await anna.presses('Editor');
    anna.sees('Invite @kimberly');
    await anna.says('emperor');
    anna.sees(/There’s no role “emperor” here[\s\S]*Which role for @kimberly\?/);
    await anna.says('/cancel');
  });

  test('help speaks of commands that exist and of roles of this workspace', async () => {
    await anna.says('/help bogus');
    anna.sees(/There’s no command “bogus”[\s\S]*What you can do here/);
    await anna.says('/help invit');
    anna.sees(/There’s no command “invit”[\s\S]*\/invite @boris observer/);
    await anna.says('/help role');
    anna.sees('/role @boris observer for 3d');
  });
});
