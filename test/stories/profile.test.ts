import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

let mail: MailServer;
let app: TestApp;
beforeAll(async () => {
  mail = await startMailServer();
  app = await createTestApp({ email: { smtpUrl: mail.url, from: 'bot@example.org' } });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const codeTo = (address: string): string => /\b\d{6}\b/.exec(mail.lastTo(address).subject)?.[0] ?? '';

describe('/me', () => {
  test('an e-mail address is proved by the code that was sent there', async () => {
    const anna = app.person('Anna');
    await anna.says('/me');
    await anna.presses('E-mail');
    await anna.says('not an address');
    anna.sees('doesn’t look like');
    await anna.says('/email Anna@Example.com');
    anna.sees('sent a code to anna@example.com');
    const code = codeTo('anna@example.com');
    expect(mail.lastTo('anna@example.com').text).toContain('15 minutes');
    await anna.says(code === '000000' ? '000001' : '000000');
    anna.sees('not the code');
    await anna.says(`${code.slice(0, 3)} ${code.slice(3)}`);
    anna.sees('anna@example.com is confirmed');
    await anna.says('/me');
    anna.sees('E-mail: anna@example.com');
    const { rows } = await app.database.pool.query(`select * from email_codes`);
    expect(rows).toEqual([]);
    await anna.presses('Delete the e-mail');
    await anna.says('/me');
    expect(anna.last().text).not.toContain('E-mail: ');
  });

  test('five wrong codes end a code, three codes an hour end the sending, to a person and to an address', async () => {
    const boris = app.person('Boris');
    await boris.says('/email boris@example.com');
    const code = codeTo('boris@example.com');
    const wrong = code === '111111' ? '222222' : '111111';
    for (let guess = 0; guess < 5; guess++) await boris.says(wrong);
    await boris.says(code);
    boris.sees('too many wrong ones');
    await boris.says('/email boris@example.com');
    await boris.says('/email boris@example.com');
    await boris.says('/email boris@example.com');
    boris.sees('codes this hour');
    const other = app.person('Other');
    await other.says('/email boris@example.com');
    other.sees('codes this hour');
    expect(mail.mails.filter(({ to }) => to.includes('boris@example.com'))).toHaveLength(3);
  });

  test('an address moves to whoever proves it last, and the old owner loses it', async () => {
    const [first, second] = [app.person('First'), app.person('Second')];
    for (const one of [first, second]) {
      await one.says('/email shared@example.com');
      await one.says(codeTo('shared@example.com'));
      one.sees('is confirmed');
    }
    await first.says('/me');
    expect(first.last().text).not.toContain('shared@example.com');
  });

  test('a phone number is taken from the messenger only, and only if it is one’s own', async () => {
    const owner = app.person('Olga');
    const guest = app.person('Guesto');
    await owner.says('/new Acme cabinet');
    await owner.says('/invite +491701234567 editor');
    owner.sees('Forward this link');
    await guest.says('/phone');
    await guest.says('+491701234567');
    guest.sees('Typing it won’t verify it');
    app.telegram.control.shareContact(guest.user, {
      phone: '+491709999999',
      firstName: 'Else',
      userId: owner.user.id,
    });
    await app.settled();
    guest.sees('someone else’s number');
    app.telegram.control.shareContact(guest.user, {
      phone: '491701234567',
      firstName: 'Guesto',
      userId: guest.user.id,
    });
    await app.settled();
    guest.sees('an invitation for it');
    await guest.presses('Acme');
    await guest.presses('Accept');
    guest.sees('Welcome to Acme');
    await guest.says('/me');
    guest.sees('Phone: +491701234567');
    guest.sees('Workspaces: Acme');
  });

  test('a time zone is chosen or typed, and dates follow it', async () => {
    const anna = app.person('Zoe');
    await anna.says('/timezone');
    await anna.says('nowhere at all');
    anna.sees('I don’t know that place');
    await anna.says('/timezone');
    await anna.says('berlin');
    anna.sees('Europe/Berlin');
    await anna.says('/me');
    anna.sees('Time zone: Europe/Berlin');
    for (const label of ['Europe/Kyiv', 'America/New_York']) {
      await anna.says('/timezone');
      await anna.presses(label);
      anna.sees(`time zone is now ${label}`);
    }
    await anna.says('/timezone Kyiv');
    anna.sees('time zone is now Europe/Kyiv');
  });
});
