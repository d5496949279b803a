import { expect } from 'vitest';
import { baseline, everyRight } from '../../unit/access/role-table.ts';
import { platformTable } from '../../unit/access/schemes/tables.ts';
import { inquire, letIn, newKey, nextNumber, type Stage } from './stage.ts';

/** An admin gives roles, several to one person, finds people and lets them go. */
export async function tellOfTheManagers(stage: Stage): Promise<void> {
  const platform = `Telephony ${nextNumber()}`;
  const [irina, oleg, petro] = [stage.person('Irina'), stage.person('Oleg'), stage.person('Petro')];
  await irina.says(`/new ${platform} platform`);
  await letIn(stage, irina, petro, 'operator');
  await letIn(stage, irina, oleg, 'viewer');

  // "Select appropriate roles from the list": one person may have several.
  await irina.says('/member Oleg');
  await irina.presses('Change role');
  await irina.presses('Manager');
  await irina.presses('Service');
  await irina.presses('Viewer');
  await irina.presses('Save');
  irina.sees(/Now: Viewer\nThen: Manager and Service/);
  await irina.presses('Confirm');
  oleg.sees('Now: Manager and Service');

  // Search by name and, once they have shared it, by phone.
  await irina.says('/members pet');
  irina.sees('Petro — Operator');
  if (stage.sharePhone) {
    await stage.sharePhone(petro, '+380501234567');
    await irina.says('/members +380 (50) 123-45-67');
    irina.sees(/Petro[\s\S]*Operator/);
    await irina.says('/members +380509999999');
    irina.sees('I couldn’t find that person');
  }

  // "Operator: campaign viewing, campaign start/stop"; a panel asks before it lets him.
  const { may, rightsOf } = inquire(stage, await newKey(irina));
  const campaign = { type: 'campaign', id: 'spring-sale' };
  expect(await may(petro, 'view', campaign)).toBe(true);
  expect(await may(petro, 'start', campaign)).toBe(true);
  expect(await may(petro, 'stop', campaign)).toBe(true);
  expect(await may(petro, 'update', campaign)).toBe(false);
  expect(await may(oleg, 'update', campaign)).toBe(true);
  const mayOf = (...roles: string[]) =>
    everyRight.filter(
      (right) => baseline.includes(right) || roles.some((role) => platformTable.get(role)?.has(right)),
    );
  expect(await rightsOf(petro, everyRight)).toEqual(mayOf('operator'));
  expect(await rightsOf(oleg, everyRight)).toEqual(mayOf('manager', 'service'));
  expect(await rightsOf(irina, everyRight)).toEqual(mayOf('admin'));

  // A manager sees the users and does not manage them; nobody manages themselves.
  await oleg.says('/members');
  oleg.sees('Irina — Admin');
  await oleg.says('/remove Petro');
  oleg.sees('Your role doesn’t allow this');
  await irina.says('/role Irina viewer');
  irina.sees(/own|yourself/i);
  await irina.says('/leave');
  irina.sees('You’re the only one who runs');

  // "User deletion — removing unnecessary accounts": the panel's next question is denied.
  await irina.says('/remove Petro');
  await irina.presses('Yes, remove');
  petro.sees('removed you from');
  expect(await rightsOf(petro, everyRight)).toEqual([]);
}
