import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('the member list', () => {
  test('names everybody with role and messenger, and leads to a card and back', async () => {
    const { Anna } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'manager' },
      Vera: { role: 'designer' },
    });
    await Anna.says('/members');
    Anna.sees(/: 3 members\s+• Anna — Owner · Telegram\n• Boris — Manager · Telegram\n• Vera — Designer/);
    await Anna.presses('Boris');
    Anna.sees(
      /👤 Boris · @boris_\d+\nRole: Manager\nHere since .*, invited by Anna\nLast active: .*\nWrites from: Telegram/,
    );
    await Anna.presses('‹ Members');
    Anna.sees('3 members');
    await Anna.says('/members VER');
    Anna.sees('• Vera — Designer');
    expect(Anna.last().text).not.toContain('Boris');
    await Anna.says('/members qqqq');
    Anna.sees('has “qqqq” in their name or username');
  });

  test('is a resource of those who may see members', async () => {
    const { Anna, Boris } = await createTeam(app, 'cabinet', {
      Anna: {},
      Boris: { role: 'editor', language: 'ru' },
    });
    await Boris.says('участники');
    Boris.sees('Ваша роль этого не позволяет');
    Boris.sees('Владелец');
    await Anna.says('/members');
    Anna.sees('Boris — Editor');
  });

  test('keeps its shape whatever a name is made of', async () => {
    const { Anna } = await createTeam(app, 'company', {
      Anna: {},
      '<b>Bo</b> [b]x[/b] *\u202Eevil\u200B': { role: 'designer' },
    });
    await Anna.says('/members evil');
    Anna.sees('• <b>Bo</b> [b]x[/b] *evil — Designer · Telegram');
  });
});

describe('changing a role', () => {
  test('shows the difference, asks for a yes, and tells the person', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer', language: 'uk' },
    });
    await Anna.says(`/role ${at('Boris')} manager`);
    Anna.sees(/Boris\nNow: Designer\nThen: Manager/);
    Anna.sees('Will be able to:');
    await Anna.presses('Confirm');
    Anna.sees('Boris is now Manager');
    Boris.sees(/Anna змінює вашу роль у .*\. Тепер: Менеджер/);
    await Anna.says(`/role ${at('Boris')} manager`);
    Anna.sees('No changes to make: it’s already set that way.');
  });

  test('asks for what is missing: who, then which role', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/role');
    Anna.sees('Whose role do you want to change?');
    Anna.seesNoButton('Anna');
    await Anna.says('bor');
    Anna.sees('Which role for Boris?');
    Anna.seesNoButton('Owner');
    await Anna.presses('Administrator');
    await Anna.presses('Confirm');
    Anna.sees('Boris is now Administrator');
  });

  test('marks many roles and saves them together where a member may hold many', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'platform', {
      Anna: {},
      Boris: { role: 'viewer' },
    });
    await Anna.says(`/role ${at('Boris')}`);
    await Anna.presses('▫️ Operator');
    await Anna.presses('▫️ Service');
    await Anna.presses('✅ Viewer');
    await Anna.presses('Save');
    Anna.sees('Then: Operator and Service');
    Anna.sees('• API: access');
    await Anna.presses('Confirm');
    Boris.sees('Now: Operator and Service');
    await Anna.says(`/role ${at('Boris')} manager operator`);
    Anna.sees('Then: Manager and Operator');
    Anna.sees(/Will no longer be able to:\n• Billing: everything/);
  });

  test('gives a role for a time, in words of three languages', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: { language: 'ru' },
      Boris: { role: 'designer' },
    });
    await Anna.says(`роль ${at('Boris')} менеджер на 3 дня`);
    await Anna.presses('Подтвердить');
    Boris.sees(/Now: Manager \(until /);
    await Boris.says(`/member ${at('Boris')}`);
    Boris.sees(/Role: Manager \(until /);
    app.pass(4 * 24 * 60 * 60_000);
    await Boris.says(`/member ${at('Boris')}`);
    Boris.sees('The role that allowed this has expired');
    await Anna.says(`/member ${at('Boris')}`);
    Anna.sees(/Менеджер \(срок истёк /);
    await Anna.says(`/role ${at('Boris')} manager forever`);
    Anna.sees(/Сейчас: нет роли\nСтанет: Менеджер$/m);
  });

  test('asks which of several people is meant', async () => {
    const { Anna, at } = await createTeam(app, 'company', {
      Anna: {},
      'Boris Ivanov': { role: 'designer' },
      'Boris Petrov': { role: 'designer' },
    });
    await Anna.says('/role boris manager');
    Anna.sees('Several members match');
    await Anna.presses('Boris Petrov');
    Anna.sees(/Boris Petrov\nNow: Designer\nThen: Manager/);
    await Anna.says('/role nobody manager');
    Anna.sees('I couldn’t find that person');
    await Anna.says(`/role ${at('Boris Petrov')} emperor`);
    Anna.sees('I don’t recognize that role');
  });

  test('shows what is true when something changed since the question', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
      Vera: { role: 'designer' },
    });
    await Anna.says(`/role ${at('Vera')} administrator`);
    const question = Anna.last();
    await Boris.says(`/role ${at('Vera')} manager`);
    await Boris.presses('Confirm');
    await Anna.pressesOn(question, '✅ Confirm');
    Anna.seesToast('Someone changed this while you were looking');
    Anna.sees(/Now: Manager\nThen: Administrator/);
    await Anna.presses('Confirm');
    Anna.sees('Vera is now Administrator');
  });

  test('does it once, however often the yes is pressed', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says(`/role ${at('Boris')} manager`);
    const first = Anna.last();
    await Anna.says(`/role ${at('Boris')} manager`);
    await Anna.presses('Confirm');
    await Anna.pressesOn(first, '✅ Confirm');
    Anna.sees('Boris is now Manager');
    expect(Boris.heard().filter(({ text }) => text?.includes('changed your role'))).toHaveLength(1);
  });

  test('locks what is not lawful and says why', async () => {
    const { Anna, Boris, Clara, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
      Clara: { role: 'administrator' },
    });
    await Boris.says(`/member ${at('Clara')}`);
    await Boris.presses('🔒 🎭 Change role');
    Boris.seesToast('You can only change people whose role is below yours');
    Boris.seesButton('🗑 Remove');
    await Boris.says(`/member ${at('Anna')}`);
    await Boris.presses('🔒 🗑 Remove');
    Boris.seesToast('You can only change people whose role is below yours');
    await Clara.says(`/role ${at('Anna')} designer`);
    Clara.sees('You can only change people whose role is below yours');
    await Anna.says(`/member ${at('Clara')}`);
    Anna.seesNoButton('🔒');
  });
});

