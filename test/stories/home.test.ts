import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('home and new workspaces', () => {
  test('a newcomer is told how to begin and creates a workspace step by step', async () => {
    const anna = app.person('Anna');
    await anna.says('/start');
    anna.sees('Create your own workspace');
    await anna.presses('New workspace');
    anna.sees('What should the workspace be called?');
    await anna.says('Acme');
    anna.sees('Who will work in Acme?');
    anna.seesButton('Bot access');
    anna.seesButton('Bot access');
    await anna.presses('Company');
    anna.sees('Acme is ready. Scheme: Company, your role: Owner.');
    await anna.presses('Home');
    anna.sees('You’re in Acme. Your role: Owner');
  });

  test('one line does it at once, even as the very first resource a person writes', async () => {
    const boris = app.person('Борис', { language: 'ru', username: 'boris' });
    await boris.says('/new Ромашка компания');
    boris.sees('Пространство Ромашка готово. Схема: Компания, ваша роль: Владелец.');
    await boris.says('меню');
    boris.sees('Вы в пространстве Ромашка');
  });

  test('everything that one may do is within two presses, and nothing that one may do nowhere', async () => {
    const { Anna, Boris, Vera } = await createTeam(app, 'company', {
      Anna: {},
      Boris: { role: 'designer' },
      Vera: { role: 'administrator' },
    });
    for (const [who, there, absent] of [
      [Anna, ['Invite', 'Rename', 'API keys', 'Hand over', 'Scheme', 'Publish', 'Remove'], ['Leave']],
      [Boris, ['Projects', 'Channels', 'Leave', 'About me'], ['Invite', 'Audit', 'Change a role', 'Publish']],
      [Vera, ['Invite', 'Audit', 'Leave', 'Change a role', 'Remove'], ['API keys', 'Rename', 'Hand over']],
    ] as const) {
      const reached = await withinTwoPresses(who);
      for (const label of [...there, 'Link an account', 'Time zone', 'Language', 'Why']) {
        expect(
          reached.some((one) => one.includes(label)),
          label,
        ).toBe(true);
      }
      for (const label of absent) {
        expect(reached.filter((one) => one.replace('Invitations', '').includes(label))).toEqual([]);
      }
    }
  });

  test('what nobody understands leads onward', async () => {
    const vera = app.person('Vera');
    await vera.says('hello there');
    vera.seesButton('New workspace');
    await vera.says('hello there');
    vera.sees('I didn’t get that');
    await vera.says('/nwe');
    vera.sees('Did you mean /new?');
    await vera.presses('/new');
    vera.sees('What should the workspace be called?');
    await vera.says('/cancel');
    vera.sees('Cancelled');
  });
});

describe('what comes from outside of any dialogue', () => {
  test('home of somebody invited shows what waits for them, one by its card, several by buttons', async () => {
    const boris = app.person('Boris Invited', { username: 'invited' });
    await boris.says('/start');
    for (const [name, workspace] of [
      ['Gleb', 'North'],
      ['Ada', 'South'],
    ] as const) {
      const inviter = app.person(name);
      await inviter.says(`/new ${workspace} company`);
      await inviter.says('/invite @invited designer');
      await inviter.presses('Invite');
      await boris.says('/menu');
    }
    boris.sees('2 invitations are waiting for you');
    await boris.presses('North');
    boris.sees('Designer');
    await boris.presses('Decline');
    await boris.says('/menu');
    boris.sees('An invitation is waiting for you');
    await boris.presses('Accept');
    await boris.says('/menu');
    boris.sees('You’re in South. Your role: Designer.');
    boris.seesNoButton('Audit');
  });

  test('a link that says nothing and a file get a sentence each', async () => {
    const ira = app.person('Ira');
    await ira.opens('spring-sale');
    ira.sees('Hello, Ira!');
    ira.seesButton('New workspace');
    await ira.opens('i_');
    ira.sees('This link no longer works');
    app.telegram.control.sendFile(ira.user, { name: 'notes.txt', content: 'hello' });
    await app.settled();
    ira.sees('I didn’t get that');
  });

  test('a person shown by somebody without a workspace leads to creating one', async () => {
    const lev = app.person('Lev');
    const other = app.person('Other');
    app.telegram.control.forward(lev.user, { originUser: other.user });
    await app.settled();
    lev.sees('You need a workspace to invite people');
    lev.seesButton('New workspace');
  });

  test('a blocked bot is noted and forgotten again when the person comes back', async () => {
    const { control } = app.telegram;
    const zoe = app.person('Zoe');
    const reachable = async () => {
      const { rows } = await app.database.pool.query<{ reachable: boolean }>(
        'select reachable from accounts where account_id = $1',
        [String(zoe.user.id)],
      );
      return rows[0]?.reachable;
    };
    await zoe.says('/start');
    control.block(zoe.user);
    await app.settled();
    expect(await reachable()).toBe(false);
    await zoe.opens('');
    expect(await reachable()).toBe(true);
  });
});

/** The labels of home, and of the groups of commands that it leads to. */
async function withinTwoPresses(who: Actor): Promise<string[]> {
  await who.says('/menu');
  const home = who.labels();
  const reached = [...home];
  for (const group of ['People', 'Inviting', 'Roles and access', 'Bots', 'Workspace', 'You']) {
    const button = home.find((one) => one.includes(group));
    if (!button) continue;
    await who.says('/menu');
    await who.presses(button);
    reached.push(...who.labels());
  }
  return reached;
}
