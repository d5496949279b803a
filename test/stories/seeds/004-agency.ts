import { expect } from 'vitest';
import { inquire, letIn, linkShownTo, newKey, nextNumber, type Stage } from './stage.ts';

/** Admins and clients: bots nobody deletes, clients who see theirs alone, an invitation that is taken back. */
export async function tellOfTheAgency(stage: Stage): Promise<void> {
  const agency = `Agency ${nextNumber()}`;
  const [anna, clara, victor, late] = [
    stage.person('Anna'),
    stage.person('Clara'),
    stage.person('Victor'),
    stage.person('Late'),
  ];
  await anna.says(`/new ${agency} agency`);
  for (const bot of ['One', 'Two', 'Three']) await anna.says(`/bots new ${bot}`);

  // "Admins can onboard new Admins and Clients"; the wizard offers the bots at once.
  await letIn(stage, anna, victor, 'admin');
  await letIn(stage, anna, clara, 'client on One');
  await clara.says('/bots');
  clara.sees('• One');
  expect(clara.labels().some((label) => label.includes('Two'))).toBe(false);

  // "An Admin can grant them access to one or more bots."
  await victor.says('/grant Clara client on Two, Three');
  await victor.presses('Confirm');
  clara.sees('Two');
  await anna.says('/grant Clara off on Three');
  await anna.presses('Confirm');
  await clara.says('/bots');
  clara.sees(/• One[\s\S]*• Two/);
  expect(clara.labels().some((label) => label.includes('Three'))).toBe(false);

  const { may, found } = inquire(stage, await newKey(anna));
  const mine = await found(clara, 'bot.update');
  const all = await found(anna, 'bot.view');
  const other = all.find((id) => !mine.includes(id)) ?? '';
  expect([mine.length, all.length]).toEqual([2, 3]);
  const [one = ''] = mine;
  expect(await may(clara, 'interact', { type: 'history', properties: { bot: one } })).toBe(true);
  expect(await may(clara, 'interact', { type: 'history', properties: { bot: other } })).toBe(false);
  expect(await may(clara, 'configure', { type: 'ui', properties: { bot: one } })).toBe(true);
  expect(await may(clara, 'publish', { type: 'bot', id: one })).toBe(false);
  expect(await may(anna, 'publish', { type: 'bot', id: one })).toBe(true);

  // "Cannot Delete Bot": not by the card, not by the command, not with any grant, not by the API.
  await anna.says('/bots One');
  anna.seesButton('🔒 🗑 Delete');
  await anna.presses('Delete');
  anna.seesToast('Nobody can do this');
  await anna.says('/bots delete One');
  anna.sees('Nobody can do this here');
  await anna.says('/grant Victor admin on One');
  anna.sees(/whole workspace/i);
  expect(await found(anna, 'bot.delete')).toEqual([]);
  expect(await found(victor, 'bot.delete')).toEqual([]);

  // A client manages nobody.
  await clara.says('/invite someone@example.com client');
  clara.sees('Your role doesn’t allow this');

  // "Invitation Management": a revoked invitation lets nobody in.
  await anna.says('/invite link client on One');
  const link = linkShownTo(anna);
  await late.opens(link);
  late.seesButton('Accept');
  await anna.says('/invites');
  await anna.presses('1');
  await anna.presses('Revoke');
  await anna.presses('Yes, revoke');
  await late.presses('Accept');
  late.seesToast('was revoked');
  await late.opens(link);
  late.sees(/revoked/);
  await late.says('/bots');
  late.sees('You have no workspace');
}
