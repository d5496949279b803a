import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';
import { readable } from '../support/person.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a draft of roles', () => {
  test('copies a role, names it, gives it a right, and changes nothing until it is put in force', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/scheme');
    Anna.sees(/uses the scheme “Company”:\s+• One role per member\n• Owner: exactly one person\n/);
    await Anna.presses('Change roles and rules');
    Anna.sees('Nothing changes until you apply it');
    await Anna.presses('New role');
    await Anna.presses('Designer');
    await Anna.says('Night artist');
    Anna.sees('The role Night artist in the draft:');
    await Anna.presses('Rights');
    while (!Anna.labels().some((label) => label.includes('Campaigns: send'))) await Anna.presses('Next');
    await Anna.presses('Campaigns: send');
    Anna.seesButton('✅ Campaigns: send');
    await Boris.says('/roles');
    expect(Boris.last().text).not.toContain('Night artist');

    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    Anna.sees(/• Night artist: new\n➕ .*Campaigns: send/);
    Anna.sees('People who gain rights: 0, who lose: 0.');
    await Anna.presses('Apply');
    Anna.sees('version 1 is in use, with 5 roles');
    await Anna.says(`/role ${at('Boris')} night artist`);
    Anna.sees(/Designer.*Night artist/s);
    await Anna.presses('Confirm');
    await Boris.says('/roles');
    Boris.sees(/• Night artist: 1 person/);
  });

  test('shows who gains what before a merge, and moves the holders', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Merge');
    expect(Anna.labels()).toEqual(['Administrator', 'Manager', '‹ Back']);
    await Anna.presses('Manager');
    await Anna.presses('What would change');
    Anna.sees(/• Designer → Manager \(1 person has it, 0 invited\)/);
    Anna.sees(
      /People who gain rights: 1, who lose: 0\.\n• Boris: Designer → Manager\n➕ Projects: create, edit, delete/,
    );
    await Anna.presses('Apply');
    await Boris.says('/me');
    await Boris.says('/workspace');
    Boris.sees('Your role: Manager');
  });

  test('by whoever may define roles below the head: told of roles, not of persons, and able to go back', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'administrator' } });
    const toggles = async (by: typeof Anna, role: string, right: string): Promise<void> => {
      await by.says('/scheme');
      await by.presses('Change roles and rules');
      await by.presses(role);
      await by.presses('Rights');
      while (!by.labels().some((label) => label.includes(right))) await by.presses('Next');
      await by.presses(right);
      await by.presses('Back');
      await by.presses('Draft');
      await by.presses('What would change');
    };
    await toggles(Anna, 'Administrator', 'Roles: edit roles');
    await Anna.presses('Apply');
    await toggles(Boris, 'Administrator', 'Workspace: rename');
    Boris.seesToast(/^The role Administrator isn’t below yours. You can’t change it/);
    await toggles(Boris, 'Manager', 'Audit log: export');
    await Boris.presses('Apply');
    Boris.sees('version 2 is in use');
    await Boris.says('/scheme');
    await Boris.presses('Versions');
    await Boris.presses('Back to 0');
    Boris.seesToast(/^The role Administrator isn’t below yours/);
    await Boris.presses('Back to 1');
    Boris.sees(/• Manager.*\n➖ Audit log: export/);
    await Boris.presses('Apply');
    Boris.sees('version 3 is in use');
  });

  test('takes no title that people read for another role already', async () => {
    const { Olga } = await createTeam(app, 'bot_access', { Olga: { language: 'ru' } });
    for (const title of ['Super admin', 'суперадмин']) {
      await Olga.says('/scheme');
      await Olga.presses('Изменить роли и правила');
      await Olga.presses('Новая роль');
      await Olga.presses('Разработчик');
      await Olga.says(title);
      Olga.sees(`Роль «${title}» уже есть`);
    }
    await Olga.says('Ночной разработчик');
    Olga.sees('Роль Ночной разработчик в черновике');
  });

  test('does not let go of a role that somebody holds', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Delete');
    Anna.seesToast(/You can’t delete the role Designer: one person has it or is invited to it\. Merge it/);
    Anna.sees('The role Designer in the draft:');
    await Anna.presses('Merge');
    await Anna.presses('Manager');
    await Anna.presses('What would change');
    Anna.sees('• Designer → Manager (1 person has it, 0 invited)');
    await Anna.presses('Draft');
    await Anna.presses('Owner');
    Anna.seesNoButton('Delete');
  });

  test('twice pressed is once pressed, and what is saved is what was shown', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Manager');
    await Anna.presses('Rights');
    const before = Anna.last();
    const button = before.buttons.flat().find(({ text }) => text.includes('Workspace: rename'));
    const press = (): Promise<void> => Anna.pressesOn(Anna.last(), { data: button?.data ?? '' });
    await press();
    await press();
    Anna.seesButton('✅ Workspace: rename');
    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    const save = Anna.last().buttons.flat()[0]?.data ?? '';
    await Anna.presses('Draft');
    await Anna.presses('Manager');
    await Anna.presses('Rights');
    await Anna.presses('Workspace: settings');
    await Anna.pressesOn(Anna.last(), { data: save });
    Anna.sees(/• Manager\n➕ Workspace: rename, settings/);
    await Anna.presses('Apply');
    Anna.sees('version 1 is in use');
    await Anna.pressesOn(Anna.last(), { data: save });
    Anna.seesToast('out of date');
  });

  test('changes the rules by buttons, and says what is wrong with them', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Rules');
    await Anna.presses('One role per member');
    await Anna.presses('Only people who have messaged');
    Anna.seesButton('Several roles per member');
    Anna.seesButton('Anyone can be invited');
    await Anna.presses('What nobody can do');
    while (!Anna.labels().some((label) => label.includes('Bots: delete'))) await Anna.presses('Next');
    await Anna.presses('Bots: delete');
    Anna.seesButton('⛔ Bots: delete');
    await Anna.presses('Rules');
    await Anna.presses('Draft');
    await Anna.presses('Owner');
    await Anna.presses('Rights');
    await Anna.presses('Next');
    await Anna.presses('Members: give roles');
    await Anna.presses('Members: give roles');
    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    Anna.seesToast('Nobody could manage members');
    await Anna.presses('Owner');
    await Anna.presses('Rights');
    await Anna.presses('Next');
    await Anna.presses('Members: give roles');
    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('Manager');
    await Anna.presses('Conditions');
    await Anna.presses('Any number of people');
    await Anna.presses('needs Designer');
    Anna.seesButton('At most 1 person');
    Anna.seesButton('✅ needs Designer');
    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    Anna.sees(/Other rules:\n• Several roles per member\n• Anyone can be invited\n/);
    Anna.sees('• Manager: At most 1 person; ✅ needs Designer');
    await Anna.presses('Apply');
    await Anna.says('/scheme');
    Anna.sees(/• Several roles per member\n/);
    Anna.sees('• Nobody, whatever their role: Bots: delete');
    await Anna.says('/roles');
    await Anna.presses('Manager');
    Anna.sees('Only works together with: Designer.');
  });

  test('a role that will sleep counts as lost', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Conditions');
    await Anna.presses('needs Manager');
    await Anna.presses('Back');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    Anna.sees(/who lose: 1\.\n• Boris: Designer\n➖ .*Intents: everything/);
  });

  test('offers no right that every member has, until a role is shut out of it', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Rights');
    Anna.seesButton('Workspace: rename');
    Anna.seesNoButton('Workspace: view');
    await Anna.presses('Back');
    await Anna.presses('Conditions');
    await Anna.presses('Sees the workspace and its roles');
    await Anna.presses('Back');
    await Anna.presses('Rights');
    Anna.seesButton('▫️ Workspace: view');
  });

  test('is over for whoever may no longer change roles, and their words are free again', async () => {
    const { Anna, Boris, at } = await createTeam(app, 'platform', { Anna: {}, Boris: { role: 'admin' } });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Operator');
    await Anna.presses('Copy');
    await Boris.says(`/role ${at('Anna')} viewer`);
    await Boris.presses('Confirm');
    await Anna.says('Night operator');
    Anna.sees('This draft is over');
    await Anna.says('roles');
    expect(Anna.last().text).not.toContain('Night operator');
  });

  test('waits through a restart, and is over when the scheme changes under it', async () => {
    const { Anna } = await createTeam(app, 'platform', { Anna: {} });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Viewer');
    await Anna.presses('Rename');
    await app.stop();
    await app.start();
    await Anna.says('Guest of honour');
    Anna.sees('The role Guest of honour in the draft');
    await Anna.says('/roles');
    expect(Anna.last().text).toContain('Viewer');
    await Anna.presses('Rights');
    Anna.seesToast('out of date');
  });
});

