import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withRoomFor } from '../../../src/access/directory/columns.ts';
import { createHoldings, endOfChain } from '../../../src/access/directory/holdings.ts';
import {
  createIds,
  firstOfTags,
  ID_WORDS,
  pairOfTags,
  secondOfTags,
  tagOf,
} from '../../../src/access/directory/ids.ts';
import { createKeyedEntries, noEntry } from '../../../src/access/directory/keyed-entries.ts';
import { createMemberships } from '../../../src/access/directory/memberships.ts';
import { createPlaces, noThing } from '../../../src/access/directory/places.ts';
import { createRegister } from '../../../src/access/directory/register.ts';
import { createStandings, STANDING } from '../../../src/access/directory/standings.ts';
import { presets } from '../../../src/access/presets.ts';
import { noRoles, roleOfRank, union } from '../../../src/access/role-set.ts';
import { rolesInForce, rolesNamed } from '../../../src/access/roles-in-force.ts';
import { type Grant, type Subject, type Target, workspaceWide } from '../../../src/access/subject.ts';
import { bankBot, forGood, member, now, on, retail, shopBot, tomorrow, untilThen } from './people.ts';

const time = now.getTime();
const [first, second] = [roleOfRank(0), roleOfRank(1)];

describe('rows', () => {
  test('stay where they are while there is room, and are copied when there is none', () => {
    const rows = new Int32Array([1, 2, 3, 4]);
    expect(withRoomFor(1, 2, rows)).toBe(rows);
    const larger = withRoomFor(2, 2, rows);
    expect([...larger.slice(0, 6)]).toEqual([1, 2, 3, 4, -1, -1]);
    expect(larger.length).toBeGreaterThanOrEqual(6);
    expect(larger.length).toBeLessThan(200);
    expect(withRoomFor(1_000, 1, new Int32Array(1_000)).length).toBeGreaterThanOrEqual(1_500);
  });
});

const uuid = '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

describe('ids as numbers', () => {
  const anyText = fc.oneof(
    fc.uuid(),
    fc.string(),
    fc.constantFrom('__proto__', '', uuid, uuid.toUpperCase(), uuid.replaceAll('-', '+'), `${uuid} `),
    // All but a UUID: one letter is another.
    fc.tuple(fc.nat(35), fc.constantFrom('g', 'A', '-', '\u0130', '0')).map(([place, letter]) => {
      return uuid.slice(0, place) + letter + uuid.slice(place + 1);
    }),
  );

  test('are the same for the same text and for no other', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        const ids = createIds();
        const numbersOf = (id: string): string => {
          const key = new Int32Array(ID_WORDS + 2).fill(7);
          ids.take(id, key, 1);
          expect([key[0], key[ID_WORDS + 1]]).toEqual([7, 7]);
          const read = new Int32Array(ID_WORDS + 2).fill(7);
          expect(ids.read(id, read, 1)).toBe(true);
          expect(read).toEqual(key);
          return key.join();
        };
        const known = new Map(texts.map((text) => [text, numbersOf(text)]));
        expect(new Set(known.values()).size).toBe(known.size);
        for (const [text, numbers] of known) expect(numbersOf(text)).toBe(numbers);
      }),
      { numRuns: 300 },
    );
  });

  test('are known of a UUID before anybody mentions it, and of a name only while it is mentioned', () => {
    const ids = createIds();
    const key = new Int32Array(ID_WORDS);
    expect([uuid, uuid.toUpperCase(), 'ann'].map((id) => ids.read(id, key, 0))).toEqual([true, false, false]);
    for (let mention = 0; mention < 2; mention++) ids.take('ann', key, 0);
    ids.release(key, 0);
    expect(ids.read('ann', key, 0)).toBe(true);
    ids.release(key, 0);
    expect(ids.read('ann', key, 0)).toBe(false);
    ids.take('bob', key, 0);
    const bob = [...key];
    ids.take(uuid, key, 0);
    expect([...key]).toEqual([0x0190a1b2, 0xc3d47e5f | 0, 0x8a6b7c8d | 0, 0x9e0f1a2b | 0]);
    ids.release(key, 0);
    ids.take('bob', key, 0);
    expect([...key]).toEqual(bob);
  });

  test('only a text with every hyphen and digit where it belongs is a UUID, and known unmentioned', () => {
    const ids = createIds();
    const key = new Int32Array(ID_WORDS);
    for (const place of uuid.split('').keys()) {
      for (const letter of ['g', 'A', '+']) {
        expect(ids.read(uuid.slice(0, place) + letter + uuid.slice(place + 1), key, 0)).toBe(false);
      }
    }
  });

  test('a UUID that is no longer mentioned takes no name with it, whatever its numbers', () => {
    const ids = createIds();
    const key = new Int32Array(ID_WORDS);
    ids.take('ann', key, 0);
    ids.take(`00000000${uuid.slice(8)}`, key, 0);
    ids.release(key, 0);
    expect(ids.read('ann', key, 0)).toBe(true);
  });

  test('tags are the same for the same text, short ones too, and two fit one number', () => {
    expect(tagOf(uuid)).toBe(0x1a2b);
    for (const text of ['', 'shop', 'shop-one-and-two']) expect(tagOf(text)).toBe(tagOf(`${text}`));
    for (const [first, second] of [
      [0, 0xffff],
      [0xffff, 0],
      [tagOf(uuid), tagOf('shop')],
    ] as const) {
      const pair = pairOfTags(first, second);
      expect([firstOfTags(pair), secondOfTags(pair)]).toEqual([first, second]);
    }
  });
});

