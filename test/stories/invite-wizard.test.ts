import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('the wizard', () => {
  test('asks who and which role, shows what they will be able to do, and asks before it acts', async () => {
    const anna = app.person('Anna', { username: 'anna8' });
    const boris = app.person('Boris', { username: 'boris8' });
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/invite');
    anna.sees('Who would you like to invite to Acme?');
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
    anna.sees('There’s no role “wizard king” here');
    await anna.says('manager');
    anna.sees('as Manager?');
    await anna.presses('Invite');
    anna.sees('Boris: waiting for delivery');
    anna.sees('I can’t message Carol first');
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
    anna.sees('I didn’t get that');
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
    anna.sees('I can’t message @kim19 first');
  });

  test('roles that are held on single bots wait for a bot, which is said', async () => {
    const anna = app.person('Anna', { username: 'anna11' });
    await anna.says('/new Acme bot_access');
    await anna.says('/invite @boris11 developer');
    anna.sees('There are no bots yet. Create one first: /bots.');
    await anna.says('/bots new Shop');
    await anna.says('/invite @boris11 developer');
    await anna.presses('Shop');
    await anna.presses('Continue');
    anna.sees('Where: Shop');
  });
});
