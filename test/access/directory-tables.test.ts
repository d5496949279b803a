import { describe, expect, test } from 'vitest';
import { withRoomFor } from '../../src/access/directory/columns.ts';
import { createHoldings, endOfChain } from '../../src/access/directory/holdings.ts';
import { createPlaces } from '../../src/access/directory/places.ts';
import { createRegister } from '../../src/access/directory/register.ts';
import { noRoles, roleOfRank, union } from '../../src/access/role-set.ts';
import { workspaceWide } from '../../src/access/subject.ts';
import { bankBot, now, retail, shopBot, tomorrow } from './people.ts';

const time = now.getTime();
const [first, second] = [roleOfRank(0), roleOfRank(1)];

describe('rows', () => {
  test('stay where they are while there is room, and are copied when there is none', () => {
    const rows = new Int32Array([1, 2, 3, 4]);
    expect(withRoomFor(1, 2, rows)).toBe(rows);
    const larger = withRoomFor(2, 2, rows);
    expect([...larger.slice(0, 4)]).toEqual([1, 2, 3, 4]);
    expect(larger.length).toBeGreaterThanOrEqual(6);
    expect(larger.length).toBeLessThan(200);
    expect(withRoomFor(1_000, 1, new Int32Array(1_000)).length).toBeGreaterThanOrEqual(1_250);
  });
});

describe('a register', () => {
  test('gives a key one number while anybody mentions it, and the number to another afterwards', () => {
    const register = createRegister<string>();
    expect([register.take('a'), register.take('b'), register.take('a')]).toEqual([0, 1, 0]);
    expect(register.keys).toEqual(['a', 'b']);
    register.release(0);
    expect(register.keys).toEqual(['a', 'b']);
    register.release(0);
    expect(register.keys).toEqual([undefined, 'b']);
    register.release(0);
    expect(register.take('c')).toBe(0);
    expect(register.take('a')).toBe(2);
    expect(register.keys).toEqual(['c', 'b', 'a']);
  });
});

describe('holdings', () => {
  test('are found by either thing, and only while they live', () => {
    const holdings = createHoldings();
    const chain = holdings.add(holdings.add(endOfChain, 5, first, null), 6, second, tomorrow);
    expect(holdings.rolesOn(chain, 5, 0, time)).toBe(first);
    expect(holdings.rolesOn(chain, 0, 6, time)).toBe(second);
    expect(holdings.rolesOn(chain, 5, 6, time)).toBe(union(first, second));
    expect(holdings.rolesOn(chain, 5, 6, tomorrow.getTime())).toBe(first);
    expect(holdings.rolesOn(endOfChain, 5, 6, time)).toBe(noRoles);
  });

  test('that are dropped make room for others, ends forgotten', () => {
    const holdings = createHoldings();
    const chain = holdings.add(holdings.add(endOfChain, 5, first, tomorrow), 6, second, tomorrow);
    expect(chain).toBe(1);
    holdings.drop(chain);
    const again = [1, 2, 3].map((thing) => holdings.add(endOfChain, thing, first, null));
    expect([...again].sort()).toEqual([0, 1, 2]);
    for (const [place, link] of again.entries()) {
      expect(holdings.rolesOn(link, place + 1, 0, tomorrow.getTime())).toBe(first);
    }
  });
});

describe('places', () => {
  test('are one a pair of bot and project, whatever came first', () => {
    const places = createPlaces();
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
    expect(places.things.known[shopNumber]).toEqual({ kind: 'bot', id: 'shop' });
  });
});
