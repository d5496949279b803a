import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { PrivacyChange } from '../changes.ts';

/** The row of the person stays, under a pseudonym: records that have their id still name a person. */
const personForgotten = defineChange<PrivacyChange>()('person.forgotten', {
  audit: (change) =>
    change.memberships
      .filter(({ living }) => living)
      .map(({ workspaceId }) => ({ workspaceId, subjectId: change.personId, detail: {} })),
  affects: 'everyone',
  locks: (change) => change.memberships,
  writeSet: 'exclusive',
  personRows: 'anyone',
  write: (change, at) => {
    const person = sql`${once(change.personId)}::uuid`;
    const pseudonym = sql`${once(change.pseudonym)}`;
    const ids = sql`${once(change.memberships.map(({ membershipId }) => membershipId))}::uuid[]`;
    const living = change.memberships.filter((one) => one.living).map(({ workspaceId }) => workspaceId);
    const isGone = sql`exists (select 1 from ${at.ref('person')})`;
    const isAddressed = sql`addressee = any (${once(change.names)}::text[])`;
    return [
      guard(
        'person',
        sql`update persons set version = version + 1, name = ${pseudonym}, email = null, phone = null, time_zone = 'UTC', forgotten_at = ${at.now}
              from acts act
             where id = ${person} and version = ${change.version}::int and ${at.locked} returning 1`,
        1,
      ),
      guard(
        'memberships',
        sql`update memberships set state = case when state in ('active', 'suspended') then 'left' else state end, version = version + 1,
                   sort_name = '', search = '' from acts act
             where id = any (${ids}) and ${isGone} and ${at.locked} returning 1`,
        change.memberships.length,
      ),
      step(
        'roles',
        sql`delete from membership_roles using acts act where membership_id = any (${ids}) and ${isGone} returning 1`,
      ),
      step(
        'grants',
        sql`delete from grants using acts act where membership_id = any (${ids}) and ${isGone} returning 1`,
      ),
      guard(
        'counts',
        sql`insert into member_counts (workspace_id, slot, members)
            select w.id, ${at.slot}, -1 from acts act, unnest(${living}::uuid[]) as w (id) where ${isGone}
            on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members returning 1`,
        living.length,
      ),
      step(
        'accounts',
        sql`delete from accounts using acts act where person_id = ${person} and ${isGone} returning 1`,
      ),
      step(
        'links',
        sql`delete from link_codes using acts act where person_id = ${person} and ${isGone} returning 1`,
      ),
      step(
        'mails',
        sql`delete from email_codes using acts act where person_id = ${person} and ${isGone} returning 1`,
      ),
      step(
        'transfers',
        sql`update transfers set state = 'cancelled', decided_at = ${at.now} from acts act
             where state = 'pending' and ${person} in (from_id, to_id) and ${isGone} returning 1`,
      ),
      step(
        'invitations',
        sql`update invitations
               set decided_at = case when state = 'pending' then ${at.now} else decided_at end,
                   version = case when state = 'pending' then version + 1 else version end,
                   state = case when state = 'pending' then 'revoked' else state end,
                   addressee_name = case when ${isAddressed} then ${pseudonym} else addressee_name end,
                   addressee = case when ${isAddressed} then 'person:' || ${person}::text else addressee end
              from acts act
             where ((inviter_id = ${person} and state = 'pending') or ${isAddressed}) and ${isGone} returning 1`,
      ),
    ];
  },
});

/** The spec of forgetting. */
export const privacyChanges = byKind(personForgotten);
