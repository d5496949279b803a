import type { Pool } from 'pg';
import type { Subject } from '../../../access/subject.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Columns } from '../../../store/columns.ts';
import { defineStatement, run, type Statement } from '../../../store/define-statement.ts';
import type { Account } from '../../../store/generated/client.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import { empty, type Sql, sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';

/** A member who may turn out to be an answer, under the id a search names them by. */
export interface Candidate {
  readonly id: string;
  readonly subject: Subject;
  /** What to ask after, to go on behind this one. */
  readonly cursor: readonly string[];
}

/** Where a search goes on, and for which person it looks. */
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

const NIL = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

interface SearchParameters {
  readonly workspaceId: string;
  readonly roles: readonly string[] | null;
  readonly limit: number;
  /** The last candidate seen. */
  readonly personId: string | undefined;
  readonly messenger: string | undefined;
  readonly accountId: string | undefined;
}

/** What to look for, and in which order; both kinds of cursors begin with the person's id. */
interface Sought {
  readonly columns: Sql;
  readonly joins: Sql;
  readonly after: (parameters: SearchParameters) => Sql;
  readonly order: Sql;
}

/** All active members, or those who hold one of some roles somewhere. */
function picked(
  { columns, joins, after, order }: Sought,
  isHolding: boolean,
  parameters: SearchParameters,
): Sql {
  const { workspaceId, roles, limit } = parameters;
  const pick = (more: Sql): Sql => sql`select ${columns} from memberships m ${joins}
    where m.workspace_id = ${workspaceId}::uuid and m.state = 'active' and ${after(parameters)} ${more}
    order by ${order} limit ${limit}::int`;
  if (!isHolding) return pick(empty);
  const holding = (table: Sql, more: Sql): Sql =>
    sql`select h.membership_id from ${table} h
         where h.workspace_id = ${workspaceId}::uuid and h.role = any (${roles}::text[]) ${more}`;
  const holds = (table: Sql): Sql => sql`exists (${holding(table, sql`and h.membership_id = m.id`)})`;
  const few = literal(FEW);
  return sql`
with holders as materialized (
       ${holding(sql`membership_roles`, empty)} union all ${holding(sql`grants`, empty)} limit ${literal(FEW + 1)}),
     few as materialized (select count(*) <= ${few} as are from holders)
(${pick(sql`and (select are from few) and m.id in (select membership_id from holders)`)})
union all
(${pick(sql`and not (select are from few) and (${holds(sql`membership_roles`)} or ${holds(sql`grants`)})`)})`;
}

const persons: Sought = {
  columns: sql`m.*`,
  joins: empty,
  after: ({ personId }) => sql`m.person_id > coalesce(${personId}::uuid, ${NIL})`,
  order: sql`m.person_id`,
};

function personsStatement(name: string, isHolding: boolean): Statement<SearchParameters, MembershipRow> {
  return defineStatement<SearchParameters, MembershipRow>({
    name,
    columns: membershipTypes,
    sql: (parameters) => sql`
select ${membershipColumns}
  from (${picked(persons, isHolding, parameters)}) m
  ${membershipJoins}
 order by m.person_id`,
  });
}

interface AccountRow extends MembershipRow, Columns<Pick<Account, 'messenger' | 'accountId'>> {}

const accounts: Sought = {
  columns: sql`m.*, a.messenger, a.account_id`,
  joins: sql`join accounts a on a.person_id = m.person_id`,
  // The first two lead to the place in either index, the third says where exactly.
  after: ({ personId, messenger, accountId }) => sql`m.person_id >= coalesce(${personId}::uuid, ${NIL})
   and a.person_id >= coalesce(${personId}::uuid, ${NIL})
   and (${personId}::uuid is null
        or (m.person_id, a.messenger, a.account_id) > (${personId}::uuid, ${messenger}::text, ${accountId}::text))`,
  order: sql`m.person_id, a.messenger, a.account_id`,
};

function accountsStatement(name: string, isHolding: boolean): Statement<SearchParameters, AccountRow> {
  return defineStatement<SearchParameters, AccountRow>({
    name,
    columns: { ...membershipTypes, messenger: 'text', account_id: 'text' },
    sql: (parameters) => sql`
select m.messenger, m.account_id, ${membershipColumns}
  from (${picked(accounts, isHolding, parameters)}) m
  ${membershipJoins}
 order by m.person_id, m.messenger, m.account_id`,
  });
}

/** The statements of a search; a test looks at their plans. */
export const searchStatements = {
  persons: {
    all: personsStatement('access-search-persons', false),
    holding: personsStatement('access-search-persons-holding', true),
  },
  accounts: {
    all: accountsStatement('access-search-accounts', false),
    holding: accountsStatement('access-search-accounts-holding', true),
  },
};

/** The parameters of a search. */
export function searchParameters({ workspaceId, roles, after, limit }: CandidateQuery): SearchParameters {
  const [personId, messenger, accountId] = after;
  return { workspaceId, roles, limit, personId, messenger, accountId };
}

/** Active members in the order of their ids. */
export async function candidatePersons(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const statement = searchStatements.persons[query.roles === null ? 'all' : 'holding'];
  const rows = await run(pool, statement, searchParameters(query));
  return rows.map((row) => {
    const subject = subjectFrom(row);
    return { id: subject.personId, subject, cursor: [subject.personId] };
  });
}

/** The accounts of active members, those of one person together. */
export async function candidateAccounts(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const statement = searchStatements.accounts[query.roles === null ? 'all' : 'holding'];
  const rows = await run(pool, statement, searchParameters(query));
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
