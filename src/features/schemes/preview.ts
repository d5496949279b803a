import type { CompiledScheme } from '../../access/compile.ts';
import { memberBaseline } from '../../access/define-scheme.ts';
import { diff, type RightsDiff, type RoleRight, rightsOf } from '../../access/diff.ts';
import { rightsIn } from '../../access/rights-table.ts';
import { includesAll, noRoles, union } from '../../access/role-set.ts';
import type { Right } from '../../access/vocabulary.ts';
import type { RoleGroup, SchemeInForce } from './queries.ts';

/** One role before and after. */
interface RolePreview extends RightsDiff {
  /** Its key in force; null for a role that is added. */
  readonly from: string | null;
  /** Its key then; null for a role that goes. */
  readonly to: string | null;
  readonly holders: number;
  readonly invited: number;
}

/** People with the same roles, and what becomes of them. */
interface PeoplePreview extends RightsDiff, Pick<RoleGroup, 'members' | 'names'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a change of the scheme would mean, for the screen that asks for a yes. */
export interface SchemePreview {
  /** Roles that change, come or go; in rank order, added ones last. */
  readonly roles: readonly RolePreview[];
  /** Who gains or loses rights, the largest group first. */
  readonly people: readonly PeoplePreview[];
  readonly gaining: number;
  readonly losing: number;
}

/** Compares two schemes for those who hold roles; both sides by the core's own evaluator. Rights count where held. */
export function previewOf(
  before: CompiledScheme,
  after: CompiledScheme,
  moves: Readonly<Record<string, string>>,
  found: SchemeInForce,
): SchemePreview {
  const keyAfter = (key: string): string | null => after.roleByKey.get(moves[key] ?? key)?.key ?? null;
  const stayed = before.roles.map((role): RolePreview => {
    const to = keyAfter(role.key);
    return {
      from: role.key,
      to,
      holders: found.holders[role.key] ?? 0,
      invited: found.invited[role.key] ?? 0,
      ...diff(rightsOf(before, [role.key]), to === null ? [] : rightsOf(after, [to])),
    };
  });
  const added = after.roles
    .filter(({ key }) => !stayed.some(({ to }) => to === key))
    .map(({ key }): RolePreview => {
      return { from: null, to: key, holders: 0, invited: 0, gained: rightsOf(after, [key]), lost: [] };
    });
  const people = found.groups
    .map((group): PeoplePreview => {
      const roles = rolesAfter(after, group.roles, keyAfter);
      const { gained, lost } = diff(rightsOfHolders(before, group.roles), rightsOfHolders(after, roles));
      return { before: group.roles, after: roles, members: group.members, names: group.names, gained, lost };
    })
    .filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
  const sum = (some: readonly PeoplePreview[]) => some.reduce((total, { members }) => total + members, 0);
  return {
    roles: [...stayed, ...added].filter(
      ({ from, to, gained, lost }) => from !== to || gained.length > 0 || lost.length > 0,
    ),
    people,
    gaining: sum(people.filter(({ gained }) => gained.length > 0)),
    losing: sum(people.filter(({ lost }) => lost.length > 0)),
  };
}

function rolesAfter(
  after: CompiledScheme,
  roles: readonly string[],
  keyAfter: (key: string) => string | null,
): readonly string[] {
  const then = new Set(roles.map(keyAfter));
  const ranked = after.roles.filter(({ key }) => then.has(key)).map(({ key }) => key);
  return after.declaration.rolesPerMember === 'one' ? ranked.slice(0, 1) : ranked;
}

/** What people with these roles can do: a role that requires one they lack sleeps, and what every member has stays. */
export function rightsOfHolders(scheme: CompiledScheme, roles: readonly string[]): readonly RoleRight[] {
  const known = roles.flatMap((key) => scheme.roleByKey.get(key) ?? []);
  const held = known.reduce((set, role) => union(set, role.set), noRoles);
  const awake = known.flatMap(({ key, requires }) => (includesAll(held, requires) ? [key] : []));
  if (awake.length > 0 || known.length === 0) return rightsOf(scheme, awake);
  return rightsOf(scheme, roles).filter(({ right }) => baseline.has(right));
}

const baseline: ReadonlySet<Right> = new Set(rightsIn(memberBaseline));
