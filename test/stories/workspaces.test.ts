import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('workspaces', () => {
  test('a person with two of them switches by a button', async () => {
    const anna = app.person('Anna');
    await anna.says('/new Acme company');
    await anna.says('/new Birch cabinet');
    await anna.says('/workspaces');
    anna.sees('• Acme — Owner\n✓ Birch — Owner');
    app.pass(60 * 60_000);
    await anna.presses('Acme');
    anna.seesToast('Acme is open now');
    await anna.says('/workspace');
    anna.sees('Acme\nScheme: Company\nMembers: 1\nYour role: Owner');
  });

  test('more than ten are shown on pages', async () => {
    const ivo = app.person('Ivo');
    for (let count = 10; count <= 21; count++) await ivo.says(`/new Team ${count} platform`);
    await ivo.says('/workspaces');
    expect(ivo.labels().filter((label) => label.includes('Team'))).toHaveLength(10);
    ivo.seesNoButton('Previous');
    await ivo.presses('Next');
    expect(ivo.labels().filter((label) => label.includes('Team'))).toEqual(['Team 20', '✓ Team 21']);
    await ivo.presses('Previous');
    ivo.seesButton('Team 10');
  });

  test('renaming asks for the name, refuses an empty one and the same one', async () => {
    const olga = app.person('Olga');
    await olga.says('/new Old name company');
    await olga.says('/rename');
    await olga.says('\u200b\u202e');
    olga.sees('1 to 64 visible characters');
    await olga.says('Old name');
    olga.sees('That’s already the name');
    await olga.says('New\u202e name');
    olga.sees('Old name is now called New name');
    await olga.says('/workspace');
    olga.sees('New name\nScheme');
  });

  test('a wizard does not rename a workspace opened meanwhile', async () => {
    const petr = app.person('Petr');
    await petr.says('/new First company');
    await petr.says('/new Second company');
    await petr.says('/workspaces');
    await petr.says('/rename');
    await petr.presses('First');
    await petr.says('Third');
    petr.sees('I didn’t rename anything');
  });

  test('the language changes at once and stays', async () => {
    const lena = app.person('Lena');
    await lena.says('/language українська');
    lena.sees('Я говорю з вами українською');
    await lena.presses('Русский');
    lena.sees('Я говорю с вами по-русски');
    await lena.says('/me');
    lena.sees('Язык: русский');
  });

  test('help lists what one may do and explains one command', async () => {
    const nina = app.person('Nina', { language: 'ru' });
    await nina.says('помощь');
    nina.sees('/new — Создать пространство');
    expect(nina.last().text).not.toContain('/rename');
    await nina.says('/help new');
    nina.sees('Например: /new Ромашка компания');
  });
});

describe('a group', () => {
  test('is bound by somebody who configures a workspace, and answers for it', async () => {
    const max = app.person('Max');
    const eve = app.person('Eve');
    await max.says('/new Harbour company');
    const chat = await app.group('Crew', [max, eve]);
    await eve.says('/bind', { chat });
    eve.sees('You can’t change the settings of any workspace', { chat });
    await max.says('/bind', { chat });
    max.sees('This group now works with Harbour', { chat });
    await max.says('/workspace', { chat });
    max.sees('Harbour\nScheme: Company', { chat });
    await eve.says('/workspace', { chat });
    eve.sees('You have no workspace here', { chat });
  });

  test('is not taken from a workspace by somebody of another', async () => {
    const rita = app.person('Rita');
    const carl = app.person('Carl');
    await rita.says('/new Rita’s company');
    await carl.says('/new Carl’s company');
    const chat = await app.group('Shared', [rita, carl]);
    await rita.says('/bind', { chat });
    await carl.says('/bind', { chat });
    carl.sees('belongs to a workspace you’re not in', { chat });
  });
});
