import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('the audit', () => {
  test('tells in sentences who did what to whom, and filters them', async () => {
    const anna = app.person('Anna');
    const boris = app.person('Boris');
    await boris.says('/start');
    await anna.says('/new Acme company');
    await anna.says('/rename Acme & Sons');
    await anna.says('/invite @boris designer');
    await anna.presses('Invite');
    await anna.says('/audit');
    anna.sees(/Anna invited Boris as Designer\.\n.*Anna renamed Acme to Acme & Sons\.\n.*Anna created Acme/);
    await anna.presses('Invitations');
    anna.sees('Anna invited Boris');
    expect(anna.last().text).not.toContain('renamed');
    await anna.says('/audit workspace');
    anna.sees('renamed Acme');
    expect(anna.last().text).not.toContain('invited');
    await anna.says('/audit @anna');
    anna.sees('Audit log for Anna');
    await anna.says('/audit nobody');
    anna.sees('I couldn’t find that person');
  });

  test('pages back to the beginning', async () => {
    const olga = app.person('Olga');
    await olga.says('/new Pages 0 platform');
    for (let count = 1; count <= 14; count++) await olga.says(`/rename Pages ${count}`);
    await olga.says('/audit');
    expect(olga.last().text?.match(/renamed/g)).toHaveLength(10);
    await olga.presses('Older');
    olga.sees('created Pages 0');
    olga.seesNoButton('Older');
    await olga.presses('Newest');
    olga.sees('to Pages 14');
  });

  test('is closed to who may not see it, and notes the attempt', async () => {
    const petr = app.person('Petr');
    const vera = app.person('Vera');
    await vera.says('/start');
    await petr.says('/new Quiet company');
    await petr.says('/invite @vera designer');
    await petr.presses('Invite');
    await vera.presses('Accept');
    await vera.says('/audit');
    vera.sees('Your role doesn’t allow this');
    vera.sees('Owner and Administrator');
    await petr.says('/audit refused');
    petr.sees('⛔ Vera was refused: Audit log: view.');
  });

  test('is verified in chat, and a change behind our back is found', async () => {
    const ivan = app.person('Иван', { language: 'ru', username: 'ivan' });
    await ivan.says('/new Дом кабинет');
    await ivan.says('/rename Дача');
    await ivan.says('/audit verify');
    const said = readable(ivan.last().text ?? '');
    expect(said).toContain('Журнал не нарушен: 2 записи');
    const [fingerprint = ''] = /2-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said) ?? [];
    await ivan.says('/rename Дом');
    await ivan.says(`/audit проверить ${fingerprint.toLowerCase()}`);
    ivan.sees('Ваш отпечаток верен');
    ivan.sees('Журнал не нарушен: 3 записи');
    await ivan.says('/audit verify 2-0000-0000-0000');
    ivan.sees('Такого отпечатка в журнале нет');
    await app.database.pool.query('alter table audit_events disable trigger audit_events_append_only');
    await app.database.pool.query(`update audit_events set detail = '{}' where action = 'workspace.renamed'`);
    await ivan.says('/audit verify');
    ivan.sees('запись номер 2 не совпадает с контрольной суммой');
  });
});