describe('entries by key', () => {
  test('are found whatever came and went, and keep their other numbers', () => {
    // Few values, so that keys repeat and are alike in part.
    const anyKey = fc.tuple(fc.constantFrom(0, 1, -1, 2 ** 31 - 1), fc.integer({ min: 0, max: 40 }));
    const step = fc.record({ key: anyKey, leaves: fc.constantFrom(false, false, true) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), fc.constantFrom(0, 3, 100), (steps, expected) => {
        const table = createKeyedEntries(2, 4, expected);
        const numbersOf = (entry: number) => [...table.numbers().subarray(entry, entry + 4)];
        const known = new Map<string, { key: Int32Array; numbers: readonly number[] }>();
        for (const [value, { key: words, leaves }] of steps.entries()) {
          const key = Int32Array.from(words);
          const before = known.get(key.join());
          const entry = table.find(key);
          if (before === undefined) expect(entry).toBe(noEntry);
          else expect(numbersOf(entry)).toEqual(before.numbers);
          if (before === undefined && !leaves) {
            const added = table.add(key, value);
            expect(numbersOf(added)).toEqual([...key, value, -1]);
            table.numbers()[added + 3] = ~value;
            known.set(key.join(), { key, numbers: [...key, value, ~value] });
          }
          if (before !== undefined && leaves) {
            table.remove(entry);
            expect(table.find(key)).toBe(noEntry);
            known.delete(key.join());
          }
        }
        expect(table.size()).toBe(known.size);
        for (const { key, numbers } of known.values()) expect(numbersOf(table.find(key))).toEqual(numbers);
      }),
      { numRuns: 200 },
    );
  });

  test('are told apart though their keys have one hash, also when one of them leaves', () => {
    const table = createKeyedEntries(2, 3);
    const alike = [0, 1, 2, 3].map((n) => Int32Array.of(n, 5 ^ Math.imul(n, 0x9e3779b1)));
    for (const [value, key] of alike.entries()) {
      expect(table.find(key)).toBe(noEntry);
      table.add(key, value);
    }
    const [first, second, ...others] = alike;
    if (first === undefined || second === undefined) throw new Error('four were made');
    table.remove(table.find(first));
    table.remove(table.find(second));
    expect([first, second].map((key) => table.find(key))).toEqual([noEntry, noEntry]);
    expect(others.map((key) => table.numbers()[table.find(key) + 2])).toEqual([2, 3]);
  });

  test('leave nothing behind: however many come and go, a search for another ends', () => {
    const table = createKeyedEntries(1, 2);
    const room = table.numbers().length;
    for (let n = 0; n < 200; n++) {
      const entry = table.add(Int32Array.of(n), 0);
      expect(table.find(Int32Array.of(-2))).toBe(noEntry);
      table.remove(entry);
    }
    expect(table.size()).toBe(0);
    expect(table.numbers().length).toBe(room);
  });

  test('have the room that was asked for, and more as they come, a quarter of it free', () => {
    const table = createKeyedEntries(1, 2, 300);
    const room = table.numbers();
    for (let n = 0; n < 300; n++) table.add(Int32Array.of(n), n);
    expect(table.numbers()).toBe(room);
    for (let n = 300; n < 3_000; n++) {
      table.add(Int32Array.of(n), n);
      const slots = table.numbers().length / 2;
      expect(slots * 3).toBeGreaterThanOrEqual((n + 1) * 4);
      expect(slots).toBeLessThan((n + 100) * 4);
    }
    for (let n = 0; n < 3_000; n++) expect(table.numbers()[table.find(Int32Array.of(n)) + 1]).toBe(n);
  });
});

