import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/dialogue.ts';
import { linkShownTo } from '../support/links.ts';

const CROWD = 50;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function membersNamed(prefix: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ members: number }>(
    `select count(*)::int as members from memberships m join persons p on p.id = m.person_id
      where m.state = 'active' and p.name like $1 || '%'`,
    [prefix],
  );
  return rows[0]?.members ?? 0;
}

describe('many at once', () => {
  test('fifty people press Accept on one single-use link in two processes: one member, 49 clear answers', async () => {
    const second = await app.startSecond();
    const anna = app.person('Anna');
    await anna.says('/new Acme cabinet');
    await anna.says('/invite link editor');
    const payload = linkShownTo(anna);
    const crowd = Array.from({ length: CROWD }, (_, number) => app.person(`Guest${number}`));
    for (const guest of crowd) app.telegram.control.openLink(guest.user, payload);
    await app.settled();

    const presses = crowd.map((guest, number) => {
      guest.sees('Anna invites you to Acme');
      const card = guest.last();
      if (number % 2 === 0) {
        app.telegram.control.press(guest.user, card, 'Accept');
        return Promise.resolve();
      }
      return second.pipeline.handle({
        messenger: 'telegram',
        id: randomUUID(),
        sender: {
          accountId: String(guest.user.id),
          name: guest.user.first_name,
          username: guest.user.username ?? null,
          language: 'en',
        },
        chat: { id: String(guest.user.id), kind: 'private', topic: null },
        event: {
          kind: 'press',
          pressId: randomUUID(),
          payload: card.buttons.flat()[0]?.data ?? '',
          messageId: String(card.id),
        },
      });
    });
    await Promise.all(presses);
    await app.settled();

    const answers = crowd.map((guest) => readable(guest.last().text ?? ''));
    expect(answers.filter((text) => text.startsWith('🎉 Welcome to Acme!'))).toHaveLength(1);
    expect(answers.filter((text) => text.startsWith('This link to Acme is used up.'))).toHaveLength(
      CROWD - 1,
    );
    expect(await membersNamed('Guest')).toBe(1);
  });

  test('a role for one goes to one of the two who accept at once; the other may when it is free again', async () => {
    const anna = app.person('Anna');
    const carl = app.person('Carl', { username: 'carl_limit' });
    const dora = app.person('Dora', { username: 'dora_limit' });
    for (const guest of [carl, dora]) await guest.says('/start');
    await anna.says('/new Limits cabinet');
    await anna.says('/scheme');
    for (const label of [
      'Change roles and rules',
      'Editor',
      'Conditions',
      'Any number of people',
      'Back',
      'Draft',
      'What would change',
      'Apply',
    ])
      await anna.presses(label);
    await anna.says('/invite link observer');
    expect(anna.last().text).not.toContain('at a time');
    await anna.says('/invite link editor');
    anna.sees('Only one person at a time can have this role');
    await anna.says('/invite @carl_limit editor');
    await anna.says('/invite @dora_limit editor');
    await Promise.all([carl.presses('Accept'), dora.presses('Accept')]);
    const isIn = (guest: typeof carl): boolean =>
      readable(guest.last().text ?? '').startsWith('🎉 Welcome to Limits!');
    const [first, second] = isIn(carl) ? [carl, dora] : [dora, carl];
    expect([isIn(first), isIn(second)]).toEqual([true, false]);
    second.seesToast('This role is full');

    await anna.says(`/remove @${first.user.username}`);
    await anna.presses('Yes, remove');
    await second.presses('Accept');
    second.sees('🎉 Welcome to Limits!');
  });

  test('accepting and revoking at once: one of the two happened, and both sides see which', async () => {
    for (let round = 0; round < 10; round++) {
      const owner = app.person(`Olga${round}`);
      const guest = app.person(`Rival${round}`);
      await guest.says('/start');
      await owner.says('/new Acme cabinet');
      await owner.says(`/invite @rival${round} editor`);
      await owner.presses('Revoke');
      app.telegram.control.press(guest.user, guest.last(), 'Accept');
      app.telegram.control.press(owner.user, owner.last(), 'Yes, revoke');
      await app.settled();
      const joined = (await membersNamed(`Rival${round}`)) === 1;
      const seen = readable(guest.last().text ?? '');
      expect(seen).toContain(joined ? 'Welcome to Acme!' : 'was revoked');
      await owner.says('/invites');
      owner.sees(joined ? 'accepted' : 'revoked');
    }
  });

  test('one person presses Accept many times at once: one membership, one word to the inviter', async () => {
    const owner = app.person('Oleg');
    const guest = app.person('Twice');
    await guest.says('/start');
    await owner.says('/new Acme cabinet');
    await owner.says('/invite @twice editor');
    const card = guest.last();
    for (let press = 0; press < 10; press++) app.telegram.control.press(guest.user, card, 'Accept');
    await app.settled();
    expect(await membersNamed('Twice')).toBe(1);
    expect(owner.heard().filter(({ text }) => text?.includes('joined'))).toHaveLength(1);
  });

  test('two managers invite the same person at once: one invitation', async () => {
    const anna = app.person('Ada');
    const boris = app.person('Bobby');
    await boris.says('/start');
    await anna.says('/new Acme agency');
    await anna.says('/invite @bobby admin');
    await boris.presses('Accept');
    app.telegram.control.write(anna.user, '/invite @target client');
    app.telegram.control.write(boris.user, '/invite @target client');
    await app.settled();
    const answers = [anna, boris].map((one) => readable(one.last().text ?? ''));
    expect(answers.filter((text) => text.includes('is already invited'))).toHaveLength(1);
    expect(answers.filter((text) => text.includes('I can’t message'))).toHaveLength(1);
  });
});
