import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

let mail: MailServer;
let app: TestApp;
beforeAll(async () => {
  mail = await startMailServer();
  app = await createTestApp({
    email: { smtpUrl: mail.url, from: 'Castellan <bot@example.org>', timeoutMs: 400 },
  });
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

/** The token of the link in the newest mail to an address. */
function mailedTo(address: string): string {
  const token = /start=i_([\w-]{24})/.exec(mail.lastTo(address).text)?.[1];
  if (!token) throw new Error('the mail has no link');
  return token;
}

async function page(
  token: string,
  language?: string,
): Promise<{ status: number; html: string; headers: Headers }> {
  const response = await fetch(`${app.app.url}/i/${token}`, {
    headers: language === undefined ? {} : { 'accept-language': language },
  });
  return { status: response.status, html: readable(await response.text()), headers: response.headers };
}

async function emailOf(name: string): Promise<string | null> {
  const { rows } = await app.database.pool.query<{ email: string | null }>(
    'select email from persons where name = $1',
    [name],
  );
  return rows[0]?.email ?? null;
}

describe('an invitation by e-mail', () => {
  test('is a real mail in text and HTML; accepting by its link makes the address the person’s', async () => {
    const anna = app.person('Anna');
    const vera = app.person('Vera', { language: 'uk' });
    await anna.says('/new Studio cabinet');
    await anna.says('/invite Vera@Example.com editor');
    anna.sees('waiting for delivery');
    const sent = mail.lastTo('vera@example.com');
    expect(sent.from).toBe('bot@example.org');
    expect(readable(sent.subject)).toBe('Invitation to Studio');
    expect(readable(sent.text)).toContain('Anna invites you to Studio as Editor');
    expect(sent.html).toContain('<a href="https://t.me/');
    expect(sent.headers.some((line) => line === 'Auto-Submitted: auto-generated')).toBe(true);

    await vera.opens(`i_${mailedTo('vera@example.com')}`);
    vera.sees('Anna');
    await vera.presses('Що я');
    await vera.presses('Прийняти');
    expect(await emailOf('Vera')).toBe('vera@example.com');
    anna.sees('joined');
    // Known by the address from now on, and told nothing more about than that.
    await anna.says('/invite vera@example.com guest');
    anna.sees('already a member');
  });

  test('the link that the inviter has lets in as well, but proves no address', async () => {
    const anna = app.person('Ada');
    const mallory = app.person('Mallory');
    await anna.says('/new Studio cabinet');
    await anna.says('/invite boss@example.com editor');
    const { rows } = await app.database.pool.query<{ id: string }>(
      `select id from invitations where addressee = 'email:boss@example.com'`,
    );
    expect(rows).toHaveLength(1);
    mail.behave('boss@example.com', 'refuse');
    await anna.presses('Resend');
    anna.sees(/couldn’t reach/);
    const link =
      /start=(i_[\w-]{24})/.exec(
        anna
          .heard()
          .map(({ text }) => text ?? '')
          .join('\n'),
      )?.[1] ?? '';
    expect(link).not.toBe('');
    await mallory.opens(link);
    await mallory.presses('Accept');
    expect(await emailOf('Mallory')).toBeNull();
  });

  test('a name cannot write headers or markup', async () => {
    const anna = app.person('Eve\r\nBcc: victim@example.com <b>x</b>');
    await anna.says('/new Studio');
    await anna.says('Evil\r\nBcc: victim@example.com');
    await anna.says('/new <i>Evil</i>&"Bcc: cabinet');
    await anna.says('/invite target@example.com editor');
    const sent = mail.lastTo('target@example.com');
    expect(sent.to).toEqual(['target@example.com']);
    expect(sent.headers.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
    expect(sent.html).not.toContain('<i>Evil');
    expect(sent.html).toContain('&lt;i&gt;Evil&lt;/i&gt;&amp;&quot;Bcc:');
  });

  test('an address is checked before it is written to', async () => {
    const anna = app.person('Gina');
    await anna.says('/new Studio cabinet');
    for (const wrong of [
      'a@b',
      '"x y"@example.com',
      'a@-x.com',
      'a\u0000@example.com',
      `${'x'.repeat(65)}@example.com`,
    ])
      await anna.says(`/invite ${wrong} editor`);
    expect(mail.mails.filter(({ to }) => !to[0]?.endsWith('@example.com'))).toEqual([]);
  });
});

describe('the way of a mail', () => {
  test('the same request in two processes at once, again and again, owes one mail', async () => {
    const second = await app.startSecond();
    const anna = app.person('Alba');
    await anna.says('/new Twins cabinet');
    const { id, first_name: name } = anna.user;
    const update = {
      messenger: 'telegram',
      id: 'one invitation by mail',
      sender: { accountId: String(id), name, username: anna.user.username ?? null, language: 'en' },
      chat: { id: String(id), kind: 'private', topic: null },
      event: {
        kind: 'message',
        text: '/invite twin@example.com editor',
        mentions: [],
        replyTo: null,
        forwardOf: null,
        messageId: '900001',
        addressed: true,
      },
    } as const;
    const processes = [app.app, second];
    await Promise.all(Array.from({ length: 10 }, (_, turn) => processes[turn % 2]?.pipeline.handle(update)));
    await app.settled();
    await expect.poll(() => mail.mails.filter(({ to }) => to.includes('twin@example.com')).length).toBe(1);
    const { rows } = await app.database.pool.query(
      `select (select count(*)::int from invitations where addressee = 'email:twin@example.com') as invitations,
              (select count(*)::int from outbox where chat_id = 'twin@example.com') as owed`,
    );
    expect(rows).toEqual([{ invitations: 1, owed: 0 }]);
    expect(mail.tries('twin@example.com')).toBe(1);
    anna.sees('waiting for delivery');
  });

  test('a busy server and one that hangs up are tried again; nothing is lost', async () => {
    const anna = app.person('Nina');
    await anna.says('/new Studio cabinet');
    mail.behave('busy@example.com', 'busy');
    mail.behave('drop@example.com', 'drop');
    mail.behave('slow@example.com', 'silent');
    app.telegram.control.write(
      anna.user,
      '/invite busy@example.com drop@example.com slow@example.com editor',
    );
    await expect
      .poll(() => ['busy', 'drop', 'slow'].every((who) => mail.tries(`${who}@example.com`) > 0), {
        timeout: 5_000,
      })
      .toBe(true);
    for (const who of ['busy', 'drop', 'slow']) mail.behave(`${who}@example.com`, 'take');
    await expect
      .poll(() => mail.mails.filter(({ to }) => /^(busy|drop|slow)@/.test(to[0] ?? '')).length, {
        timeout: 8_000,
      })
      .toBe(3);
    await app.settled();
    await anna.says('/invites');
    expect(readable(anna.last().text ?? '')).not.toContain('waiting');
  });

  test('an address that the server refuses: the inviter hears at once and gets the link', async () => {
    const anna = app.person('Olga');
    await anna.says('/new Studio cabinet');
    mail.behave('nobody@example.com', 'refuse');
    await anna.says('/invite nobody@example.com editor');
    anna.sees('nobody@example.com');
    anna.sees('the mail server rejects this address');
    expect(anna.last().text).not.toContain('stopped this bot');
    expect(anna.last().text).toMatch(/start=i_/);
    expect(mail.tries('nobody@example.com')).toBe(1);
  });
});

describe('the landing page', () => {
  test('says who invites to what, in the reader’s language, and nothing is fetched', async () => {
    const anna = app.person('Ira', { language: 'ru' });
    await anna.says('/new Студия cabinet');
    await anna.says('/invite page@example.com observer');
    const token = mailedTo('page@example.com');
    const { status, html, headers } = await page(token, 'uk;q=0.5, de, ru;q=0.8');
    expect(status).toBe(200);
    expect(html).toContain('Ira</b> приглашает вас в пространство <b>Студия');
    expect(html).toContain(`start=i_${token}`);
    expect(html).toContain('<svg viewBox');
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect((await page(token, 'en')).html).toContain('invites you to');
    expect((await page(token)).html).toContain('приглашает');
  });

  test('tells of a personal invitation only that there is one', async () => {
    const anna = app.person('Lena');
    await anna.says('/new Secret cabinet');
    await anna.says('/invite @somebody_far editor');
    const token = /start=i_([\w-]{24})/.exec(anna.last().text ?? '')?.[1] ?? '';
    const { html } = await page(token, 'en');
    expect(html).toContain('You have an invitation');
    expect(html).not.toMatch(/Secret|Lena|Editor/);
    await anna.presses('Revoke');
    await anna.presses('Yes, revoke');
    const over = await page(token, 'en');
    expect(over.status).toBe(410);
    expect(over.html).toContain('no longer valid');
  });

  test('dead, used and unknown links say so and what to do', async () => {
    const anna = app.person('Mila');
    await anna.says('/new Studio cabinet');
    await anna.says('/invite dead@example.com editor');
    const token = mailedTo('dead@example.com');
    const guest = app.person('Gus');
    await guest.opens(`i_${token}`);
    await guest.presses('Accept');
    expect(await page(token, 'en')).toMatchObject({
      status: 410,
      html: expect.stringContaining('already been used'),
    });
    await anna.says('/invite late@example.com editor');
    const late = mailedTo('late@example.com');
    app.pass(8 * 24 * 3_600_000);
    expect((await page(late, 'en')).html).toContain('has expired');
    for (const unknown of ['A'.repeat(24), 'x', '..%2f', '%00', `${token}x`])
      expect([400, 404]).toContain((await page(unknown, 'en')).status);
  });
});
