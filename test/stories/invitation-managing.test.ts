import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

const HOUR = 60 * 60_000;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('managing', () => {
  test('who may only look at invitations is not handed their links', async () => {
    const olga = app.person('Olga', { username: 'olga_links' });
    const pavel = app.person('Pavel', { username: 'pavel_links' });
    await pavel.says('/start');
    await olga.says('/new Links company');
    await olga.says('/invite @pavel_links designer');
    await pavel.presses('Accept');
    await olga.says('/invite link administrator');
    const shown = (who: typeof olga): string => JSON.stringify(who.last().raw);
    for (const [who, link] of [
      [olga, true],
      [pavel, false],
    ] as const) {
      await who.says('/invites');
      await who.presses('1');
      who.sees(/Administrator/);
      expect(shown(who).includes('start=i_')).toBe(link);
    }
    pavel.seesNoButton('Share');
  });

  test('a link is shown as a picture to who may have it, and to nobody else', async () => {
    const olga = app.person('Olga', { username: 'olga_qr' });
    const pavel = app.person('Pavel', { username: 'pavel_qr' });
    await pavel.says('/start');
    await olga.says('/new Pictures company');
    await olga.says('/invite @pavel_qr designer');
    await pavel.presses('Accept');
    await olga.says('/invite link administrator');
    const made = olga.last();
    await olga.presses('QR code');
    olga.sees('An invitation to Pictures as Administrator');
    expect(olga.last().fileId).toBeDefined();
    await olga.presses('Back');
    olga.sees('Pictures as Administrator');
    await pavel.says('/invites');
    await pavel.presses('1');
    pavel.seesNoButton('QR code');

    await olga.presses('Revoke');
    await olga.presses('Yes, revoke');
    // The old button stands under the message that made the link.
    await olga.pressesOn(made, 'QR code');
    olga.sees('revoked');
    expect(olga.last().fileId).toBeUndefined();
  });

  test('a link serves a number of people that is named when it is wrong', async () => {
    const olga = app.person('Olga', { username: 'olga_uses' });
    await olga.says('/new Uses cabinet');
    for (const uses of ['0', '100000']) {
      await olga.says(`/invite link guest ${uses}`);
      olga.sees('A link works for 1 to 100 people');
    }
  });

  test('the list pages, and every invitation has its state and time left', async () => {
    const anna = app.person('Anna', { username: 'anna12' });
    await anna.says('/new Acme cabinet');
    await anna.says('/invites');
    anna.sees('Nobody has been invited to Acme yet');
    const names = Array.from({ length: 12 }, (_, number) => `@guest${number + 10}`);
    await anna.says(`/invite ${names.join(' ')} guest`);
    await anna.says('/invites');
    anna.sees(/1\. 📭 @guest\d+ · Guest · not delivered: forward the link · 7 days left/);
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
      anna.sees('I can’t message @carol first');
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
    carol.seesToast('Boris can no longer invite to this role in Acme');
    carol.seesToast('Admin');
    await anna.says('/invites');
    await anna.presses('1');
    await anna.presses('Resend');
    carol.sees('Anna invites you to Acme as Client');
    await carol.presses('Accept');
    carol.sees('Welcome to Acme!');
  });
});