describe('a register', () => {
  test('gives a key one number while anybody mentions it, and the number to another afterwards', () => {
    const register = createRegister<string>();
    expect([register.take('a'), register.take('b'), register.take('a')]).toEqual([0, 1, 0]);
    expect([register.numberOf('b'), register.numberOf('c')]).toEqual([1, undefined]);
    expect(register.keys).toEqual(['a', 'b']);
    register.release(0);
    expect(register.keys).toEqual(['a', 'b']);
    register.release(0);
    expect(register.keys).toEqual([undefined, 'b']);
    expect(register.numberOf('a')).toBeUndefined();
    register.release(0);
    expect(register.take('c')).toBe(0);
    expect(register.take('a')).toBe(2);
    expect(register.keys).toEqual(['c', 'b', 'a']);
  });
});

describe('holdings', () => {
  const bot = (id: string) => ({ kind: 'bot', id }) as const;
  const empty = () => {
    const places = createPlaces(createIds());
    const [one, other] = [places.thing(bot('one')), places.thing(bot('other'))];
    return { holdings: createHoldings(places), one, other };
  };

  test('are found by either thing, and only while they live', () => {
    const { holdings, one, other } = empty();
    const chain = holdings.add(
      holdings.add(endOfChain, bot('one'), first, null),
      bot('other'),
      second,
      tomorrow,
    );
    expect(holdings.rolesOn(chain, one, -1, time)).toBe(first);
    expect(holdings.rolesOn(chain, -1, other, time)).toBe(second);
    expect(holdings.rolesOn(chain, one, other, time)).toBe(union(first, second));
    expect(holdings.rolesOn(chain, one, other, tomorrow.getTime())).toBe(first);
    expect(holdings.rolesOn(endOfChain, one, other, time)).toBe(noRoles);
  });

  test('on one thing for good are one link, those that end are their own', () => {
    const { holdings, one } = empty();
    const chain = holdings.add(endOfChain, bot('one'), first, null);
    expect(holdings.add(chain, bot('one'), second, null)).toBe(chain);
    expect(holdings.rolesOn(chain, one, -1, time)).toBe(union(first, second));
    const longer = holdings.add(endOfChain, bot('one'), first, tomorrow);
    const both = holdings.add(longer, bot('one'), second, null);
    expect(both).not.toBe(longer);
    expect(holdings.rolesOn(both, one, -1, tomorrow.getTime())).toBe(second);
  });

  test('for a time end, though roles are held on the same thing for good', () => {
    const { holdings, one, other } = empty();
    const good = holdings.add(holdings.add(endOfChain, bot('other'), first, null), bot('one'), first, null);
    const chain = holdings.add(good, bot('one'), second, tomorrow);
    expect(holdings.rolesOn(chain, one, -1, time)).toBe(union(first, second));
    expect(holdings.rolesOn(chain, one, -1, tomorrow.getTime())).toBe(first);
    expect(holdings.add(chain, bot('one'), second, null)).toBe(chain);
    expect(holdings.rolesOn(chain, one, -1, tomorrow.getTime())).toBe(union(first, second));
    expect(holdings.rolesOn(chain, other, -1, time)).toBe(first);
  });

  test('that are dropped make room for others, ends forgotten', () => {
    const { holdings } = empty();
    const chain = holdings.add(
      holdings.add(endOfChain, bot('one'), first, tomorrow),
      bot('other'),
      second,
      tomorrow,
    );
    expect(chain).toBe(1);
    holdings.drop(chain);
    const again = ['one', 'other', 'third'].map((id) => holdings.add(endOfChain, bot(id), first, null));
    expect([...again].sort()).toEqual([0, 1, 2]);
    for (const [place, link] of again.entries()) {
      const target = { path: [bot(['one', 'other', 'third'][place] ?? '')] };
      expect(holdings.rolesOnTarget(link, target, tomorrow.getTime())).toBe(first);
      expect(holdings.rolesOnTarget(link, { path: [bot('fourth')] }, time)).toBe(noRoles);
    }
  });
});