describe('versions and other schemes', () => {
  test('a saved scheme can be taken back', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/scheme');
    await Anna.presses('Versions');
    Anna.sees('have never changed');
    await Anna.presses('Rules');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Rename');
    await Anna.says('Painter');
    await Anna.presses('Draft');
    await Anna.presses('What would change');
    Anna.sees(/No role gains or loses a right\.\n• Designer → Painter\n/);
    await Anna.presses('Apply');
    await Boris.says('/workspace');
    Boris.sees('Your role: Painter');
    await Anna.presses('Rules');
    await Anna.presses('Versions');
    Anna.sees(/• 1 · Custom roles · .* · Anna\n• 0 · Company · /);
    await Anna.presses('Back to 0');
    await Anna.presses('Apply');
    Anna.sees('version 2 is in use');
    await Boris.says('/workspace');
    Boris.sees('Your role: Designer');
  });

  test('going back to other roles asks which takes the place of which, as the switch does', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'manager' } });
    await Anna.says('/scheme');
    await Anna.presses('Another scheme');
    await Anna.presses('Cabinet');
    await Anna.presses('What would change');
    await Anna.presses('Apply');
    await Boris.says('/workspace');
    Boris.sees('Your role: Editor');
    await Anna.says('/scheme');
    await Anna.presses('Versions');
    await Anna.presses('Back to 0');
    Anna.seesButton('Editor → ');
    await Anna.presses('Editor → ');
    await Anna.presses('Administrator');
    Anna.seesButton('Editor → Administrator');
    await Anna.presses('What would change');
    Anna.sees(/Boris: Editor → Administrator/);
    await Anna.presses('‹ Back');
    await Anna.presses('Editor → Administrator');
    await Anna.presses('Manager');
    await Anna.presses('What would change');
    await Anna.presses('Apply');
    Anna.sees('version 2 is in use');
    await Boris.says('/workspace');
    Boris.sees('Your role: Manager');
    // Before anybody was told, all of it came to nothing.
    await app.app.runScheduledTasks();
    await app.settled();
    expect(Boris.heard().filter(({ text }) => text?.startsWith('🧩'))).toEqual([]);
  });

  test('the workspace moves to another scheme, role by role as chosen', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'manager' } });
    await Anna.says('/workspace');
    await Anna.presses('Scheme');
    await Anna.presses('Another scheme');
    await Anna.presses('Cabinet');
    Anna.seesButton('Manager → Editor');
    await Anna.presses('Manager → Editor');
    await Anna.presses('Balance manager');
    Anna.seesButton('Manager → Balance manager');
    await Anna.presses('What would change');
    Anna.sees(/• Boris: Manager → Balance manager\n➕ Billing: create, edit, delete\n➖ /);
    await Anna.presses('Apply');
    await Boris.says('/workspace');
    Boris.sees(/Scheme: Cabinet\n.*\nYour role: Balance manager/s);
  });
});

