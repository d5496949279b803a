import type { Pool } from 'pg';
import type { Subject } from '../../../access/subject.ts';
import { subjectOf } from '../../../domain/subject.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';

/** A member who may turn out to be an answer, under the id a search names them by. */
export interface Candidate {
  readonly id: string;
  readonly subject: Subject;
  /** What to ask after, to go on behind this one. */
  readonly cursor: readonly string[];
}

/** Where a search goes on, and for whom it looks. */
export interface CandidateQuery {
  readonly workspaceId: string;
  /** Members without any of these roles, held or granted, are passed over; null: nobody is. */
  readonly roles: readonly string[] | null;
  /** A candidate's cursor; empty: from the beginning. */
  readonly after: readonly string[];
  readonly limit: number;
}

/** Up to so many who hold a role are read and put in order; of more, any page soon meets enough in the order of ids. */
const FEW = 10_000;

/** Less than any id. */
const NIL = '00000000-0000-0000-0000-000000000000';

/** `$1` workspace, `$2` limit, `$3` and on: the cursor. */
const ACTIVE = `m.workspace_id = $1 and m.state = 'active'`;

/** Who to look at, and in which order; both kinds of cursors begin with the person's id. */
interface Sought {
  readonly columns: string;
  readonly joins: string;
  readonly after: string;
  readonly order: string;
}

/** Members whoever they are, or (`$${roles}` an array) those who hold one of some roles somewhere. */
function pickedText({ columns, joins, after, order }: Sought, roles: number | null): string {
  const picked = (more: string): string =>
    `select ${columns} from memberships m ${joins} where ${ACTIVE} and ${after} ${more} order by ${order} limit $2`;
  if (roles === null) return picked('');
  const holding = (table: string, more: string): string =>
    `select h.membership_id from ${table} h where h.workspace_id = $1 and h.role = any ($${roles}::text[]) ${more}`;
  const holds = (table: string): string => `exists (${holding(table, 'and h.membership_id = m.id')})`;
  return `
with holders as materialized (
       ${holding('membership_roles', '')} union all ${holding('grants', '')} limit ${FEW + 1}),
     few as materialized (select count(*) <= ${FEW} as are from holders)
(${picked('and (select are from few) and m.id in (select membership_id from holders)')})
union all
(${picked(`and not (select are from few) and (${holds('membership_roles')} or ${holds('grants')})`)})`;
}

const persons: Sought = {
  columns: 'm.*',
  joins: '',
  after: `m.person_id > coalesce($3::uuid, '${NIL}')`,
  order: 'm.person_id',
};

/** Active members: `$1` workspace, `$2` limit, `$3` the last one seen, and where they must hold one of some roles `$4`. */
export function personsText(areSome: boolean): string {
  return `
select ${membershipColumns.text}
  from (${pickedText(persons, areSome ? 4 : null)}) m
  ${membershipJoins.text}
 order by m.person_id`;
}

/** Active members in the order of their ids. */
export async function candidatePersons(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const { workspaceId, roles, after, limit } = query;
  const { rows } = await pool.query<MembershipRow>({
    name: `access-search-persons${roles === null ? '' : '-holding'}`,
    text: personsText(roles !== null),
    values: [workspaceId, limit, after[0], ...(roles === null ? [] : [roles])],
  });
  return rows.map((row) => {
    const subject = subjectFrom(row);
    return { id: subject.personId, subject, cursor: [subject.personId] };
  });
}

const accounts: Sought = {
  columns: 'm.*, a.messenger, a.account_id',
  joins: 'join accounts a on a.person_id = m.person_id',
  // The first two lead to the place in either index, the third says where exactly.
  after: `m.person_id >= coalesce($3::uuid, '${NIL}') and a.person_id >= coalesce($3::uuid, '${NIL}')
   and ($3::uuid is null or (m.person_id, a.messenger, a.account_id) > ($3, $4::text, $5::text))`,
  order: 'm.person_id, a.messenger, a.account_id',
};

/** Their accounts: `$1` workspace, `$2` limit, `$3` to `$5` the last one seen, and, where there are some, the roles `$6`. */
export function accountsText(areSome: boolean): string {
  return `
select m.messenger, m.account_id, ${membershipColumns.text}
  from (${pickedText(accounts, areSome ? 6 : null)}) m
  ${membershipJoins.text}
 order by m.person_id, m.messenger, m.account_id`;
}

/** The accounts of active members, those of one person together. */
export async function candidateAccounts(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const { workspaceId, roles, after, limit } = query;
  const [personId, messenger, accountId] = after;
  const { rows } = await pool.query<MembershipRow & { messenger: string; account_id: string }>({
    name: `access-search-accounts${roles === null ? '' : '-holding'}`,
    text: accountsText(roles !== null),
    values: [workspaceId, limit, personId, messenger, accountId, ...(roles === null ? [] : [roles])],
  });
  return rows.map((row) => {
    const subject = subjectFrom(row);
    return {
      id: `${row.messenger}:${row.account_id}`,
      subject,
      cursor: [subject.personId, row.messenger, row.account_id],
    };
  });
}

function subjectFrom(row: MembershipRow): Subject {
  return subjectOf(membershipFrom(row), row.membership_person_id);
}
