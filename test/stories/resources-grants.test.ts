import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import type { Actor } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

let companies = 0;

/** Sofia heads a new workspace with two bots; the others are known to the bot and nothing more. */
async function company<Name extends string>(
  ...names: readonly Name[]
): Promise<{ Sofia: Actor; at: (name: Name) => string } & Record<Name, Actor>> {
  const number = ++companies;
  const at = (name: Name): string => `@${name.toLowerCase()}_bots${number}`;
  const Sofia = app.person('Sofia', { username: `sofia_bots${number}` });
  await Sofia.says(`/new Hop${number} bot_access`);
  await Sofia.says('/bots new Shop');
  await Sofia.says('/bots new Help Desk');
  const others: [Name, Actor][] = [];
  for (const name of names) {
    const person = app.person(name, { username: at(name).slice(1) });
    await person.says('/start');
    others.push([name, person]);
  }
  return { ...(Object.fromEntries(others) as Record<Name, Actor>), Sofia, at };
}

describe('sharing bots, as the bot access guide tells it', () => {
  test('the super admin shares two bots with several roles at once; the invitee accepts', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} developer approver on Shop, Help Desk`);
    Sofia.sees('Boris: waiting for delivery');
    Boris.sees(/as Developer and Approver\.\nWhere: Shop and Help Desk/);
    await Boris.presses('Accept');
    Boris.sees('Welcome');
    await Boris.says('/bots');
    Boris.sees(/• Help Desk · not published yet · you: Developer and Approver\n• Shop/);
    await Sofia.says(`/member ${at('Boris')}`);
    Sofia.sees('Role: Approver on 2 bots and Developer on 2 bots');
    await Sofia.says('/members');
    Sofia.sees(/• Boris — Approver on 2 bots and Developer on 2 bots/);
    await Sofia.says('/members boris');
    Sofia.sees(/• Boris — Approver on 2 bots and Developer on 2 bots/);
    await Sofia.says('/language ru');
    await Sofia.says('/members');
    Sofia.sees(/• Boris — .* на 2 ботах и .* на 2 ботах/);
    await Sofia.says('/language uk');
    await Sofia.says('/members');
    Sofia.sees(/• Boris — .* на 2 ботах і .* на 2 ботах/);
  });

  test('the wizard asks for the bots, and an approver without developer is refused', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')}`);
    await Sofia.presses('Approver');
    await Sofia.presses('Save');
    Sofia.sees('On which bots?');
    await Sofia.presses('Shop');
    await Sofia.presses('Continue (1)');
    Sofia.sees('Where: Shop');
    await Sofia.presses('Invite');
    Sofia.seesToast('This role needs another one');
    await Sofia.presses('Change role');
    await Sofia.presses('Developer');
    await Sofia.presses('Save');
    await Sofia.says('shop and help desk');
    Sofia.sees('Where: Shop and Help Desk');
    await Sofia.presses('Invite');
    await Boris.presses('Decline');
    Sofia.sees('declined the invitation');
    await Boris.says('/bots');
    Boris.sees('You have no workspace');
  });

  test('only the super admin shares access', async () => {
    const { Sofia, Boris, Vera, at } = await company('Boris', 'Vera');
    await Sofia.says(`/invite ${at('Boris')} admin on Shop`);
    await Boris.presses('Accept');
    await Boris.says(`/invite ${at('Vera')} developer on Shop`);
    Boris.sees('Who can do this: Super admin');
    await Boris.says(`/grant ${at('Boris')} approver on Shop`);
    Boris.sees('Who can do this: Super admin');
    Vera.sees('I manage workspaces');
  });

  test('an invitation shows its bots and its link to whoever made it', async () => {
    const { Sofia } = await company();
    await Sofia.says('/invite @nobody_knows_them insights on Shop');
    await Sofia.says('/invites');
    await Sofia.presses('1');
    Sofia.sees(/Where: Shop[\s\S]*https:/);
  });

  test('the bots of an invitation may be gone before it is accepted', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Sofia.says('/bots delete Shop');
    await Sofia.presses('Yes, delete');
    await Boris.presses('Accept');
    Boris.seesToast('The bots in this invitation');
  });
});