describe('memberships', () => {
  const standing = Int32Array.from({ length: STANDING }, (_, place) => place + 1);
  const kept = (numbers: Int32Array, at: number) => [...numbers.subarray(at, at + STANDING)];
  const unwritten = Array.from(standing, () => -1);

  test('are one entry and one row each, whose number goes to another only when they are closed', () => {
    const members = createMemberships(createIds(), 0);
    const open = (workspace: string, person: string) => {
      const entry = members.open(workspace, person);
      return { entry, member: members.memberOf(entry) };
    };
    const ann = open('acme', 'ann');
    expect(kept(members.entries(), members.standingIn(ann.entry))).toEqual(unwritten);
    members.keep(ann.entry, standing);
    expect(kept(members.entries(), members.standingIn(ann.entry))).toEqual([...standing]);
    expect(kept(members.rows(), members.standingOf(ann.member))).toEqual([...standing]);
    const bob = open('zeta', 'bob');
    expect(bob.member).not.toBe(ann.member);
    expect(kept(members.rows(), members.standingOf(bob.member))).toEqual(unwritten);
    expect(open('zeta', 'bob')).toEqual(bob);
    expect(members.size()).toBe(2);

    members.close(members.find('acme', 'ann'));
    expect(kept(members.rows(), members.standingOf(ann.member))).toEqual(unwritten);
    expect(members.find('acme', 'ann')).toBe(noEntry);
    expect(members.memberOf(members.find('zeta', 'bob'))).toBe(bob.member);
    expect(open('acme', 'cid').member).toBe(ann.member);
    expect(members.find('acme', 'bob')).toBe(noEntry);
  });

  test('that are closed take only those names with them whom nobody else mentions', () => {
    const ids = createIds();
    const members = createMemberships(ids, 3);
    const key = new Int32Array(ID_WORDS);
    const isMentioned = (id: string) => ids.read(id, key, 0);
    members.open('acme', 'ann');
    // Put again: no mention more.
    members.open('acme', 'ann');
    members.open('acme', 'bob');
    members.close(members.find('acme', 'ann'));
    expect(['acme', 'ann', 'bob'].map(isMentioned)).toEqual([true, false, true]);
    members.close(members.find('acme', 'bob'));
    expect(['acme', 'ann', 'bob'].map(isMentioned)).toEqual([false, false, false]);
  });
});

