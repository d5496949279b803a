import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Actor, readable } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

function linkShownTo(person: Actor): string {
  const payload = /start=(r_[\w-]{24})/.exec(readable(person.last().text ?? ''))?.[1];
  if (!payload) throw new Error('no recovery link was shown');
  return payload;
}

async function recover(manager: Actor, member: string): Promise<string> {
  await manager.says(`/member ${member}`);
  await manager.presses('Recover access');
  await manager.presses('Yes, make the link');
  return linkShownTo(manager);
}

describe('a lost account', () => {
  test('a manager makes a link; the new account takes the place, the old one and the owner are told', async () => {
    const { Anna, Boris, Vera, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
      Vera: { role: 'manager' },
    });
    const payload = await recover(Boris, at('Vera'));
    Vera.sees('Boris made a recovery link for your place');
    Anna.sees('Boris made a recovery link for Vera');
    const fresh = app.person('Vera New');
    await fresh.opens(payload);
    fresh.sees('Boris made this link for Vera');
    await fresh.presses('Yes, that’s me');
    fresh.sees(/You’re back in Acme\d+: Manager/);
    Vera.sees('Vera New took over your place');
    Boris.sees('took over the place of Vera');
    await Anna.says('/members');
    Anna.sees('Vera New — Manager');
    Anna.sees('3 members');
    await Vera.says('/workspaces');
    expect(readable(Vera.last().text ?? '')).not.toMatch(/Acme/);
    await Anna.says('/audit');
    Anna.sees('took over the place of');
    // Once, whoever opens it.
    const thief = app.person('Thief');
    await thief.opens(payload);
    thief.sees('This link was used');
  });

  test('nobody recovers somebody broader, and the button says so', async () => {
    const { Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
    });
    await Boris.says(`/member ${at('Anna')}`);
    await Boris.presses('🔒 🛟 Recover');
    Boris.seesToast('You can only change people whose role is below yours');
  });

  test('the link dies with its day, with a newer one, and with the right of whoever made it', async () => {
    const { Anna, Boris, Vera, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
      Vera: { role: 'designer' },
    });
    const fresh = app.person('Fresh');
    const first = await recover(Boris, at('Vera'));
    const second = await recover(Boris, at('Vera'));
    await fresh.opens(first);
    fresh.sees('This link was used');
    await fresh.opens(second);
    fresh.seesButton('Yes, that’s me');
    await Anna.says(`/role ${at('Boris')} designer`);
    await Anna.presses('Confirm');
    await fresh.presses('Yes, that’s me');
    fresh.seesToast('has expired or was revoked');
    const third = await recover(Anna, at('Vera'));
    app.pass(25 * 3_600_000);
    await fresh.opens(third);
    fresh.sees('has expired or was revoked');
    await Vera.says('/me');
    Vera.sees(/Acme/);
  });

  test('neither the issuer nor a member takes it, and two who press at once are not two members', async () => {
    const { Anna, Boris, Vera, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'manager' },
      Vera: { role: 'designer' },
    });
    const payload = await recover(Anna, at('Vera'));
    await Anna.opens(payload);
    Anna.sees('Open it with the new one');
    await Boris.opens(payload);
    Boris.sees('member of');
    const rivals = [app.person('One'), app.person('Two')];
    for (const one of rivals) await one.opens(payload);
    for (const one of rivals) app.telegram.control.press(one.user, one.last(), 'Yes, that’s me');
    await app.settled();
    expect(rivals.filter((one) => readable(one.last().text ?? '').includes('You’re back'))).toHaveLength(1);
    await Anna.says('/members');
    Anna.sees('3 members');
    Vera.sees('took over your place');
  });
});