describe('removing', () => {
  test('asks with two answers; the removed person is told and is out at once', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer', language: 'ru' },
    });
    await Anna.says(`/remove ${at('Boris')}`);
    expect(Anna.labels()).toEqual(['Yes, remove', 'No, keep it']);
    await Anna.presses('No, keep it');
    Anna.sees('👤 Boris');
    await Anna.says(`/remove ${at('Boris')}`);
    await Anna.presses('Yes, remove');
    Anna.sees('Boris is no longer a member');
    Boris.sees(/Вас удалили из пространства Acme\d+/);
    await Boris.says('/members');
    Boris.sees('нет пространства');
    await Anna.says(`/remove ${at('Boris')}`);
    Anna.sees('I couldn’t find that person');
  });

  test('never reaches the owner, nor oneself', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'administrator' },
    });
    await Boris.says(`/remove ${at('Anna')}`);
    Boris.sees('You can only change people whose role is below yours');
    await Anna.says(`/remove ${at('Anna')}`);
    Anna.sees('You can’t change your own access');
  });
});

describe('leaving', () => {
  test('asks, ends the membership and tells who keeps the workspace', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Boris.says('/leave');
    await Boris.presses('Yes, leave');
    Boris.sees('You’ve left');
    Anna.sees(/Boris has left Acme/);
    await Boris.says('/leave');
    Boris.sees('You have no workspace here');
  });

  test('shows the only owner the way out', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/leave');
    Anna.sees('Hand it over first: /transfer');
    await Anna.presses('Hand over');
    Anna.sees('Who will be the new owner?');
    const admin = await createTeam(app, 'agency', { Vera: {} });
    await admin.Vera.says('/leave');
    admin.Vera.sees('Give your role to someone else first: /role');
  });
});

describe('handing over', () => {
  test('takes a yes of both sides, and the former owner keeps the next role', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer' },
    });
    await Anna.says(`/transfer ${at('Boris')}`);
    Anna.sees('you keep this role: Administrator');
    await Anna.presses('Yes, hand it over');
    Anna.sees('I’ve asked Boris');
    Boris.sees(/Anna wants to hand Acme\d+ over to you/);
    await Anna.says('/members');
    Anna.sees('Anna — Owner');
    await Boris.presses('✅ Accept');
    Boris.sees('is yours now');
    Anna.sees('Boris accepted and now owns');
    await Boris.says('/members');
    Boris.sees(/Anna — Administrator · Telegram\n• Boris — Owner/);
    await Anna.says(`/transfer ${at('Boris')}`);
    Anna.sees('Your role doesn’t allow this');
  });

  test('can be declined, taken back, and ends by itself', async () => {
    const { Anna, Boris, Vera, at } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer' },
      Vera: { role: 'designer' },
    });
    const offer = async (name: 'Boris' | 'Vera'): Promise<void> => {
      await Anna.says(`/transfer ${at(name)}`);
      await Anna.presses('Yes, hand it over');
    };
    await offer('Boris');
    await Boris.presses('Decline');
    Boris.sees('You declined');
    Anna.sees('Boris declined');

    await offer('Vera');
    await Anna.says(`/transfer ${at('Boris')}`);
    Anna.sees('You’ve already offered ownership to Vera');
    await Anna.presses('Take the offer back');
    Vera.sees('took back the offer');
    await Vera.presses('✅ Accept');
    Vera.seesToast('This offer is over');

    await offer('Vera');
    const card = Vera.last();
    app.pass(25 * 60 * 60_000);
    await Vera.pressesOn(card, '✅ Accept');
    Vera.seesToast('This offer is over');
    await offer('Boris');
    await Boris.presses('✅ Accept');
    Boris.sees('is yours now');
  });

  test('is nothing where administrators share the workspace', async () => {
    const { Anna, at } = await createTeam(app, 'platform', { Anna: {}, Boris: { role: 'viewer' } });
    await Anna.says(`/transfer ${at('Boris')}`);
    Anna.sees('There’s nothing to hand over here');
  });
});