describe('who may', () => {
  test('only those who may define roles are offered to, and nobody else can press', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'administrator' } });
    await Boris.says('/scheme');
    Boris.sees('uses the scheme');
    Boris.seesNoButton('Change roles and rules');
    await Anna.says('/scheme');
    const begin = Anna.last().buttons.flat()[0]?.data ?? '';
    await Boris.pressesOn(Boris.last(), { data: begin });
    Boris.seesToast('is for someone else');
  });

  test('of two who save at once one does, and the other is told to look again', async () => {
    const second = await app.startSecond();
    const { Anna, Boris } = await createTeam(app, 'platform', { Anna: {}, Boris: { role: 'admin' } });
    for (const [person, title] of [
      [Anna, 'Watcher'],
      [Boris, 'Reader'],
    ] as const) {
      await person.says('/scheme');
      await person.presses('Change roles and rules');
      await person.presses('Viewer');
      await person.presses('Rename');
      await person.says(title);
      await person.presses('Draft');
      await person.presses('What would change');
    }
    const save = Boris.last();
    app.telegram.control.press(Anna.user, Anna.last(), '✅ Apply');
    await second.pipeline.handle({
      messenger: 'telegram',
      id: 'second saves',
      sender: {
        accountId: String(Boris.user.id),
        name: 'Boris',
        username: Boris.user.username ?? null,
        language: 'en',
      },
      chat: { id: String(Boris.user.id), kind: 'private', topic: null },
      event: {
        kind: 'press',
        pressId: 'second saves',
        payload: save.buttons.flat()[0]?.data ?? '',
        messageId: String(save.id),
      },
    });
    await app.settled();
    const done = [Anna, Boris].filter((one) => one.last().text?.includes('is in use'));
    expect(done).toHaveLength(1);
    await Anna.says('/roles');
    expect(Anna.last().text?.match(/Watcher|Reader/g)).toHaveLength(1);
  });
});

