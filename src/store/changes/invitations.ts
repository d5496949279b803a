import type { InvitationChange } from '../../workspace/changes.ts';
import type { Writer } from '../statement.ts';

type Of<K extends InvitationChange['kind']> = Extract<InvitationChange, { kind: K }>;
type Closed = Of<'invitation.declined' | 'invitation.revoked' | 'invitation.expired'>;

const created: Writer<Of<'invitation.created'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `insert into invitations (id, workspace_id, addressee, addressee_name, roles, state, max_uses, token_hash,
                                   access_until, note, inviter_id, created_at, expires_at)
          values (${bind(change.invitationId)}::uuid, ${bind(change.workspaceId)}::uuid, ${bind(change.addressee)},
                  ${bind(change.addresseeName)}, ${bind(change.roles)}::text[], 'pending', ${bind(change.maxUses)}::int,
                  ${bind(change.tokenHash)}::bytea, ${bind(change.accessUntil)}::timestamptz, ${bind(change.note)},
                  ${bind(change.inviterId)}::uuid, ${at.now}, ${bind(change.expiresAt)}::timestamptz)
          on conflict do nothing returning 1`,
    expect: 1,
  },
];

const accepted: Writer<Of<'invitation.accepted'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations
             set uses = uses + 1, version = version + 1,
                 state = case when uses + 1 >= max_uses then 'accepted' else state end,
                 decided_at = case when uses + 1 >= max_uses then ${at.now} else decided_at end
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and uses < max_uses
             and expires_at > ${at.now} and roles = ${bind(change.roles)}::text[] returning 1`,
    expect: 1,
  },
];

const closed: Writer<Closed> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations set state = ${bind(change.kind.slice('invitation.'.length))}, version = version + 1, decided_at = ${at.now}
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const resent: Writer<Of<'invitation.resent'>> = (change, bind) => [
  {
    name: 'invitation',
    sql: `update invitations set state = 'pending', delivery = 'waiting', version = version + 1, decided_at = null, reminded_at = null,
                 token_hash = ${bind(change.tokenHash)}::bytea, expires_at = ${bind(change.expiresAt)}::timestamptz
           where id = ${bind(change.invitationId)}::uuid and state in ('pending', 'expired')
             and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const roles: Writer<Of<'invitation.roles'>> = (change, bind) => [
  {
    name: 'invitation',
    sql: `update invitations set roles = ${bind(change.to)}::text[], version = version + 1
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const opened: Writer<Of<'invitation.opened'>> = (change, bind) => [
  {
    name: 'invitation',
    sql: `update invitations set delivery = 'opened'
           where id = ${bind(change.invitationId)}::uuid and delivery <> 'opened' and state = 'pending' returning 1`,
    expect: null,
  },
];

/** Writers of the changes of invitations. */
export const invitationWriters = {
  'invitation.created': created,
  'invitation.accepted': accepted,
  'invitation.declined': closed as Writer<Of<'invitation.declined'>>,
  'invitation.revoked': closed as Writer<Of<'invitation.revoked'>>,
  'invitation.expired': closed as Writer<Of<'invitation.expired'>>,
  'invitation.resent': resent,
  'invitation.roles': roles,
  'invitation.opened': opened,
};
