import type { TransferChange } from '../../../domain/changes.ts';
import type { Writer } from '../../../store/commit/statement.ts';
import { insertRoles } from '../../members/store/insert-roles.ts';

type Of<K extends TransferChange['kind']> = Extract<TransferChange, { kind: K }>;

const offered: Writer<Of<'transfer.offered'>> = (change, bind, at) => [
  {
    name: 'transfer',
    sql: `insert into transfers (id, workspace_id, from_id, to_id, state, created_at, expires_at)
          values (${bind(change.transferId)}::uuid, ${bind(change.workspaceId)}::uuid, ${bind(change.fromId)}::uuid,
                  ${bind(change.toId)}::uuid, 'pending', ${at.now}, ${bind(change.expiresAt)}::timestamptz)
          on conflict do nothing returning 1`,
    expect: 1,
  },
];

/**
 * Both memberships are locked before anything is written. The former owner loses the role before the new one gains it: the unique index on sole roles looks at each
 * row as it is written. What the former owner keeps is written last.
 */
const accepted: Writer<Of<'transfer.accepted'>> = (change, bind, at) => {
  const role = bind(change.role);
  const from = `${bind(change.from.membershipId)}::uuid`;
  const to = `${bind(change.to.membershipId)}::uuid`;
  return [
    {
      name: 'transfer',
      sql: `update transfers set state = 'accepted', decided_at = ${at.now}
             where id = ${bind(change.transferId)}::uuid and state = 'pending' and expires_at > ${at.now} returning 1`,
      expect: 1,
    },
    {
      name: 'touched',
      sql: `update memberships set version = version + 1
             where id in (${from}, ${to}) and state = 'active' and ${at.locked} returning id`,
      expect: 2,
    },
    {
      name: 'lost',
      sql: `delete from membership_roles where membership_id = ${from} and role = ${role}
               and (select count(*) from ${at.ref('touched')}) = 2 returning workspace_id`,
      expect: 1,
    },
    {
      name: 'given',
      sql: `delete from membership_roles where membership_id = ${to} and role = any (${bind(change.to.remove)}::text[])
               and exists (select 1 from ${at.ref('lost')}) returning workspace_id`,
      expect: change.to.remove.length,
    },
    {
      name: 'won',
      sql: `insert into membership_roles (membership_id, workspace_id, role, sole, granted_by_id, granted_at)
            select ${to}, l.workspace_id, ${role}, true, ${at.actor}, ${at.now}
              from ${at.ref('lost')} l, (select count(*) from ${at.ref('given')}) done returning 1`,
      expect: 1,
    },
    change.kept.onThings
      ? {
          name: 'kept',
          sql: `insert into grants (id, workspace_id, membership_id, role, thing_kind, thing_id, granted_by_id, granted_at)
                select gen_random_uuid(), t.workspace_id, ${from}, ${bind(change.kept.role)}, t.kind, t.id, ${at.actor}, ${at.now}
                  from ${at.ref('lost')} l join things t on t.workspace_id = l.workspace_id
                 where t.kind = 'project' or (t.kind = 'bot' and t.project_id is null)
                on conflict do nothing returning 1`,
          expect: null,
        }
      : {
          name: 'kept',
          sql: insertRoles(
            `(select ${from} as id, workspace_id from ${at.ref('lost')})`,
            [change.kept],
            bind,
            at,
          ),
          expect: 1,
        },
  ];
};

type Closed = Of<'transfer.declined' | 'transfer.cancelled' | 'transfer.expired'>;

const closed: Writer<Closed> = (change, bind, at) => [
  {
    name: 'transfer',
    sql: `update transfers set state = ${bind(change.kind.slice('transfer.'.length))}, decided_at = ${at.now}
           where id = ${bind(change.transferId)}::uuid and state = 'pending' returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of ownership transfers. */
export const transferWriters = {
  'transfer.offered': offered,
  'transfer.accepted': accepted,
  'transfer.declined': closed as Writer<Of<'transfer.declined'>>,
  'transfer.cancelled': closed as Writer<Of<'transfer.cancelled'>>,
  'transfer.expired': closed as Writer<Of<'transfer.expired'>>,
};
