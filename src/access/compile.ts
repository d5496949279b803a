import { type Allowed, type Denied, decisionsOf } from './decision.ts';
import {
  type Condition,
  memberBaseline,
  type RightsTable,
  type RoleDeclaration,
  type RoleReach,
  type SchemeDeclaration,
} from './define-scheme.ts';
import { requirementsOf } from './requirements.ts';
import { rightsIn } from './rights-table.ts';
import {
  allRoles,
  baselineRole,
  noRoles,
  overlaps,
  type RoleSet,
  roleOfRank,
  union,
  without,
} from './role-set.ts';
import type { DecisionRule } from './rules.ts';
import { schemeFaults } from './scheme-faults.ts';
import { type Right, rightsWith } from './vocabulary.ts';

/** A role as the compiled scheme knows it. */
export interface CompiledRole {
  readonly key: string;
  /** Place in the scheme, 0 is the broadest. */
  readonly rank: number;
  /** The set of just this role. */
  readonly set: RoleSet;
  readonly reach: RoleReach;
  /** Every role this one cannot be without, also through others. */
  readonly requires: RoleSet;
  readonly maxHolders: number | null;
  readonly withoutBaseline: boolean;
}

/**
 * A scheme made ready to answer. Each right has a row, and the row says which roles allow it: a
 * question is then "do the roles in force and the roles of this row overlap?".
 */
export interface CompiledScheme {
  readonly declaration: SchemeDeclaration;
  /** In rank order. */
  readonly roles: readonly CompiledRole[];
  readonly roleByKey: ReadonlyMap<string, CompiledRole>;
  readonly ownerRole: CompiledRole;
  /** Every right there is in the scheme; each has the row of its place here. */
  readonly rights: readonly Right[];
  readonly rowOf: ReadonlyMap<Right, number>;
  /** By row: roles that allow the right anywhere they reach. */
  readonly allowing: Uint32Array;
  /** By row: roles that allow the right only on what is their holder's own. */
  readonly allowingOwn: Uint32Array;
  /** For each condition, by row: roles that allow the right where it holds. */
  readonly conditional: readonly { readonly where: Condition; readonly rows: Uint32Array }[];
  /** By row: whether the scheme forbids the right to everybody. */
  readonly forbidden: readonly boolean[];
  /** Roles that, named on the membership, reach the whole workspace. */
  readonly reachingWorkspace: RoleSet;
  /** Roles that a grant gives. */
  readonly grantable: RoleSet;
  /** Roles whose grants count only while the membership names the role too. */
  readonly grantedOnlyIfNamed: RoleSet;
  /** Roles that require others. */
  readonly requiring: readonly CompiledRole[];
  /** Roles that take the baseline from those who hold nothing better. */
  readonly withoutBaseline: RoleSet;
  /** By rank: the one answer for "this role allows it, held on the membership", and so on. */
  readonly allowedByMembership: readonly Allowed[];
  readonly allowedByGrant: readonly Allowed[];
  /** By rule, then by row: the one answer for this refusal of this right. */
  readonly denied: ReadonlyMap<DecisionRule, readonly Denied[]>;
}

/**
 * Compiles a declared scheme. Done once a scheme; afterwards a decision allocates nothing.
 *
 * @throws TypeError naming every fault, when the declaration contradicts itself (possible only where
 *   it came from outside and was not checked by {@link schemeFaults} first)
 */
export function compile(declaration: SchemeDeclaration): CompiledScheme {
  const faults = schemeFaults(declaration);
  const roles = declaration.roles.map((role, rank) => compileRole(declaration, role, rank));
  // Standing first is what an owner role without faults does.
  const [ownerRole] = roles;
  if (faults.length > 0 || ownerRole === undefined) {
    throw new TypeError(
      `Scheme ${declaration.key}: ${faults.map((f) => `${f.code} (${f.about})`).join(', ')}`,
    );
  }

  const rights = rightsWith(declaration.vocabulary);
  const rowOf = new Map(rights.map((right, row) => [right, row]));
  const never = new Set(rightsIn(declaration.never ?? {}, declaration.vocabulary));
  const allowing = new Uint32Array(rights.length);
  const allowingOwn = new Uint32Array(rights.length);
  const conditional = new Map<string, { readonly where: Condition; readonly rows: Uint32Array }>();
  const allow = (rows: Uint32Array, table: 'everything' | RightsTable, role: RoleSet) => {
    const named = new Set(rightsIn(table, declaration.vocabulary));
    for (const [right, row] of rowOf) {
      if (named.has(right) && !never.has(right)) rows[row] = union(rows[row] ?? noRoles, role);
    }
  };
  declaration.roles.forEach((role, rank) => {
    allow(allowing, role.can, roleOfRank(rank));
    allow(allowingOwn, role.canOnOwn ?? {}, roleOfRank(rank));
    for (const { where, can } of role.canWhere ?? []) {
      const key = JSON.stringify(where);
      const found = conditional.get(key) ?? { where, rows: new Uint32Array(rights.length) };
      conditional.set(key, found);
      allow(found.rows, can, roleOfRank(rank));
    }
  });
  allow(allowing, memberBaseline, baselineRole);

  const setOf = (chosen: (role: CompiledRole) => boolean): RoleSet =>
    roles.filter(chosen).reduce((set, role) => union(set, role.set), noRoles);
  const withoutBaseline = setOf((role) => role.withoutBaseline);
  /** Who to name in a refusal; where the baseline allows, any role that comes with it does. */
  const helpingRoles = (row: number) => {
    const outright = allowing[row] ?? noRoles;
    const somehow = [...conditional.values()].reduce(
      (set, { rows }) => union(set, rows[row] ?? noRoles),
      union(outright, allowingOwn[row] ?? noRoles),
    );
    const member = overlaps(outright, baselineRole) ? without(allRoles, withoutBaseline) : noRoles;
    return {
      outright: keysIn(roles, union(outright, member)),
      somehow: keysIn(roles, union(somehow, member)),
    };
  };

  return {
    declaration,
    roles,
    roleByKey: new Map(roles.map((role) => [role.key, role])),
    ownerRole,
    rights,
    rowOf,
    allowing,
    allowingOwn,
    conditional: [...conditional.values()],
    forbidden: rights.map((right) => never.has(right)),
    reachingWorkspace: setOf(({ reach }) => reach === 'workspace' || reach === 'workspace_or_things'),
    grantable: setOf(({ reach }) => reach !== 'workspace'),
    grantedOnlyIfNamed: setOf(({ reach }) => reach === 'granted_things'),
    requiring: roles.filter(({ requires }) => requires !== noRoles),
    withoutBaseline,
    ...decisionsOf(
      roles.map(({ key }) => key),
      rights.map((_, row) => helpingRoles(row)),
    ),
  };
}

/** The keys of the roles in a set, broadest first. */
function keysIn(roles: readonly CompiledRole[], set: RoleSet): readonly string[] {
  return roles.filter((role) => overlaps(set, role.set)).map(({ key }) => key);
}

function compileRole(declaration: SchemeDeclaration, role: RoleDeclaration, rank: number): CompiledRole {
  const required = requirementsOf(declaration.roles, role);
  return {
    key: role.key,
    rank,
    set: roleOfRank(rank),
    reach: role.reach ?? 'workspace',
    requires: declaration.roles.reduce(
      (set, { key }, other) => (required.has(key) ? union(set, roleOfRank(other)) : set),
      noRoles,
    ),
    maxHolders: role.maxHolders ?? null,
    withoutBaseline: role.withoutBaseline ?? false,
  };
}
