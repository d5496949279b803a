import { expect } from 'vitest';
import { inquire, invite, letIn, newKey, nextNumber, type Stage } from './stage.ts';

/** The super admin shares bots; publishing goes through the approver; a column is hidden. */
export async function tellOfBotAccess(stage: Stage): Promise<void> {
  const studio = `Studio ${nextNumber()}`;
  const [sofia, dan, ada, rolf, vera] = [
    stage.person('Sofia'),
    stage.person('Dan'),
    stage.person('Ada'),
    stage.person('Rolf'),
    stage.person('Vera'),
  ];
  await sofia.says(`/new ${studio} bot_access`);
  for (const bot of ['Shop', 'Help', 'Secret']) await sofia.says(`/bots new ${bot}`);

  // "You can select more than one role for a user", on two bots at once.
  await letIn(stage, sofia, dan, 'developer inbox agent on Shop, Help');
  await dan.says('/bots');
  dan.sees(/Help .*Developer and Inbox agent\n.*Shop .*Developer and Inbox agent/);
  await dan.says('/bots Secret');
  dan.sees('nothing here called');

  // "An Approver should also have Developer access."
  await letIn(stage, sofia, ada, 'insights on Shop');
  await sofia.says('/grant Ada approver on Shop');
  sofia.sees('also needs Developer there');
  await sofia.says('/grant Ada developer approver on Shop');
  await sofia.presses('Confirm');
  ada.sees('Approver');

  // "Accept or reject bot access": Rolf rejects.
  await invite(stage, sofia, rolf, 'admin on Help');
  await rolf.presses('Decline');
  await rolf.says('/bots');
  rolf.sees('You have no workspace');

  // "Only the super admin can share bot access."
  await dan.says('/grant Ada developer on Help');
  dan.sees('Super admin');

  // "Approver: can publish bot from staging to production."
  await dan.says('/publish Shop');
  dan.sees('needs approval');
  ada.sees(`Dan wants to publish Shop, version 1, in ${studio}`);
  await ada.presses('Approve');
  ada.sees('version 1, is now in production');
  dan.sees('Ada approved');
  await dan.says('/bots Shop');
  dan.sees('Production: version 1');

  // "Can mask certain Database columns": who may see the table does not see the column.
  await letIn(stage, sofia, vera, 'database viewer on Shop');
  await sofia.says('/mask users phone');
  sofia.sees('Hidden in users: phone');
  const { may, found } = inquire(stage, await newKey(sofia));
  const [shop = ''] = await found(ada, 'bot.approve');
  const column = (name: string) => ({
    type: 'database',
    id: 'users',
    properties: { bot: shop, column: name },
  });
  expect(await may(vera, 'view', column('name'))).toBe(true);
  expect(await may(vera, 'view', column('phone'))).toBe(false);
  expect(await may(dan, 'view', column('phone'))).toBe(false);
  expect(await may(sofia, 'view', column('phone'))).toBe(true);
  expect(await may(rolf, 'view', column('name'))).toBe(false);
  expect(await found(dan, 'bot.update')).toHaveLength(2);
  expect(await found(ada, 'bot.approve')).toEqual([shop]);
  expect(await found(sofia, 'bot.delete')).toHaveLength(3);

  // "If you want to block the access you provided, you need to remove it separately."
  await sofia.says('/grant Ada developer off on Shop');
  sofia.sees('Approver doesn’t work without Developer');
  await sofia.presses('Take away all of them');
  expect(await found(ada, 'bot.approve')).toEqual([]);
  await sofia.says('/grant Dan off on Help');
  await sofia.presses('Confirm');
  await dan.says('/bots');
  dan.sees('Shop');
  expect(await found(dan, 'bot.update')).toEqual([shop]);
}
