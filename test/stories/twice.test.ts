import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('what is done twice', () => {
  test('a second tap on Accept keeps the welcome, and a second offer of ownership says there is one', async () => {
    const anna = app.person('Anna', { username: 'anna_twice' });
    const boris = app.person('Boris', { username: 'boris_twice' });
    const carol = app.person('Carol', { username: 'carol_twice' });
    await boris.says('/start');
    await carol.says('/start');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite @boris_twice editor until tomorrow');
    anna.sees('as Editor');
    const card = boris.last();
    const accept = card.buttons.flat().find(({ text }) => text.includes('Accept'))?.data ?? '';
    await boris.presses('Accept');
    boris.sees('Welcome to Acme!');
    await boris.pressesOn(card, { data: accept });
    boris.sees('Welcome to Acme!');
    expect(boris.heard().filter(({ text }) => text.includes('already a member'))).toEqual([]);

    await anna.says('/invite @carol_twice administrator');
    await carol.presses('Accept');
    await anna.says('/transfer @carol_twice');
    await anna.presses('Yes, hand it over');
    await anna.says('/transfer @boris_twice');
    anna.sees('You’ve already offered ownership to Carol');
    await anna.presses('Take the offer back');
  });

  test('an end that cannot be read is called a date', async () => {
    const anna = app.person('Anna', { username: 'anna_dates' });
    await anna.says('/new Dates cabinet');
    await anna.says('/invite @boris_twice editor until foo');
    anna.sees('I can’t read “foo” as a date');
    await anna.says('/invite @boris_twice editor until 03/04/2027');
    anna.sees('could be April 3, 2027 or March 4, 2027');
    await anna.says('/invite @boris_twice editor until 31.12.2020');
    anna.sees('That time has already passed');
  });
});
