import { describe, expect, test } from 'vitest';
import type { CompiledScheme } from '../../../../src/access/compile.ts';
import { decide } from '../../../../src/access/decide.ts';
import { schemeFaults } from '../../../../src/access/scheme-faults.ts';
import { capabilities } from '../../../../src/access/search.ts';
import type { Subject, Target } from '../../../../src/access/subject.ts';
import type { Right } from '../../../../src/access/vocabulary.ts';
import { member, now, shopChannel, stranger } from '../people.ts';
import { baseline, everyRight } from '../role-table.ts';

/** One column of a scheme's table. */
export interface Column {
  readonly role: string;
  /** Somebody who holds just this role, the way the scheme has it held. */
  readonly holder: Subject;
  /** Where the table's cells are asked. */
  readonly at: Target;
  readonly rights: ReadonlySet<string>;
  /** What the holder can do besides, through a role that this one requires. */
  readonly besides?: ReadonlySet<string>;
  /** Rights that the role gives on its holder's own; the cells ask about somebody else's. */
  readonly onOwn?: readonly string[];
  readonly withBaseline: boolean;
}

/** Asks every cell of a scheme's table, granted or denied, and what holds in every scheme. */
export function schemeContract(scheme: CompiledScheme, columns: readonly Column[]): void {
  describe('every cell of the table', () => {
    const cells = columns.flatMap((column) =>
      everyRight.map((right) => {
        const granted = helps(column, right) || (column.besides?.has(right) ?? false);
        return { ...column, right: right as Right, granted, verb: granted ? 'may' : 'may not' };
      }),
    );

    test.each(cells)('$role $verb $right', ({ holder, right, at, granted }) => {
      expect(decide(scheme, holder, right, at, now).allow).toBe(granted);
    });
  });

  test('has the roles of the table, in its order, and no others', () => {
    expect(scheme.roles.map(({ key }) => key)).toEqual(columns.map(({ role }) => role));
  });

  test('a denial names exactly the roles whose column has the cell', () => {
    for (const right of everyRight as readonly Right[]) {
      const helping = columns.filter((column) => helps(column, right) || column.onOwn?.includes(right));
      expect(decide(scheme, stranger('nobody'), right, shopChannel, now)).toEqual({
        allow: false,
        rule: 'not_member',
        roles: helping.map(({ role }) => role),
      });
    }
  });

  test('a suspended holder and a stranger can do nothing at all', () => {
    for (const { holder, at } of columns) {
      expect(capabilities(scheme, { ...holder, state: 'suspended' }, at, now)).toEqual(new Set());
      expect(capabilities(scheme, { ...holder, state: 'none' }, at, now)).toEqual(new Set());
      expect(decide(scheme, { ...holder, state: 'suspended' }, 'workspace.view', at, now)).toMatchObject({
        rule: 'suspended',
      });
    }
  });

  test('a role from another scheme gives nothing but membership', () => {
    expect(capabilities(scheme, member('ann', ['role_of_another_scheme']), shopChannel, now)).toEqual(
      new Set(baseline),
    );
  });

  test('is sound, and plain data that survives JSON', () => {
    expect(schemeFaults(scheme.declaration)).toEqual([]);
    expect(JSON.parse(JSON.stringify(scheme.declaration))).toEqual(scheme.declaration);
  });
}

function helps({ rights, withBaseline }: Column, right: string): boolean {
  return rights.has(right) || (withBaseline && baseline.includes(right));
}
