import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type DraftLanguage, draftLanguage } from '../support/draft-language.ts';

let draft: DraftLanguage;
let app: TestApp;
beforeAll(async () => {
  draft = await draftLanguage();
  app = await createTestApp({ locales: draft });
});
afterAll(async () => {
  await app.close();
  await draft.remove();
});

test('a language is a folder and a line: people speak it, and read English where it lacks a text', async () => {
  const uta = app.person('Uta', { language: 'de-AT', username: 'uta' });
  await uta.says('/start');
  uta.sees('Hallo, Uta!');
  await uta.says('anlegen Werkstatt cabinet');
  await uta.says('/menu');
  uta.sees('Du bist in Werkstatt');
  uta.seesButton('Mitglieder');
  uta.seesButton('Workspace');
  await uta.says('mitglieder');
  uta.sees('Uta');
  await uta.says('einladen @boris_draft editor für 3 Tage');
  uta.sees('boris_draft');
  await uta.says('/hilfe mitglieder');
  uta.sees('mitglieder, leute');

  const anna = app.person('Anna', { language: 'en', username: 'anna_draft' });
  await anna.says('/language');
  await anna.presses('Deutsch');
  anna.sees('Ich spreche Deutsch mit dir');
  anna.seesButton('✓ Deutsch');
  await app.stop();
  await app.start();
  await anna.says('/start');
  anna.sees('Hallo, Anna!');
});

test('its menus are registered', async () => {
  const { control } = app.telegram;
  await control.waitFor(() => control.commands({ type: 'all_group_chats' }, 'de').length > 0);
  const lines = control.commands({ type: 'all_private_chats' }, 'de');
  expect(lines.find(({ command }) => command === 'members')?.description).toBe(
    'Wer zum Arbeitsbereich gehört',
  );
  expect(lines.find(({ command }) => command === 'roles')?.description).toMatch(/^[A-Z]/);
});
