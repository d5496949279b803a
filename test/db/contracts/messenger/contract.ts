import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectText, readable } from '../../../support/person.ts';
import type { Player, Rig } from './rig.ts';

/** Names that people give themselves to break a screen or to seem to be somebody else. */
const HOSTILE_NAMES = [
  '<b>Kim</b>&amp;<a href="tg://user?id=1">x</a>',
  '**Kim** [t](tg://user?id=1) [id1|Pavel] @all',
  '[b]Kim[/b] { $workspace } { -brand }',
  '\u202eecnatsni\u202c \u2067rtl\u2069',
  'x'.repeat(2000),
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(8),
];

/** What every way into a messenger must hold, told once. Opens one rig for all of it. */
export function messengerContract(name: string, open: () => Promise<Rig>): void {
  describe(`the contract of messengers, ${name}`, () => {
    let rig: Rig;
    let number = 0;
    beforeAll(async () => {
      rig = await open();
    });
    afterAll(() => rig?.close());

    const texts = (person: Player): string[] => person.heard().map(({ text }) => readable(text ?? ''));
    const count = async (sql: string, ...values: unknown[]): Promise<number> =>
      (await rig.database.pool.query(sql, values)).rowCount ?? 0;
    const linkShownTo = (person: Player): string =>
      texts(person)
        .flatMap((text) => text.match(/i_[\w-]{24}/g) ?? [])
        .at(-1) ?? 'no link was shown';

    /** A workspace of one's own with somebody else in it. */
    const team = async (role: string, names: readonly [string, string] = ['Anna', 'Boris']) => {
      const workspace = `Acme ${++number}`;
      const [anna, boris] = [rig.person(names[0]), rig.person(names[1])];
      await anna.says(`/new ${workspace} company`);
      await anna.says(`/invite link ${role}`);
      await boris.opens(linkShownTo(anna));
      await boris.presses('Accept');
      return { workspace, anna, boris };
    };

    test('identity: whoever writes is known by name, account and language from then on', async () => {
      const olena = rig.person('Olena Koval', { language: 'uk' });
      await olena.says('/me');
      olena.sees('Olena Koval');
      olena.sees(/[іїєІЇЄ]/);
      const { rows } = await rig.database.pool.query(
        `select p.name, p.language, a.reachable from accounts a join persons p on p.id = a.person_id
          where a.messenger = $1 and a.account_id = $2`,
        [rig.messenger, rig.accountId(olena)],
      );
      expect(rows).toEqual([{ name: 'Olena Koval', language: 'uk', reachable: true }]);
    });

    test('command: one line is enough, and a wrong one says what to do', async () => {
      const anna = rig.person('Anna');
      await anna.says('/new Bakery cabinet');
      anna.sees('Bakery');
      await anna.says('/invite');
      expect(anna.labels().length).toBeGreaterThan(0);
    });

    test('wizard: asks for what is missing, by words and by buttons, and can be left', async () => {
      const anna = rig.person('Anna');
      await anna.says('/new');
      await anna.says('Dairy');
      anna.seesButton('Cabinet');
      await anna.presses('Cabinet');
      anna.sees('Dairy');
      await anna.says('/new');
      await anna.says('/cancel');
      await anna.says('/workspaces');
      expect(texts(anna).at(-1)).toContain('Dairy');
    });

    test('deep link and button: an invitation is opened, explained and accepted once', async () => {
      const { workspace, anna, boris } = await team('manager');
      boris.sees(workspace);
      expectText(texts(anna).join('\n'), 'Boris');
      const members = () =>
        count(
          `select 1 from memberships m join workspaces w on w.id = m.workspace_id where w.name = $1`,
          workspace,
        );
      expect(await members()).toBe(2);
      await boris.opens(linkShownTo(anna));
      expect(await members()).toBe(2);
    });

    test('a press replaces the message it was made on, or is answered by a new one', async () => {
      const { boris } = await team('manager');
      const before = texts(boris);
      await boris.says('/help');
      await boris.presses('Home');
      expect(texts(boris).length - before.length).toBe(rig.edits ? 1 : 2);
      expect(texts(boris).at(-1)).not.toContain('/invite');
    });

    test('a locked button says why, over the chat or in it', async () => {
      const { anna, boris } = await team('administrator', ['Anna', `Bohdan ${number}`]);
      const clara = rig.person(`Clara ${number}`);
      await anna.says('/invite link administrator');
      await clara.opens(linkShownTo(anna));
      await clara.presses('Accept');
      await boris.says(`/member Clara ${number}`);
      await boris.presses('🔒');
      boris.seesToast('You can only change people whose role is below yours');
    });

    test('a long list has pages, and nobody is missing from them', async () => {
      const { workspace, anna } = await team('manager');
      const names = Array.from({ length: 23 }, (_, at) => `Member ${String(at).padStart(2, '0')}`);
      await rig.database.pool.query(
        `with w as (select id from workspaces where name = $1),
              n as materialized (select gen_random_uuid() as person, gen_random_uuid() as member, name from unnest($2::text[]) as n (name)),
              p as (insert into persons (id, name, language, created_at) select person, name, 'en', now() from n),
              m as (insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
                    select member, w.id, person, 'active', lower(name), lower(name), now() from n, w)
         insert into membership_roles (membership_id, workspace_id, role, granted_at)
         select member, w.id, 'designer', now() from n, w`,
        [workspace, names],
      );
      const pages: string[] = [];
      // Where a message holds few buttons, a page is followed by another that holds the rest of them.
      const page = (): string => texts(anna).slice(-2).join('\n');
      await anna.says('/members');
      pages.push(page());
      for (let turn = 0; turn < 5 && anna.labels().some((label) => label.includes('Next')); turn++) {
        await anna.presses('Next');
        pages.push(page());
      }
      expect(pages).toHaveLength(3);
      const listed = new Set(pages.join('\n').match(/Member \d\d/g));
      expect([...listed]).toEqual(names);
    });

    test('hostile names stay names', async () => {
      const { anna } = await team('manager');
      for (const hostile of HOSTILE_NAMES) {
        const guest = rig.person(hostile);
        await anna.says('/invite link manager');
        await guest.opens(linkShownTo(anna));
        await guest.presses('Accept');
        await guest.says('/me');
        expect(texts(guest).at(-1)).toMatch(/Anna|Workspaces|Acme/);
      }
      await anna.says('/members');
      anna.sees(/<b>Kim/);
      anna.seesButton('Home');
    });

    test('blocked: noted and left alone, the rest goes on, and a word from them opens the way again', async () => {
      const { anna, boris } = await team('manager');
      const reachable = `select 1 from accounts where messenger = $1 and account_id = $2 and reachable`;
      await rig.block(boris);
      const heard = boris.heard().length;
      await anna.says('/members Boris');
      await anna.says('/remove Boris');
      await anna.presses('Yes, remove');
      expect(boris.heard()).toHaveLength(heard);
      expect(await count(reachable, rig.messenger, rig.accountId(boris))).toBe(0);
      expect(await count('select 1 from outbox')).toBe(0);
      await rig.unblock(boris);
      await boris.says('/me');
      boris.sees('Boris');
      expect(await count(reachable, rig.messenger, rig.accountId(boris))).toBe(1);
    });

    test('rate limited: what was told to wait is said once, and in order', async () => {
      const anna = rig.person('Anna');
      await anna.says('/me');
      rig.busy(anna);
      const before = anna.heard().length;
      await anna.says('/new Waiting cabinet');
      await anna.says('/workspaces');
      await rig.waitedOut();
      const said = texts(anna).slice(before);
      expect(said).toHaveLength(2);
      expect(said[0]).not.toBe(said[1]);
      expect(said.every((text) => text.includes('Waiting'))).toBe(true);
    });

    test('redelivered: one effect, one answer', async () => {
      const anna = rig.person('Anna');
      await anna.says('/me');
      const before = anna.heard().length;
      const name = `Once ${randomUUID().slice(0, 8)}`;
      const statuses = await rig.saysOften(anna, `/new ${name} cabinet`, 20);
      expect(new Set(statuses)).toEqual(new Set([200]));
      await rig.settled();
      expect(anna.heard()).toHaveLength(before + 1);
      expect(await count('select 1 from workspaces where name = $1', name)).toBe(1);
    });

    test('two processes: a dialogue goes from one to the other, and a repeated update has one effect', async () => {
      await rig.startSecond();
      const anna = rig.person('Anna');
      for (const name of ['East', 'West']) {
        await anna.says('/new');
        await anna.says(name);
        await anna.presses('Cabinet');
        anna.sees(name);
      }
      const name = `Twice ${randomUUID().slice(0, 8)}`;
      const before = anna.heard().length;
      await rig.saysOften(anna, `/new ${name} cabinet`, 20);
      await rig.settled();
      expect(anna.heard()).toHaveLength(before + 1);
      expect(await count('select 1 from workspaces where name = $1', name)).toBe(1);
    });
  });
}
