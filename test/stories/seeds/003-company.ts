import { expect } from 'vitest';
import { baseline, everyRight } from '../../unit/access/role-table.ts';
import { companyTable } from '../../unit/access/schemes/tables.ts';
import { inquire, invite, letIn, newKey, nextNumber, type Player, type Stage } from './stage.ts';

/** Company users: the matrix, the three answers to an invitation, blocked buttons, removal. */
export async function tellOfTheCompany(stage: Stage): Promise<void> {
  const company = `Company ${nextNumber()}`;
  const [olga, adam, anton, mila, denis, boris] = [
    stage.person('Olga'),
    stage.person('Adam'),
    stage.person('Anton'),
    stage.person('Mila'),
    stage.person('Denis'),
    stage.person('Boris'),
  ];
  await olga.says(`/new ${company} company`);
  await letIn(stage, olga, adam, 'administrator');
  await letIn(stage, olga, anton, 'administrator');
  await letIn(stage, adam, mila, 'manager');
  await letIn(stage, adam, denis, 'designer');

  // The whole matrix, asked about the very people who came in by chat.
  const { rightsOf } = inquire(stage, await newKey(olga));
  const people: [Player, string][] = [
    [olga, 'owner'],
    [adam, 'administrator'],
    [mila, 'manager'],
    [denis, 'designer'],
  ];
  for (const [person, role] of people) {
    const cells = companyTable.get(role);
    const granted = everyRight.filter((right) => cells?.has(right) || baseline.includes(right));
    expect(await rightsOf(person, everyRight)).toEqual(granted);
  }

  // "Not registered", "already invited", and else the user is invited.
  await adam.says('/invite nobody@example.com designer');
  adam.sees('hasn’t used this bot yet');
  const mention = stage.mention(boris);
  await invite(stage, adam, boris, 'designer');
  boris.sees(`invites you to ${company} as Designer`);
  if (mention !== null) {
    await adam.says(`/invite ${mention} designer`);
    adam.sees('is already invited as Designer');
    adam.seesButton('Resend');
    adam.seesButton('Change role');
  }
  await boris.presses('Accept');
  await boris.says('/workspaces');
  boris.sees(company);

  // Invitation is for administrators and the owner.
  await mila.says('/invite nobody@example.com designer');
  mila.sees('Your role doesn’t allow this');

  // "The user role can be edited only by a user with broader access rights": else the button is blocked.
  await adam.says('/member Anton');
  adam.seesButton('🔒 🎭 Change role');
  await adam.presses('Change role');
  adam.seesToast(/below yours/);
  await adam.says('/role Olga designer');
  adam.sees(/below yours/);
  // "A user can not edit their own role."
  await adam.says('/role Adam owner');
  adam.sees(/yourself|own/i);
  await adam.says('/role Boris manager');
  await adam.presses('Confirm');
  boris.sees('Now: Manager');

  // "Yes, close access" and "No, keep it".
  await adam.says('/member Boris');
  await adam.presses('Remove');
  adam.sees(`Remove Boris from ${company}?`);
  await adam.presses('No, keep it');
  adam.sees('Boris');
  adam.seesButton('Remove');
  await boris.says('/workspaces');
  boris.sees(company);
  await adam.says('/remove Boris');
  await adam.presses('Yes, remove');
  boris.sees('removed you from');
  await boris.says('/workspaces');
  expect(boris.labels().some((label) => label.includes(company))).toBe(false);
  expect(await rightsOf(boris, everyRight)).toEqual([]);
  // Never the owner, and an administrator may be removed by another.
  await adam.says('/remove Olga');
  adam.sees(/below yours/);
  await adam.says('/remove Anton');
  await adam.presses('Yes, remove');
  anton.sees('removed you from');
}
