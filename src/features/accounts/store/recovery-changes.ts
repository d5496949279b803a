import type { Writer } from '../../../store/commit/statement.ts';
import type { IdentityChange } from '../changes.ts';
import { searchText } from './person-changes.ts';

type Of<K extends IdentityChange['kind']> = Extract<IdentityChange, { kind: K }>;

const issued: Writer<Of<'recovery.issued'>> = (change, bind) => {
  const membership = `${bind(change.membershipId)}::uuid`;
  return [
    {
      name: 'before',
      sql: `delete from recoveries where membership_id = ${membership} and used_at is null returning 1`,
      expect: null,
    },
    {
      name: 'recovery',
      sql: `insert into recoveries (id, token_hash, workspace_id, membership_id, issued_by_id, expires_at)
            values (${bind(change.recoveryId)}::uuid, ${bind(change.tokenHash)}::bytea, ${bind(change.workspaceId)}::uuid, ${membership},
                    ${bind(change.issuedById)}::uuid, ${bind(change.expiresAt)}::timestamptz) returning 1`,
      expect: 1,
    },
  ];
};

const recovered: Writer<Of<'membership.recovered'>> = (change, bind, at) => {
  const workspace = `${bind(change.workspaceId)}::uuid`;
  const from = `${bind(change.fromId)}::uuid`;
  const to = `${bind(change.to.personId)}::uuid`;
  const name = `${bind(change.to.name)}::text`;
  const ended = change.ended === null ? [] : [change.ended.membershipId];
  const isMoved = `exists (select 1 from ${at.ref('membership')})`;
  return [
    {
      name: 'recovery',
      sql: `update recoveries set used_at = ${at.now}
             where id = ${bind(change.recoveryId)}::uuid and used_at is null and expires_at > ${at.now} returning 1`,
      expect: 1,
    },
    {
      name: 'ended',
      sql: `delete from memberships where id = any (${bind(ended)}::uuid[]) and state in ('left', 'removed') and ${at.locked} returning 1`,
      expect: ended.length,
    },
    {
      name: 'membership',
      sql: `update memberships set person_id = ${to}, version = version + 1, sort_name = lower(${name}),
                   search = ${searchText(name, `${bind(change.to.username)}::text`)}
             where id = ${bind(change.membershipId)}::uuid and person_id = ${from} and state in ('active', 'suspended')
               and (select count(*) from ${at.ref('ended')}) = ${bind(ended.length)}::int and ${at.locked} returning 1`,
      expect: 1,
    },
    {
      name: 'inactive',
      sql: `update accounts set active_workspace_id = null
             where person_id = ${from} and active_workspace_id = ${workspace} and ${isMoved} returning 1`,
      expect: null,
    },
    {
      name: 'invitations',
      sql: `update invitations set inviter_id = ${to} where inviter_id = ${from} and workspace_id = ${workspace} and ${isMoved} returning 1`,
      expect: null,
    },
    {
      name: 'transfers',
      sql: `update transfers set state = 'cancelled', decided_at = ${at.now}
             where workspace_id = ${workspace} and state = 'pending' and ${from} in (from_id, to_id) and ${isMoved} returning 1`,
      expect: null,
    },
  ];
};

/** Writers of the changes of recovery. */
export const recoveryWriters = { 'recovery.issued': issued, 'membership.recovered': recovered };
