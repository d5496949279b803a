import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { linkShownTo } from '../support/links.ts';

const DAY = 24 * 60 * 60_000;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('delivery is known, not hoped for', () => {
  test('a delivered card shows as delivered, an opened one as opened', async () => {
    const anna = app.person('Anna', { username: 'anna1' });
    const boris = app.person('Boris', { username: 'boris1' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris1 editor');
    await anna.says('/invites');
    anna.sees('1. 📬 Boris · Editor · delivered');
    await boris.presses('What will I be able to do?');
    await anna.says('/invites');
    anna.sees('1. 👀 Boris · Editor · opened');
  });

  test('when the messenger refuses the card, the inviter gets the link at once, and it works', async () => {
    const anna = app.person('Anna', { username: 'anna2' });
    const boris = app.person('Boris', { username: 'boris2' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    app.telegram.control.inject({
      method: 'sendMessage',
      chatId: boris.user.id,
      error: { code: 403, description: 'Forbidden: bot was blocked by the user' },
    });
    await anna.says('/invite @boris2 editor');
    anna.sees('I couldn’t reach Boris about Acme');
    anna.seesButton('Share the link');
    const payload = linkShownTo(anna);
    await anna.says('/invites');
    anna.sees('1. 📭 Boris · Editor · not delivered');
    await boris.opens(payload);
    await boris.presses('Accept');
    boris.sees('Welcome to Acme!');
  });

  test('a person who stopped the bot is offered by link right away', async () => {
    const anna = app.person('Anna', { username: 'anna3' });
    const boris = app.person('Boris', { username: 'boris3' });
    await boris.says('/start');
    app.telegram.control.block(boris.user);
    await app.settled();
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris3 editor');
    anna.sees('I can’t message Boris first. Forward this link');
  });

  test('a day before the end the invitee is reminded once; at the end both are told', async () => {
    const anna = app.person('Anna', { username: 'anna4' });
    const boris = app.person('Boris', { username: 'boris4' });
    await boris.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris4 editor');
    await app.app.runScheduledTasks();
    await app.settled();
    boris.sees('👋 Anna invites you');
    app.pass(6 * DAY + 1000);
    await app.app.runScheduledTasks();
    await app.app.runScheduledTasks();
    await app.settled();
    boris.sees('Reminder: Anna invites you to Acme as Editor');
    expect(boris.heard().filter(({ text }) => text?.includes('Reminder'))).toHaveLength(1);
    app.pass(DAY);
    await app.app.runScheduledTasks();
    await app.app.runScheduledTasks();
    await app.settled();
    anna.sees('Boris didn’t answer the invitation to Acme in time');
    expect(anna.heard().filter(({ text }) => text?.includes('didn’t answer'))).toHaveLength(1);
    boris.sees('This invitation to Acme has expired');
    boris.seesNoButton('Accept');
    await anna.presses('Resend');
    boris.sees('👋 Anna invites you to');
  });
});
