import { expect } from 'vitest';
import { baseline, everyRight } from '../../unit/access/role-table.ts';
import { cabinetTable } from '../../unit/access/schemes/tables.ts';
import { inquire, letIn, linkShownTo, newKey, nextNumber, type Stage } from './stage.ts';

/** The owner gives an accountant a role, by e-mail: they see billing, and nothing else. */
export async function tellOfTheCabinet(stage: Stage): Promise<void> {
  const cabinet = `Cabinet ${nextNumber()}`;
  const [olga, alla, gleb, edda] = [
    stage.person('Olga'),
    stage.person('Alla'),
    stage.person('Gleb'),
    stage.person('Edda'),
  ];
  await olga.says(`/new ${cabinet} cabinet`);
  await olga.says('/projects new Main');
  await olga.says('/bots new Shop in Main');

  // "Enter the user's email and the desired role": whoever clicks the link in the letter gains access.
  await olga.says('/invite accountant@example.com balance manager');
  await alla.opens(linkShownTo(olga));
  alla.sees(`invites you to ${cabinet} as Balance manager`);
  await alla.presses('What will I be able to do?');
  alla.sees(/billing/i);
  await alla.presses('Accept');
  alla.sees(`Welcome to ${cabinet}`);
  olga.sees('joined');

  // She has no other business here.
  await alla.says('/bots');
  alla.sees('You don’t have access to any bots here yet');
  await alla.says('/bots Shop');
  alla.sees('nothing here called');
  await alla.says('/projects');
  alla.sees('no projects here that you can see');
  for (const command of ['/members', '/audit', '/invite someone@example.com editor']) {
    await alla.says(command);
    alla.sees('Your role doesn’t allow this');
  }
  await alla.says('/role Olga guest');
  alla.sees('Your role doesn’t allow this');

  // In the settings the owner sees all managers and their roles.
  await olga.says('/members');
  olga.sees(/Alla — Balance manager[\s\S]*Olga — Owner/);

  const { rightsOf, found } = inquire(stage, await newKey(olga));
  const mayOf = (role: string) => {
    const cells = cabinetTable.get(role);
    return everyRight.filter((right) => cells?.has(right) || (role !== 'guest' && baseline.includes(right)));
  };
  expect(await rightsOf(alla, everyRight)).toEqual(mayOf('balance_manager'));
  expect(await rightsOf(olga, everyRight)).toEqual(everyRight);
  expect(await found(alla, 'bot.view')).toEqual([]);
  expect(await found(olga, 'bot.view')).toHaveLength(1);

  // A guest has no rights in the cabinet; an editor edits scripts and no more.
  await letIn(stage, olga, gleb, 'guest');
  expect(await rightsOf(gleb, everyRight)).toEqual([]);
  await letIn(stage, olga, edda, 'editor');
  expect(await rightsOf(edda, everyRight)).toEqual(mayOf('editor'));
  await edda.says('/bots');
  edda.sees('Shop');
  await edda.says('/bots rename Shop to Store');
  edda.sees('Your role doesn’t allow this');

  await olga.says('/role Gleb observer');
  await olga.presses('Confirm');
  expect(await rightsOf(gleb, everyRight)).toEqual(mayOf('observer'));
}