describe('standings', () => {
  const scheme = presets.bot_access;
  const bot = (id: string): Target => ({ path: [{ kind: 'bot', id }] });
  const start = () => {
    const places = createPlaces(createIds());
    const standings = createStandings(places);
    const written = (subject: Subject, of = scheme): number[] => {
      const numbers = new Int32Array(STANDING).fill(7);
      standings.write(of, subject, numbers);
      return [...numbers];
    };
    return { places, standings, written };
  };
  const holding = (...grants: readonly (readonly Grant[])[]) => member('ann', [], grants.flat());

  test('of who holds roles for good on two things at most say all in themselves', () => {
    const { places, written } = start();
    const [a, b] = ['bot-00a1', 'bot-00b2'].map((id) => ({ id, number: places.thing({ kind: 'bot', id }) }));
    if (a === undefined || b === undefined) throw new Error('two were made');
    for (const roles of [['developer'], ['developer', 'approver'], ['insights']]) {
      const first = on(bot(a.id), roles);
      const second = on(bot(b.id), ['inbox_agent']);
      for (const subject of [
        holding(),
        holding(first),
        holding(first, second),
        holding(second, first),
        holding(first, second, on(bot(a.id), ['insights'])),
        holding(second, first, on(bot(b.id), ['insights'])),
        { ...holding(first, second), roles: forGood('super_admin') },
      ]) {
        const inForce = (target: Target) => rolesInForce(scheme, subject, target, time);
        const ids = [...new Set(subject.grants.map(({ thing }) => thing.id))];
        const [one, other] = ids.map((id) => ({
          number: id === a.id ? a.number : b.number,
          roles: inForce(bot(id)),
          tag: tagOf(id),
        }));
        expect(written(subject)).toEqual([
          inForce(workspaceWide),
          0,
          one?.number ?? 0,
          one?.roles ?? noRoles,
          other?.number ?? 0,
          other?.roles ?? noRoles,
          pairOfTags(one?.tag ?? 0, other?.tag ?? 0),
        ]);
      }
    }
  });

  test('of everybody else lead to lists, which others have once they are dropped', () => {
    const { standings, written } = start();
    const top = forGood('super_admin');
    const agent = ['inbox_agent'];
    const more: readonly Subject[] = [
      holding(on(bot('shop'), agent), on(bot('bank'), agent), on(retail, agent)),
      holding(on(bot('shop'), agent, tomorrow)),
      { ...holding(), roles: [...top, ...untilThen(tomorrow, 'super_admin', 'super_admin')] },
      { ...holding(on(bot('shop'), agent)), roles: [...untilThen(tomorrow, 'super_admin'), ...top] },
    ];
    const lists = more.map((subject) => {
      const numbers = written(subject);
      const forever = { ...subject, roles: subject.roles.filter(({ until }) => until === null), grants: [] };
      const named = rolesNamed(scheme, forever.roles, time);
      expect(numbers.slice(0, 4)).toEqual([rolesInForce(scheme, forever, workspaceWide, time), 0, -2, named]);
      return numbers.slice(4, 6);
    });
    expect(lists).toEqual([
      [2, -1],
      [3, -1],
      [-1, 1],
      [4, 2],
    ]);
    for (const [place, subject] of more.entries()) {
      const [grants = 0, timed = 0] = lists[place] ?? [];
      standings.drop(Int32Array.of(9, 0, 0, -2, 0, grants, timed, 0), 1);
      expect(written(subject).slice(4, 6)).toEqual(lists[place]);
    }
  });

  test('free the number of their scheme when the last of it is dropped', () => {
    const { standings, written } = start();
    const first = Int32Array.from(written(holding()));
    const second = Int32Array.from(written(member('bob', ['designer']), presets.company));
    expect([first[1], second[1]]).toEqual([0, 1]);
    standings.drop(new Int32Array(STANDING).fill(-1), 0);
    expect(written(holding(), presets.agency)[1]).toBe(2);
    standings.drop(second, 0);
    expect(written(holding(), presets.platform)[1]).toBe(1);
    standings.drop(first, 0);
    expect(written(holding(), presets.company)[1]).toBe(0);
  });
});

describe('places', () => {
  test('are one a pair of bot and project, whatever came first', () => {
    const places = createPlaces(createIds());
    const numbers = [workspaceWide, retail, shopBot, bankBot].map((target) => places.place(target));
    expect(new Set(numbers).size).toBe(4);
    expect([workspaceWide, retail, shopBot, bankBot].map((target) => places.place(target))).toEqual(numbers);
    const [wide = -1, project = -1, bot = -1] = numbers;
    expect([places.botAt(wide), places.projectAt(wide)]).toEqual([0, 0]);
    const retailNumber = places.thing({ kind: 'project', id: 'retail' });
    expect([places.botAt(project), places.projectAt(project)]).toEqual([0, retailNumber]);
    const shopNumber = places.thing({ kind: 'bot', id: 'shop' });
    expect([places.botAt(bot), places.projectAt(bot)]).toEqual([shopNumber, retailNumber]);
    expect(shopNumber).not.toBe(retailNumber);
    expect([places.botAt(1_000), places.projectAt(-1)]).toEqual([-1, -1]);
    expect([shopNumber % 2, retailNumber % 2]).toEqual([0, 1]);
    expect(places.isThing(noThing, 'bot', 'nobody mentioned it')).toBe(false);
  });

  test('know a thing by its kind and its whole id', () => {
    const places = createPlaces(createIds());
    const alike = `1${uuid.slice(1)}`;
    const things = [
      ...[uuid, alike, 'shop'].map((id) => ({ kind: 'bot', id }) as const),
      ...['shop', uuid].map((id) => ({ kind: 'project', id }) as const),
    ];
    const numbers = things.map((thing) => places.thing(thing));
    expect(new Set(numbers).size).toBe(things.length);
    for (const [place, number] of numbers.entries()) {
      const found = things.filter(({ kind, id }) => places.isThing(number, kind, id));
      expect(found).toEqual([things[place]]);
      expect(places.isThing(number, 'bot', 'nobody mentioned it')).toBe(false);
    }
  });
});