describe('the roles of a workspace', () => {
  test('are listed with their holders, each with what it may do', async () => {
    const { Anna } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer' },
      Vera: { role: 'designer' },
    });
    await Anna.says('/roles');
    Anna.sees(
      /• Owner: 1 person\n.*\n• Administrator: nobody\n.*\n• Manager: nobody\n.*\n• Designer: 2 people\nmembers, /,
    );
    await Anna.presses('Designer');
    Anna.sees(/• Designer: 2 people\s+• /);
    await Anna.presses('All roles');
    Anna.sees('Tap one to see what it can do');
  });
});

describe('what ends by itself', () => {
  const DAY = 24 * 60 * 60_000;

  test('a role whose time is over goes, and both who held it and who gave it are told once', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'platform', {
      Anna: {},
      Boris: { role: 'viewer', language: 'ru' },
    });
    await Anna.says(`/role ${at('Boris')} manager for 2d`);
    await Anna.presses('Confirm');
    app.pass(3 * DAY);
    await app.app.runScheduledTasks();
    await app.app.runScheduledTasks();
    await app.settled();
    Boris.sees(/Срок вашей роли в пространстве Acme\d+ истёк: Менеджер/);
    Anna.sees(/A role you gave in Acme\d+ has expired\. Boris: Manager/);
    expect(Anna.heard().filter(({ text }) => text?.includes('has expired'))).toHaveLength(1);
    await Anna.says(`/member ${at('Boris')}`);
    Anna.sees('Role: no role');
  });

  test('a guest whose time is over gains nothing by it', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'cabinet', { Anna: {}, Boris: { role: 'editor' } });
    await Anna.says(`/role ${at('Boris')} guest for 1 day`);
    await Anna.presses('Confirm');
    app.pass(2 * DAY);
    await app.app.runScheduledTasks();
    await app.settled();
    await Boris.says('/roles');
    expect(Boris.last().text).not.toContain('Owner: 1');
    await Anna.says(`/member ${at('Boris')}`);
    Anna.sees(/Role: Guest \(ended /);
  });

  test('an offer of ownership that nobody answered is closed, and the owner is told', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'manager' } });
    await Anna.says(`/transfer ${at('Boris')}`);
    await Anna.presses('Yes, hand it over');
    app.pass(1.5 * DAY);
    await app.app.runScheduledTasks();
    await app.settled();
    Anna.sees(/Boris didn’t answer in time\. You stay the owner/);
    await Boris.presses('✅ Accept');
    Boris.seesToast('This offer is over');
  });
});

describe('two processes', () => {
  test('two admins take each other’s role at the same moment: one of them still is one', async () => {
    const second = await app.startSecond();
    for (let round = 0; round < 8; round++) {
      const { Anna, Boris, at } = await createTeam(app, 'platform', { Anna: {}, Boris: { role: 'admin' } });
      await Anna.says(`/role ${at('Boris')} viewer`);
      await Boris.says(`/role ${at('Anna')} viewer`);
      const question = Boris.last();
      app.telegram.control.press(Anna.user, Anna.last(), '✅ Confirm');
      await second.pipeline.handle({
        messenger: 'telegram',
        id: `second ${round}`,
        sender: {
          accountId: String(Boris.user.id),
          name: 'Boris',
          username: Boris.user.username ?? null,
          language: 'en',
        },
        chat: { id: String(Boris.user.id), kind: 'private', topic: null },
        event: {
          kind: 'press',
          pressId: `second ${round}`,
          payload: question.buttons.flat()[0]?.data ?? '',
          messageId: String(question.id),
        },
      });
      await app.settled();
      const done = [Anna, Boris].filter((one) => one.heard().some(({ text }) => text?.startsWith('✅ Done')));
      expect(done).toHaveLength(1);
      await done[0]?.says('/members');
      done[0]?.sees(/: 2 members/);
      expect(done[0]?.last().text?.match(/Admin/g)).toHaveLength(1);
    }
  });
});
