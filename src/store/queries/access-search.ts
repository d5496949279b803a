import type { Pool } from 'pg';
import type { Subject } from '../../access/subject.ts';
import { subjectOf } from '../../workspace/subject.ts';
import { type MembershipRow, membershipColumns, membershipFrom, membershipJoins } from '../membership-row.ts';

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

const PICKED = `
m.workspace_id = $1 and m.state = 'active'
   and ($2::text[] is null or m.id in (
         select r.membership_id from membership_roles r where r.workspace_id = $1 and r.role = any ($2)
         union all
         select g.membership_id from grants g where g.workspace_id = $1 and g.role = any ($2)))`;

const PERSONS = `
select ${membershipColumns}
  from (select m.* from memberships m
         where ${PICKED} and ($4::uuid is null or m.person_id > $4)
         order by m.person_id limit $3) m
  ${membershipJoins}
 order by m.person_id`;

/** Active members in the order of their ids. */
export async function candidatePersons(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const { rows } = await pool.query<MembershipRow>({
    name: 'access-search-persons',
    text: PERSONS,
    values: [query.workspaceId, query.roles, query.limit, query.after[0]],
  });
  return rows.map((row) => {
    const subject = subjectFrom(row);
    return { id: subject.personId, subject, cursor: [subject.personId] };
  });
}

const ACCOUNTS = `
select m.messenger, m.account_id, ${membershipColumns}
  from (select m.*, a.messenger, a.account_id from memberships m join accounts a on a.person_id = m.person_id
         where ${PICKED} and ($4::uuid is null or (m.person_id, a.messenger, a.account_id) > ($4, $5::text, $6::text))
         order by m.person_id, a.messenger, a.account_id limit $3) m
  ${membershipJoins}
 order by m.person_id, m.messenger, m.account_id`;

/** The accounts of active members, those of one person together. */
export async function candidateAccounts(pool: Pool, query: CandidateQuery): Promise<readonly Candidate[]> {
  const [personId, messenger, accountId] = query.after;
  const { rows } = await pool.query<MembershipRow & { messenger: string; account_id: string }>({
    name: 'access-search-accounts',
    text: ACCOUNTS,
    values: [query.workspaceId, query.roles, query.limit, personId, messenger, accountId],
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
