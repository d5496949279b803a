import type { Writer } from '../../../store/commit/statement.ts';
import type { IdentityChange } from '../../accounts/changes.ts';

type Forgotten = Extract<IdentityChange, { kind: 'person.forgotten' }>;

/** The row of the person stays, under a pseudonym: whatever has their id on record still names somebody. */
const forgotten: Writer<Forgotten> = (change, bind, at) => {
  const person = `${bind(change.personId)}::uuid`;
  const pseudonym = `${bind(change.pseudonym)}::text`;
  const ids = `${bind(change.memberships.map(({ membershipId }) => membershipId))}::uuid[]`;
  const living = change.memberships.filter((one) => one.living).map(({ workspaceId }) => workspaceId);
  const isGone = `exists (select 1 from ${at.ref('person')})`;
  const isAddressed = `addressee = any (${bind(change.names)}::text[])`;
  return [
    {
      name: 'person',
      sql: `update persons set version = version + 1, name = ${pseudonym}, email = null, phone = null, time_zone = 'UTC', forgotten_at = ${at.now}
             where id = ${person} and version = ${bind(change.version)}::int and ${at.locked} returning 1`,
      expect: 1,
    },
    {
      name: 'memberships',
      sql: `update memberships set state = case when state in ('active', 'suspended') then 'left' else state end, version = version + 1,
                   sort_name = '', search = ''
             where id = any (${ids}) and ${isGone} and ${at.locked} returning 1`,
      expect: change.memberships.length,
    },
    {
      name: 'roles',
      sql: `delete from membership_roles where membership_id = any (${ids}) and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'grants',
      sql: `delete from grants where membership_id = any (${ids}) and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'counts',
      sql: `insert into member_counts (workspace_id, slot, members)
            select w.id, ${at.slot}, -1 from unnest(${bind(living)}::uuid[]) as w (id) where ${isGone}
            on conflict (workspace_id, slot) do update set members = member_counts.members + excluded.members returning 1`,
      expect: living.length,
    },
    {
      name: 'accounts',
      sql: `delete from accounts where person_id = ${person} and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'links',
      sql: `delete from link_codes where person_id = ${person} and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'mails',
      sql: `delete from email_codes where person_id = ${person} and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'transfers',
      sql: `update transfers set state = 'cancelled', decided_at = ${at.now}
             where state = 'pending' and ${person} in (from_id, to_id) and ${isGone} returning 1`,
      expect: null,
    },
    {
      name: 'invitations',
      sql: `update invitations
               set decided_at = case when state = 'pending' then ${at.now} else decided_at end,
                   version = case when state = 'pending' then version + 1 else version end,
                   state = case when state = 'pending' then 'revoked' else state end,
                   addressee_name = case when ${isAddressed} then ${pseudonym} else addressee_name end,
                   addressee = case when ${isAddressed} then 'person:' || ${person}::text else addressee end
             where ((inviter_id = ${person} and state = 'pending') or ${isAddressed}) and ${isGone} returning 1`,
      expect: null,
    },
  ];
};

/** The writer of forgetting. */
export const forgettingWriters = { 'person.forgotten': forgotten };
