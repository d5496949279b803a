import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('two people at one moment', () => {
  test('make bots of one name: one is made, the other is told', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'administrator' } });
    await Promise.all([Anna.says('/bots new Twin'), Boris.says('/bots new twin')]);
    const said = [Anna.last().text ?? '', Boris.last().text ?? ''].map(readable);
    expect(said.filter((text) => /created/.test(text))).toHaveLength(1);
    expect(said.filter((text) => /is taken/.test(text))).toHaveLength(1);
  });

  test('delete a project and put a bot into it: the bot is not lost, nor is anybody left without an answer', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'administrator' } });
    for (let round = 0; round < 5; round++) {
      await Anna.says(`/projects new Shaky ${round}`);
      await Anna.says(`/projects delete Shaky ${round}`);
      await Promise.all([
        Anna.pressesOn(Anna.last(), 'Yes, delete'),
        Boris.says(`/bots new Late ${round} in Shaky ${round}`),
      ]);
      const made = /created/.test(Boris.last().text ?? '');
      if (made) Anna.seesToast('still has 1 bot');
      else Boris.sees('There’s no project Shaky');
      await Boris.says(`/bots late ${round}`);
      Boris.sees(made ? `Project: Shaky ${round}` : 'nothing here called');
    }
    expect(app.log.lines.filter((line) => line.includes('"outcome":"failed"'))).toEqual([]);
  });
});

describe('buttons', () => {
  test('of a resource in another workspace lead nowhere from this one', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says('/bots new Here');
    const card = Anna.last();
    await Anna.says('/new Elsewhere company');
    for (const button of card.buttons.flat().filter(({ text }) => /Rename|Move|Delete|Publish/.test(text))) {
      await Anna.pressesOn(card, button.text);
      Anna.seesToast('out of date');
    }
    await Anna.says('/bots');
    expect(Anna.last().text).not.toContain('Here');
  });

  test('made for somebody else, or edited on the way, do nothing', async () => {
    const { Anna, Boris } = await createTeam(app, 'company', { Anna: {}, Boris: { role: 'designer' } });
    await Anna.says('/bots new Guarded');
    await Anna.says('/bots delete Guarded');
    const [yes] = Anna.last().buttons.flat();
    const data = yes && 'data' in yes && typeof yes.data === 'string' ? yes.data : '';
    expect(data).not.toBe('');
    await Boris.says('/bots Guarded');
    await Boris.pressesOn(Boris.last(), { data });
    Boris.seesToast('is for someone else');
    await Anna.pressesOn(Anna.last(), { data: `${data.slice(0, -1)}${data.endsWith('A') ? 'B' : 'A'}` });
    Anna.seesToast(/isn’t one of my buttons|for someone else|out of date/);
    await Anna.says('/bots Guarded');
    Anna.sees('Staging: version 1');
  });
});

describe('names', () => {
  test.each([
    ['markup', '<b>Shop</b> [c]x[/c] *_`'],
    ['another direction', '\u202eShop\u202c\u2066x'],
    ['emoji', '🧑‍🚒👩🏽 Shop'],
    ['quotes and wildcards', `100% 'Shop' _ \\ "x"; drop table bots`],
  ])('of %s are shown as they are and found again', async (_kind, name) => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    await Anna.says(`/bots new ${name}`);
    Anna.sees('created');
    const plain = name.replace(/[\u202e\u202c\u2066]/g, '');
    Anna.sees(plain);
    await Anna.says(`/bots ${plain}`);
    Anna.sees('Staging: version 1');
    await Anna.says('/bots');
    Anna.sees(plain);
  });

  test('of nothing visible, or too long, are refused', async () => {
    const { Anna } = await createTeam(app, 'company', { Anna: {} });
    for (const name of ['\u200b\u2060', 'x'.repeat(65), '\u202e']) {
      await Anna.says(`/projects new ${name}`);
      Anna.sees(/A name has 1 to 64|What should/);
      await Anna.says('/cancel');
    }
  });
});
