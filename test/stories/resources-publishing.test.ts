import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

let rounds = 0;

/** Sofia shares one bot with a developer and an approver. */
async function studio() {
  const number = ++rounds;
  const person = (name: string) => app.person(name, { username: `${name.toLowerCase()}_p${number}` });
  const [sofia, dan, ada] = [person('Sofia'), person('Dan'), person('Ada')];
  await dan.says('/start');
  await ada.says('/start');
  await sofia.says(`/new Studio${number} bot_access`);
  await sofia.says('/bots new Shop');
  await sofia.says(`/invite @dan_p${number} developer on Shop`);
  await dan.presses('Accept');
  await sofia.says(`/invite @ada_p${number} developer approver on Shop`);
  await ada.presses('Accept');
  return { sofia, dan, ada };
}

describe('publishing', () => {
  test('goes to production at once where the scheme has no approver', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/bots new Shop');
    await Anna.says('/publish shop');
    Anna.sees('Shop: version 1 is now in production');
    await Anna.presses('Shop');
    Anna.sees(/Staging: version 2\nProduction: version 1, since/);
    await Boris.says('/publish shop');
    Boris.sees('Your role doesn’t allow this');
  });

  test('goes through the approver where there is one', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish');
    await dan.presses('Shop');
    dan.sees(/needs approval\. I’ve asked: (Ada and Sofia|Sofia and Ada)/);
    ada.sees(/Dan wants to publish Shop, version 1, in Studio\d+/);
    await dan.says('/publish shop');
    dan.sees('already asked to approve');
    const card = sofia.last();
    await ada.presses('Approve');
    ada.sees('You approved it: Shop, version 1, is now in production');
    dan.sees('Ada approved it. Shop, version 1, is now in production');
    await sofia.pressesOn(card, '✅ Approve');
    sofia.sees('Already approved (Ada)');
    await dan.says('/bots shop');
    dan.sees('Production: version 1');
  });

  test('whoever asked and was removed since hears no more of it, answered or not', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    await sofia.says(`/remove @${dan.user.username}`);
    await sofia.presses('Yes, remove');
    const heard = dan.heard().length;
    await ada.presses('Approve');
    ada.sees('Shop, version 1, is now in production');
    expect(dan.heard()).toHaveLength(heard);

    const second = await studio();
    await second.dan.says('/publish shop');
    await second.dan.says('/leave');
    await second.dan.presses('Yes');
    const before = second.dan.heard().length;
    app.pass(4 * 24 * 60 * 60_000);
    await app.app.runScheduledTasks();
    await app.settled();
    expect(second.dan.heard()).toHaveLength(before);
    await second.ada.presses('Approve');
    second.ada.sees('Nobody answered in time');
  });

  test('is refused, told, and can be asked again', async () => {
    const { dan, ada } = await studio();
    await dan.says('/publish shop');
    await ada.presses('Reject');
    dan.sees('Ada rejected Shop, version 1');
    await dan.says('/bots shop');
    dan.sees('not published yet');
    await dan.says('/publish shop');
    dan.sees('needs approval');
  });

  test('an approver who asks may answer at once; who lost the role may not', async () => {
    const { sofia, dan, ada } = await studio();
    await ada.says('/publish shop');
    ada.sees('You can give it');
    await ada.presses('Approve');
    ada.sees('is now in production');
    await dan.says('/publish shop');
    const card = ada.last();
    await sofia.says('/grant ada developer off on Shop');
    await sofia.presses('Take away all of them');
    await ada.pressesOn(card, '✅ Approve');
    ada.seesToast('Your role doesn’t allow this. Who can do this: Super admin and Approver.');
  });

  test('nobody answering in time is told', async () => {
    const { dan, ada } = await studio();
    await dan.says('/publish shop');
    const card = ada.last();
    app.pass(4 * 24 * 60 * 60_000);
    await app.app.runScheduledTasks();
    await app.settled();
    dan.sees('Nobody answered in time about Shop');
    await ada.pressesOn(card, '✅ Approve');
    ada.sees('Nobody answered in time');
  });

  test('two approvers at once publish once', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    const [first, second] = [sofia.last(), ada.last()];
    await Promise.all([sofia.pressesOn(first, '✅ Approve'), ada.pressesOn(second, '✅ Approve')]);
    expect(
      [sofia.last().text, ada.last().text].filter((text) => text?.includes('You approved')),
    ).toHaveLength(1);
  });

  test('a button pressed twice publishes once, and then shows where the bot stands', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/bots new Twice');
    const card = Anna.last();
    await Promise.all([Anna.pressesOn(card, '🚀 Publish'), Anna.pressesOn(card, '🚀 Publish')]);
    Anna.sees(/Staging: version 2\nProduction: version 1/);
  });

  test('one approves while the other refuses: one of both counts, and everybody hears the same', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    const [first, second] = [sofia.last(), ada.last()];
    await Promise.all([sofia.pressesOn(first, '✅ Approve'), ada.pressesOn(second, 'Reject')]);
    const approved =
      /is now in production/.test(sofia.last().text ?? '') && /You approved/.test(sofia.last().text ?? '');
    if (approved) dan.sees('Sofia approved');
    else dan.sees('Ada rejected');
    await dan.says('/bots shop');
    dan.sees(approved ? 'Production: version 1' : 'not published yet');
    const { rows } = await app.database.pool.query(
      'select state from approvals order by created_at desc limit 1',
    );
    expect(rows).toEqual([{ state: approved ? 'approved' : 'refused' }]);
  });

  test('the bot of a card may be gone: pressed it says so, and publishes nothing', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    const card = ada.last();
    await sofia.says('/bots delete shop');
    await sofia.presses('Yes, delete');
    await ada.pressesOn(card, '✅ Approve');
    ada.seesToast(/over|closed|no longer|not/i);
    await dan.says('/publish shop');
    dan.sees('nothing here called');
  });

  test('a bot is deleted at the very moment of its approval, in one order or the other', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    const card = ada.last();
    await sofia.says('/bots delete shop');
    const question = sofia.last();
    await Promise.all([ada.pressesOn(card, '✅ Approve'), sofia.pressesOn(question, 'Yes, delete')]);
    sofia.sees(/deleted|Ada approved/);
    await dan.says('/bots');
    dan.sees('You don’t have access to any bots here yet');
  });

  test('an approver who loses the role at that very moment approves before it or not at all', async () => {
    const { sofia, dan, ada } = await studio();
    await dan.says('/publish shop');
    const card = ada.last();
    await sofia.says('/grant ada developer off on Shop');
    const question = sofia.last();
    await Promise.all([
      ada.pressesOn(card, '✅ Approve'),
      sofia.pressesOn(question, question.buttons.flat()[0]?.text ?? ''),
    ]);
    await dan.says('/bots shop');
    const published = /Production: version 1/.test(readable(dan.last().text ?? ''));
    expect(
      /You approved/.test(
        ada
          .heard()
          .map(({ text }) => text)
          .join('\n'),
      ),
    ).toBe(published);
  });
});

describe('hidden columns', () => {
  test('are hidden, listed and shown again by the super admin alone', async () => {
    const { sofia, dan } = await studio();
    await sofia.says('/mask users phone email');
    sofia.sees(/Hidden in users: phone, email\.[\s\S]*• users: email, phone/);
    await sofia.says('/mask users phone');
    sofia.sees('No changes to make');
    await sofia.says('/mask us"ers phone');
    sofia.sees('can’t be the name of a table or column');
    await sofia.says('/mask');
    await sofia.presses('Show users.email');
    sofia.sees(/Visible again in users: email\.[\s\S]*• users: phone/);
    await sofia.says('/mask off users phone name');
    sofia.sees(/Visible again in users: phone\./);
    sofia.sees('No hidden columns');
    await dan.says('/mask users phone');
    dan.sees('Who can do this: Super admin');
    await sofia.says('/audit');
    sofia.sees('Sofia showed columns in users again: phone.');
  });
});
