import type { Grant as HeldGrant, HeldRole } from '../../access/subject.ts';
import type { MembershipState } from '../../domain/state.ts';
import type { Columns } from '../columns.ts';
import type { Membership } from '../generated/client.ts';
import { sql } from '../sql.ts';

/**
 * Columns that read a membership, its roles and its grants beside other columns of a statement. The membership has
 * the alias `m`; times come as milliseconds because JSON has no timestamps.
 */
export const membershipColumns = sql`
       m.id as membership_id, m.workspace_id as membership_workspace_id, m.person_id as membership_person_id,
       m.state as membership_state, m.version as membership_version,
       held.roles as membership_roles, granted.grants as membership_grants`;

/** The joins that `membershipColumns` needs; every row of `m` stays, with null where it has no roles. */
export const membershipJoins = sql`
  left join lateral (
    select json_agg(json_build_array(r.role, extract(epoch from r.until) * 1000)) as roles
      from membership_roles r where r.membership_id = m.id) held on true
  left join lateral (
    select json_agg(json_build_array(gr.role, gr.thing_kind, gr.thing_id, extract(epoch from gr.until) * 1000)) as grants
      from grants gr where gr.membership_id = m.id) granted on true`;

/** A role and milliseconds of its end, as a statement aggregates them. */
export type RolePair = readonly [role: string, until: number | null];

type Prefixed<Row> = { [K in keyof Row & string as `membership_${K}`]: Row[K] };

/** A row as `membershipColumns` yields it. */
export interface MembershipRow
  extends Prefixed<Columns<Pick<Membership, 'workspaceId' | 'personId' | 'version'>>> {
  membership_id: string | null;
  membership_state: MembershipState['state'];
  membership_roles: readonly RolePair[] | null;
  membership_grants:
    | readonly [role: string, kind: 'project' | 'bot', id: string, until: number | null][]
    | null;
}

/** The types of `membershipColumns`. */
export const membershipTypes = {
  membership_id: 'uuid',
  membership_workspace_id: 'uuid',
  membership_person_id: 'uuid',
  membership_state: 'text',
  membership_version: 'int4',
  membership_roles: 'json',
  membership_grants: 'json',
} as const;

/** The membership in a row, or null where the outer join found none. */
export function membershipFrom(row: MembershipRow): MembershipState | null {
  if (row.membership_id === null) return null;
  return {
    id: row.membership_id,
    workspaceId: row.membership_workspace_id,
    personId: row.membership_person_id,
    state: row.membership_state,
    version: row.membership_version,
    roles: heldRolesFrom(row.membership_roles),
    grants: (row.membership_grants ?? []).map(
      ([role, kind, id, until]): HeldGrant => ({ role, resource: { kind, id }, until: dateFrom(until) }),
    ),
  };
}

/** Held roles from the pairs that a statement aggregates. */
export function heldRolesFrom(pairs: readonly RolePair[] | null): HeldRole[] {
  return (pairs ?? []).map(([role, until]) => ({ role, until: dateFrom(until) }));
}

function dateFrom(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
