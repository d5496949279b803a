import { expect } from 'vitest';
import { readable } from '../../support/person.ts';
import { letIn, nextNumber, type Player, type Stage } from './stage.ts';

/** Presses something on a list of several pages. In Viber all is on one; in VK a page may take two messages. */
async function pressesInList(person: Player, text: string): Promise<void> {
  const isShown = (): boolean =>
    person
      .heard()
      .slice(-2)
      .some(({ buttons }) => buttons.flat().some((button) => readable(button.text).includes(text)));
  while (!isShown()) await person.presses('Next');
  await person.presses(text);
}

/** What stands before somebody, be it that a message which is no more of use follows it, as in VK. */
function showsTo(person: Player, pattern: RegExp): void {
  const texts = person
    .heard()
    .slice(-2)
    .map(({ text }) => readable(text ?? ''));
  expect(texts.join('\n')).toMatch(pattern);
}

/** The owner makes a role of their own out of another, puts people into it, merges it away and goes back. */
export async function tellOfOwnRoles(stage: Stage): Promise<void> {
  const [olga, boris] = [stage.person('Olga'), stage.person('Boris')];
  const company = `Workshop ${nextNumber()}`;
  await olga.says(`/new ${company} company`);
  await letIn(stage, olga, boris, 'designer');

  // A draft changes nothing for anybody.
  await olga.says('/scheme');
  await olga.presses('Change roles and rules');
  await olga.presses('New role');
  await olga.presses('Designer');
  await olga.says('Night artist');
  olga.sees('The role Night artist in the draft:');
  await olga.presses('Rights');
  await pressesInList(olga, 'Projects: create');
  await boris.says('/roles');
  expect(boris.heard().at(-1)?.text).not.toContain('Night artist');

  // What would change is shown before it is saved.
  await olga.presses('Back');
  await olga.presses('Draft');
  await olga.presses('What would change');
  showsTo(olga, /Night artist: new\n➕ .*Projects: .*create/);
  await olga.presses('Apply');
  showsTo(olga, /version 1 is in use, with 5 roles/);
  await olga.says('/role Boris night artist');
  await olga.presses('Confirm');
  await boris.says('/workspace');
  boris.sees('Your role: Night artist');

  // Nobody who may not define roles gets at the rules.
  await boris.says('/scheme');
  expect(boris.labels().some((label) => label.includes('Change roles and rules'))).toBe(false);

  // Merged into another role, it takes its holders along.
  await olga.says('/scheme');
  await olga.presses('Change roles and rules');
  await olga.presses('Night artist');
  await olga.presses('Merge');
  await olga.presses('Manager');
  await olga.presses('What would change');
  olga.sees(/Night artist → Manager/);
  await olga.presses('Apply');
  olga.sees('version 2 is in use');
  await boris.says('/workspace');
  boris.sees('Your role: Manager');
}
