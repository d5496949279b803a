import type { InvitationChange } from '../../../domain/changes.ts';
import type { Part, WriteContext, Writer } from '../../../store/commit/statement.ts';

type Of<K extends InvitationChange['kind']> = Extract<InvitationChange, { kind: K }>;
type Closed = Of<'invitation.declined' | 'invitation.revoked' | 'invitation.expired'>;

/**
 * Makes room for a pending invitation: one to the same addressee whose time is over stands in its way until
 * a sweep marks it. Yields any number of rows; whatever must run after it counts them.
 */
function expireRivals(workspaceId: string, addressee: string, self: string, at: WriteContext): Part {
  return {
    name: 'room',
    sql: `update invitations set state = 'expired', version = version + 1, decided_at = ${at.now}
           ${at.from} where workspace_id = ${workspaceId} and addressee = ${addressee} and id <> ${self}
             and state = 'pending' and expires_at <= ${at.now} returning 1`,
    expect: null,
  };
}

function deliveryOf({ reached = true }: { readonly reached?: boolean }): 'waiting' | 'unreachable' {
  return reached ? 'waiting' : 'unreachable';
}

const created: Writer<Of<'invitation.created'>> = (change, bind, at) => {
  const id = `${bind(change.invitationId)}::uuid`;
  const workspace = `${bind(change.workspaceId)}::uuid`;
  const addressee = `${bind(change.addressee)}::text`;
  return [
    expireRivals(workspace, addressee, id, at),
    {
      name: 'invitation',
      sql: `insert into invitations (id, workspace_id, addressee, addressee_name, roles, things, state, delivery, max_uses, token_hash, mail_token_hash,
                                     access_until, note, inviter_id, created_at, expires_at)
            select ${id}, ${workspace}, ${addressee}, ${bind(change.addresseeName)}, ${bind(change.roles)}::text[],
                   ${bind(JSON.stringify(change.things ?? []))}::jsonb, 'pending', ${bind(deliveryOf(change))},
                   ${bind(change.maxUses)}::int, ${bind(change.tokenHash)}::bytea, ${bind(change.mailTokenHash ?? null)}::bytea, ${bind(change.accessUntil)}::timestamptz,
                   ${bind(change.note)}, ${bind(change.inviterId)}::uuid, ${at.now}, ${bind(change.expiresAt)}::timestamptz
             ${at.from} where (select count(*) from ${at.ref('room')}) >= 0
            on conflict do nothing returning 1`,
      expect: 1,
    },
  ];
};

const accepted: Writer<Of<'invitation.accepted'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations
             set uses = uses + 1, version = version + 1, used_by = used_by || ${bind(change.personId)}::uuid,
                 state = case when uses + 1 >= max_uses then 'accepted' else state end,
                 decided_at = case when uses + 1 >= max_uses then ${at.now} else decided_at end
           ${at.from} where id = ${bind(change.invitationId)}::uuid and state = 'pending' and uses < max_uses
             and expires_at > ${at.now} and roles = ${bind(change.roles)}::text[] returning 1`,
    expect: 1,
  },
  ...(change.names
    ? [
        {
          name: 'others',
          sql: `update invitations set state = 'accepted', version = version + 1, decided_at = ${at.now}
                  from ${at.before} unnest(${bind(change.names)}::text[]) as called (name)
                 where workspace_id = ${bind(change.workspaceId)}::uuid and addressee = called.name
                   and state = 'pending' and id <> ${bind(change.invitationId)}::uuid returning 1`,
          expect: null,
        },
      ]
    : []),
];

const closed: Writer<Closed> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations set state = ${bind(change.kind.slice('invitation.'.length))}, version = version + 1, decided_at = ${at.now} ${at.from}
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const resent: Writer<Of<'invitation.resent'>> = (change, bind, at) => {
  const id = `${bind(change.invitationId)}::uuid`;
  const own = (column: string) => `(select ${column} from invitations where id = ${id})`;
  return [
    expireRivals(own('workspace_id'), own('addressee'), id, at),
    {
      name: 'invitation',
      sql: `update invitations set state = 'pending', delivery = ${bind(deliveryOf(change))}, version = version + 1, decided_at = null, reminded_at = null,
                   card_messenger = null, card_chat_id = null, card_message_id = null, ${vouchedFor(at)},
                   token_hash = ${bind(change.tokenHash)}::bytea, mail_token_hash = ${bind(change.mailTokenHash ?? null)}::bytea, expires_at = ${bind(change.expiresAt)}::timestamptz
             where id = ${id} and state in ('pending', 'expired') and version = ${bind(change.version)}::int
               and (select count(*) from ${at.ref('room')}) >= 0 returning 1`,
      expect: 1,
    },
  ];
};

/** Whoever offers last stands behind the offer: theirs is the right that acceptance asks for. */
function vouchedFor(at: WriteContext): string {
  return `inviter_id = coalesce(${at.actor}, inviter_id)`;
}

const roles: Writer<Of<'invitation.roles'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations set roles = ${bind(change.to)}::text[], version = version + 1, ${vouchedFor(at)}
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

const opened: Writer<Of<'invitation.opened'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations set delivery = 'opened' ${at.from}
           where id = ${bind(change.invitationId)}::uuid and delivery <> 'opened' and state = 'pending' returning 1`,
    expect: null,
  },
];

const delivered: Writer<Of<'invitation.delivered'>> = (change, bind) => [
  {
    name: 'invitation',
    sql: `update invitations set delivery = case when delivery = 'opened' then delivery else 'delivered' end,
                 card_messenger = ${bind(change.messenger)}, card_chat_id = ${bind(change.chatId)}, card_message_id = ${bind(change.messageId)}
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' returning 1`,
    expect: null,
  },
];

const unreachable: Writer<Of<'invitation.unreachable'>> = (change, bind) => [
  {
    name: 'invitation',
    sql: `update invitations set delivery = 'unreachable'
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and delivery = 'waiting' returning 1`,
    expect: 1,
  },
];

const reminded: Writer<Of<'invitation.reminded'>> = (change, bind, at) => [
  {
    name: 'invitation',
    sql: `update invitations set reminded_at = ${at.now}
           where id = ${bind(change.invitationId)}::uuid and state = 'pending' and reminded_at is null returning 1`,
    expect: 1,
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
  'invitation.delivered': delivered,
  'invitation.unreachable': unreachable,
  'invitation.reminded': reminded,
};
