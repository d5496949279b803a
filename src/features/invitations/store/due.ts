import type { Reader } from '../../../store/define-query.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import { sql } from '../../../store/sql.ts';
import type { InvitationCase } from '../invitation.ts';
import { REMIND_BEFORE_MS } from '../remind.ts';
import { type CaseRow, caseColumns, caseFrom, caseJoins, caseTypes } from './invitation-row.ts';

interface DueParameters {
  readonly now: Date;
  readonly limit: number;
}

/** Finds the invitee by the addressee, which is no relation that Prisma Client knows. */
const expiries = defineStatement<DueParameters, CaseRow>({
  name: 'invitation-due-expiries',
  columns: caseTypes,
  sql: ({ now, limit }) => sql`
select ${caseColumns}
  from (select * from invitations where state = 'pending' and expires_at <= ${now} order by expires_at limit ${limit}::int) i
  ${caseJoins}
 order by i.expires_at`,
});

/** Pending invitations whose time is over, oldest first, at most `limit`. */
export async function dueExpiries(
  { pool }: Pick<Reader, 'pool'>,
  now: Date,
  limit: number,
): Promise<InvitationCase[]> {
  return (await run(pool, expiries, { now, limit })).map(caseFrom);
}

/** Short-lived invitations are not reminded of, because their card is still fresh. */
const reminders = defineStatement<DueParameters & { readonly until: Date }, CaseRow>({
  name: 'invitation-due-reminders',
  columns: caseTypes,
  sql: ({ now, until, limit }) => sql`
select ${caseColumns}
  from (select * from invitations
         where state = 'pending' and expires_at > ${now} and expires_at <= ${until} and reminded_at is null
           and delivery in ('delivered', 'opened') and addressee is not null
           and expires_at - created_at > interval '36 hours'
         order by expires_at limit ${limit}::int) i
  ${caseJoins}
 order by i.expires_at`,
});

/** Invitations that end within a day and whose invitee has a card but was not reminded, at most `limit`. */
export async function dueReminders(
  { pool }: Pick<Reader, 'pool'>,
  now: Date,
  limit: number,
): Promise<InvitationCase[]> {
  const until = new Date(now.getTime() + REMIND_BEFORE_MS);
  return (await run(pool, reminders, { now, until, limit })).map(caseFrom);
}