test('the audit names roles of a former scheme in words, too', async () => {
  const { Anna } = await createTeam(app, 'agency', { Anna: {}, Boris: { role: 'client' } });
  await Anna.says('/scheme');
  await Anna.presses('Another scheme');
  await Anna.presses('Cabinet');
  await Anna.presses('What would change');
  await Anna.presses('Apply');
  await Anna.says('/audit');
  Anna.sees('Client');
  expect(Anna.last().text).not.toMatch(/\bclient\b/);
});

describe('those whose rights change with the scheme', () => {
  const told = (person: Actor): string[] =>
    person
      .heard()
      .map(({ text }) => readable(text ?? ''))
      .filter((text) => text.startsWith('🧩'));

  test.each([
    ['en', 'Now you can:', 'No longer:'],
    ['ru', 'Теперь вы можете:', 'Больше нельзя:'],
    ['uk', 'Тепер ви можете:', 'Більше не можна:'],
  ])('are told once what they gained and lost, in %s, and nobody else is', async (language, gains, loses) => {
    const { Anna, Boris, Vera, Dora } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer', language },
      Vera: { role: 'administrator' },
      Dora: { role: 'manager' },
    });
    await Anna.says('/scheme');
    await Anna.presses('Change roles and rules');
    await Anna.presses('Designer');
    await Anna.presses('Merge');
    await Anna.presses('Manager');
    await Anna.presses('What would change');
    await Anna.presses('Apply');
    await app.app.runScheduledTasks();
    await app.app.runScheduledTasks();
    await app.settled();
    expect(told(Boris)).toHaveLength(1);
    expect(told(Boris)[0]).toContain(gains);
    expect(told(Boris)[0]).not.toContain(loses);
    expect(told(Boris)[0]).toContain('Anna');
    expect([told(Anna), told(Vera), told(Dora)]).toEqual([[], [], []]);

    // To another scheme: who left meanwhile hears nothing.
    await Anna.says('/scheme');
    await Anna.presses('Another scheme');
    await Anna.presses('Cabinet');
    await Anna.presses('What would change');
    await Anna.presses('Apply');
    await Vera.says('/leave');
    await Vera.presses('Yes');
    await app.app.runScheduledTasks();
    await app.settled();
    expect(told(Boris).at(-1)).toContain(loses);
    expect([told(Anna), told(Vera)]).toEqual([[], []]);
    const { rows } = await app.database.pool.query('select 1 from scheme_news');
    expect(rows).toEqual([]);
  });
});