describe('granting', () => {
  test('gives roles on several bots in one line, shows the difference and tells the person', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} developer approver on shop, help desk for 3d`);
    Sofia.sees(/• Shop: Insights → Developer \(until .*\), Approver \(until .*\),? and Insights/);
    await Sofia.presses('Confirm');
    Sofia.sees('Done. I’ve told Boris');
    Boris.sees(/changed your access in Hop\d+\. You now have:/);
    app.pass(4 * 24 * 60 * 60_000);
    await app.app.runScheduledTasks();
    await app.settled();
    Boris.sees('Your access in');
    await Boris.says('/bots');
    Boris.sees('you: Insights');
    expect(Boris.last().text).not.toContain('Help Desk');
  });

  test('an approver needs developer: alone it is refused, and developer goes with it after a question', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} approver on Shop`);
    Sofia.sees('This role on Shop also needs Developer there');
    await Sofia.says(`/grant ${at('Boris')} developer approver Shop`);
    await Sofia.presses('Confirm');
    await Sofia.says(`/grant ${at('Boris')} developer off on Shop`);
    Sofia.sees('Approver doesn’t work without Developer');
    await Sofia.presses('No, keep them');
    await Sofia.says(`/grant ${at('Boris')} off developer on Shop`);
    await Sofia.presses('Take away all of them');
    Sofia.sees('• Shop: Insights');
    Boris.sees('• Shop: Insights');
  });

  test('goes by buttons from the bot’s own card, and back', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Help Desk`);
    await Boris.presses('Accept');
    await Sofia.says('/bots shop');
    await Sofia.presses('Access');
    Sofia.sees('Nobody has a role on Shop itself');
    await Sofia.presses('Give access');
    await Sofia.presses('Boris');
    Sofia.sees('Which roles should Boris have on Shop?');
    await Sofia.presses('Inbox agent');
    await Sofia.presses('Save');
    await Sofia.presses('Confirm');
    await Sofia.presses('Access to bots');
    Sofia.sees(/• Help Desk: Insights\n• Shop: Inbox agent/);
    await Sofia.presses('Shop');
    await Sofia.presses('✅ Inbox agent');
    await Sofia.presses('Save');
    await Sofia.presses('Confirm');
    Boris.sees('• Shop: no role');
  });

  test('asks for everything that is missing', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says('/grant');
    Sofia.sees('Whose access do you want to change?');
    await Sofia.says(at('Boris'));
    Sofia.sees('On which bots?');
    await Sofia.presses('Help Desk');
    await Sofia.presses('Continue');
    await Sofia.says('emperor for 2 weeks');
    Sofia.sees('I don’t recognize that role');
    await Sofia.says('developer for 2 weeks');
    Sofia.sees(/• Help Desk: no role → Developer \(until/);
    await Sofia.presses('Confirm');
    await Sofia.says('/audit');
    Sofia.sees('Sofia changed the access of Boris to Help Desk. Added: Developer. Taken away: —.');
  });

  test('takes roles only where some are held, projects too', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says('/projects new Main');
    for (let number = 10; number < 21; number++) await Sofia.says(`/bots new Bot ${number}`);
    await Sofia.says(`/invite ${at('Boris')} insights on Main, Bot 12`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} off`);
    expect(Sofia.labels()).toEqual(['▫️ Bot 12', '▫️ Main', '✖️ Cancel']);
    await Sofia.presses('Main');
    expect(Sofia.labels()).toEqual(['▫️ Bot 12', '✅ Main', 'Continue (1)', '✖️ Cancel']);
    await Sofia.presses('Continue');
    Sofia.sees('• Main: Insights → no role');
    await Sofia.presses('Confirm');
    await Sofia.says('/grant boris off on bot 12');
    await Sofia.presses('Confirm');
    await Sofia.says(`/grant ${at('Boris')} off`);
    Sofia.sees('Boris has no roles on specific bots');
  });

  test('what was shown is what is given, whatever was ticked on another message since', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} developer`);
    const ticks = Sofia.last();
    await Sofia.says('shop');
    const shown = Sofia.last();
    const tick = ticks.buttons.flat().find(({ text }) => text.includes('Help Desk'));
    await Sofia.pressesOn(ticks, { data: tick?.data ?? '' });
    await Sofia.pressesOn(shown, '✅ Confirm');
    Sofia.sees(/• Help Desk: no role → Developer/);
    await Boris.says('/bots');
    expect(Boris.last().text).not.toContain('Developer');
    await Sofia.presses('Confirm');
    await Boris.says('/bots');
    Boris.sees(/• Help Desk .*you: Developer/);
  });

  test('a role on a project is shown on its bots, and one on a bot promises no project', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says('/projects new Main');
    await Sofia.says('/bots move Shop to Main');
    await Sofia.says(`/invite ${at('Boris')} developer on Main`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} insights on Shop`);
    await Sofia.presses('Confirm');
    await Boris.says('/bots');
    Boris.sees(/• Shop, in Main · .*you: (Developer and Insights|Insights and Developer)/);
    await Boris.presses('Shop');
    Boris.sees(/Your roles here: (Developer and Insights|Insights and Developer)/);
    await Sofia.says(`/grant ${at('Boris')} developer on help desk`);
    expect(Sofia.last().text).not.toMatch(/Projects|create, edit, settings/);
    Sofia.sees('• Channels: everything');
    await Sofia.says(`/grant ${at('Boris')} admin on main`);
    await Sofia.presses('Confirm');
    await Sofia.says(`/grant ${at('Boris')} off on main`);
    Sofia.sees('• Projects: everything');
  });

  test('who hands the workspace over keeps a role on each bot', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says(`/transfer ${at('Boris')}`);
    await Sofia.presses('Yes, hand it over');
    await Boris.presses('Accept');
    await Sofia.says('/bots');
    Sofia.sees(/• Help Desk .* you: Admin\n• Shop .* you: Admin/);
    await Boris.says('/bots delete Shop');
    await Boris.presses('Yes, delete');
    Boris.sees('Bot Shop deleted');
  });

  test('two grants at the same moment both come true', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} insights on Shop`);
    await Boris.presses('Accept');
    await Sofia.says(`/grant ${at('Boris')} developer on Shop`);
    const chat = await app.group('Room', [Sofia]);
    await Sofia.says('/bind', { chat });
    await Sofia.says(`/grant ${at('Boris')} inbox agent on Shop`, { chat });
    await Promise.all([Sofia.presses('Confirm'), Sofia.presses('Confirm', { chat })]);
    await Boris.says('/bots');
    Boris.sees('you: Insights, Developer, and Inbox agent');
  });

  test('a bot of another’s eyes only is not there', async () => {
    const { Sofia, Boris, at } = await company('Boris');
    await Sofia.says(`/invite ${at('Boris')} admin on Shop`);
    await Boris.presses('Accept');
    await Boris.says('/bots Help Desk');
    Boris.sees('You have nothing here called “Help Desk”');
    await Boris.says('/publish help');
    Boris.sees('nothing here called');
  });
});

describe('the agency, as its guide tells it', () => {
  test('a client sees only the granted bots, and gets several at once', async () => {
    const anna = app.person('Anna', { username: 'anna_agency' });
    const clara = app.person('Clara', { username: 'clara_agency' });
    await clara.says('/start');
    await anna.says('/new Agency agency');
    for (const bot of ['One', 'Two', 'Three']) await anna.says(`/bots new ${bot}`);
    await anna.says('/invite @clara_agency');
    await anna.presses('Client');
    anna.sees('On which bots?');
    await anna.presses('No bots for now');
    await anna.presses('Invite');
    await clara.presses('Accept');
    await clara.says('/bots');
    clara.sees('You don’t have access to any bots here yet');
    await anna.says('/grant @clara_agency client on One, Three');
    await anna.presses('Confirm');
    await clara.says('/bots');
    clara.sees(/• One .*\n• Three/);
    expect(clara.last().text).not.toContain('Two');
    await clara.presses('One');
    clara.seesButton('Rename');
    clara.seesNoButton('Publish');
    await anna.says('/bots one');
    await anna.presses('Access');
    await anna.presses('Clara');
    await anna.presses('✅ Client');
    await anna.presses('Save');
    await anna.presses('Confirm');
    await clara.says('/bots');
    expect(clara.last().text).not.toContain('One');
  });

  test('no grant lets anybody delete a bot, and a revoked invitation lets nobody in', async () => {
    const anna = app.person('Anna', { username: 'anna_never' });
    const clara = app.person('Clara', { username: 'clara_never' });
    await clara.says('/start');
    await anna.says('/new Never agency');
    await anna.says('/bots new Precious');
    anna.seesButton('🔒 🗑 Delete');
    await anna.presses('Delete');
    anna.seesToast('Nobody can do this here');
    await anna.says('/bots delete Precious');
    anna.sees('Nobody can do this here');
    await anna.says('/invite @clara_never client on Precious');
    clara.seesButton('Accept');
    await anna.presses('Revoke');
    await anna.presses('Yes, revoke');
    clara.sees('was revoked');
    await clara.says('/bots');
    clara.sees('You have no workspace');
  });
});
