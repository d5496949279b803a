import {
  type AuditLine,
  byKind,
  type ChangeOf,
  type ChangeSpec,
  defineChange,
} from '../../../store/commit/define-change.ts';
import { guard, once, type Part, step, type WriteContext } from '../../../store/commit/parts.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import type { InvitationChange } from '../changes.ts';

const define = defineChange<InvitationChange>();

/** An invitation is an offer: the rights change with the membership that an acceptance adds beside it. */
const offer = { affects: 'nobody', locks: [], personRows: 'nobody' } as const;

const ofInvitation = ({ invitationId }: { readonly invitationId: string }): string[] => [invitationId];

/** What the audit says of an invitation beside its id. */
function onRecord(
  change: {
    readonly workspaceId: string;
    readonly personId: string | null;
    readonly invitationId: string;
  },
  detail: AuditLine['detail'] = {},
): AuditLine {
  return {
    workspaceId: change.workspaceId,
    subjectId: change.personId,
    detail: { invitation: change.invitationId, ...detail },
  };
}

/** The record cannot be unwritten, so an invited person's address or number is in it only in part. */
function addresseeOnRecord(invited: {
  readonly addressee: string | null;
  readonly addresseeName: string | null;
}): string | null {
  const { addressee, addresseeName } = invited;
  if (addressee?.startsWith('email:')) return addressee.slice('email:'.length).replace(/^(.).*@/, '$1…@');
  return addressee?.startsWith('phone:') ? `…${addressee.slice(-4)}` : addresseeName;
}

/**
 * Makes room for a pending invitation: one to the same addressee whose time is over blocks it until a sweep marks it.
 * Yields any number of rows; a part that must run after it counts them.
 */
function expireRivals(workspace: Sql, addressee: Sql, self: Sql, at: WriteContext): Part {
  return step(
    'room',
    sql`update invitations set state = 'expired', version = version + 1, decided_at = ${at.now} from acts act
         where workspace_id = ${workspace} and addressee = ${addressee} and id <> ${self}
           and state = 'pending' and expires_at <= ${at.now} returning 1`,
  );
}

function deliveryOf({ reached = true }: { readonly reached?: boolean }): 'waiting' | 'unreachable' {
  return reached ? 'waiting' : 'unreachable';
}

/** The last person who offers is responsible for the offer: acceptance asks for their right. */
const offeredBy = (at: WriteContext): Sql => sql`inviter_id = coalesce(${at.actor}, inviter_id)`;

const invitationCreated = define('invitation.created', {
  ...offer,
  audit: (change) =>
    onRecord(change, {
      addressee: change.personId === null ? addresseeOnRecord(change) : null,
      roles: change.roles,
      uses: change.maxUses,
    }),
  writeSet: (change) => [`${change.workspaceId} ${change.addressee}`],
  write: (change, at) => {
    const id = sql`${once(change.invitationId)}::uuid`;
    const workspace = sql`${once(change.workspaceId)}::uuid`;
    const addressee = sql`${once(change.addressee)}`;
    return [
      expireRivals(workspace, addressee, id, at),
      guard(
        'invitation',
        sql`insert into invitations (id, workspace_id, addressee, addressee_name, roles, things, state, delivery, max_uses, token_hash, mail_token_hash,
                                     access_until, note, inviter_id, created_at, expires_at)
            select ${id}, ${workspace}, ${addressee}, ${change.addresseeName}, ${change.roles}::text[],
                   ${JSON.stringify(change.resources ?? [])}::jsonb, 'pending', ${deliveryOf(change)},
                   ${change.maxUses}::int, ${change.tokenHash}::bytea, ${change.mailTokenHash ?? null}::bytea, ${change.accessUntil}::timestamptz,
                   ${change.note}, ${change.inviterId}::uuid, ${at.now}, ${change.expiresAt}::timestamptz
              from acts act where (select count(*) from ${at.ref('room')}) >= 0
            on conflict do nothing returning 1`,
        1,
      ),
    ];
  },
});

const invitationAccepted = define('invitation.accepted', {
  ...offer,
  audit: (change) => onRecord(change, { roles: change.roles }),
  writeSet: ofInvitation,
  write: (change, at) => {
    const id = sql`${once(change.invitationId)}::uuid`;
    return [
      guard(
        'invitation',
        sql`update invitations
               set uses = uses + 1, version = version + 1, used_by = used_by || ${change.personId}::uuid,
                   state = case when uses + 1 >= max_uses then 'accepted' else state end,
                   decided_at = case when uses + 1 >= max_uses then ${at.now} else decided_at end
              from acts act where id = ${id} and state = 'pending' and uses < max_uses
               and expires_at > ${at.now} and roles = ${change.roles}::text[] returning 1`,
        1,
      ),
      ...(change.names
        ? [
            step(
              'others',
              sql`update invitations set state = 'accepted', version = version + 1, decided_at = ${at.now}
                    from acts act, unnest(${change.names}::text[]) as called (name)
                   where workspace_id = ${change.workspaceId}::uuid and addressee = called.name
                     and state = 'pending' and id <> ${id} returning 1`,
            ),
          ]
        : []),
    ];
  },
});

type Closed = ChangeOf<InvitationChange, 'invitation.declined'>;

const closed: Omit<ChangeSpec<Closed>, 'writeSet'> = {
  ...offer,
  audit: (change) => onRecord(change),
  write: (change, at) => [
    guard(
      'invitation',
      sql`update invitations set state = ${change.kind.slice('invitation.'.length)}, version = version + 1, decided_at = ${at.now} from acts act
           where id = ${change.invitationId}::uuid and state = 'pending' and version = ${change.version}::int returning 1`,
      1,
    ),
  ],
};

const invitationResent = define('invitation.resent', {
  ...offer,
  audit: (change) => onRecord(change, { expires: change.expiresAt }),
  writeSet: 'exclusive',
  write: (change, at) => {
    const id = sql`${once(change.invitationId)}::uuid`;
    const own = (column: Sql) => sql`(select ${column} from invitations where id = ${id})`;
    return [
      expireRivals(own(sql`workspace_id`), own(sql`addressee`), id, at),
      guard(
        'invitation',
        sql`update invitations set state = 'pending', delivery = ${deliveryOf(change)}, version = version + 1, decided_at = null, reminded_at = null,
                   card_messenger = null, card_chat_id = null, card_message_id = null, ${offeredBy(at)},
                   token_hash = ${change.tokenHash}::bytea, mail_token_hash = ${change.mailTokenHash ?? null}::bytea, expires_at = ${change.expiresAt}::timestamptz
              from acts act
             where id = ${id} and state in ('pending', 'expired', 'declined', 'revoked') and version = ${change.version}::int
               and (select count(*) from ${at.ref('room')}) >= 0 returning 1`,
        1,
      ),
    ];
  },
});

const invitationRoles = define('invitation.roles', {
  ...offer,
  audit: (change) => onRecord(change, { from: change.from, to: change.to }),
  writeSet: 'exclusive',
  write: (change, at) => [
    guard(
      'invitation',
      sql`update invitations set roles = ${change.to}::text[], version = version + 1, ${offeredBy(at)} from acts act
           where id = ${change.invitationId}::uuid and state = 'pending' and version = ${change.version}::int returning 1`,
      1,
    ),
  ],
});

const invitationOpened = define('invitation.opened', {
  ...offer,
  audit: 'private',
  writeSet: ofInvitation,
  write: (change) => [
    step(
      'invitation',
      sql`update invitations set delivery = 'opened' from acts act
           where id = ${change.invitationId}::uuid and delivery <> 'opened' and state = 'pending' returning 1`,
    ),
  ],
});

const invitationDelivered = define('invitation.delivered', {
  ...offer,
  audit: 'private',
  writeSet: 'exclusive',
  write: (change) => [
    step(
      'invitation',
      sql`update invitations set delivery = case when delivery = 'opened' then delivery else 'delivered' end,
                 card_messenger = ${change.messenger}, card_chat_id = ${change.chatId}, card_message_id = ${change.messageId} from acts act
           where id = ${change.invitationId}::uuid and state = 'pending' returning 1`,
    ),
  ],
});

const invitationUnreachable = define('invitation.unreachable', {
  ...offer,
  audit: 'private',
  writeSet: 'exclusive',
  write: (change) => [
    guard(
      'invitation',
      sql`update invitations set delivery = 'unreachable' from acts act
           where id = ${change.invitationId}::uuid and state = 'pending' and delivery = 'waiting' returning 1`,
      1,
    ),
  ],
});

const invitationReminded = define('invitation.reminded', {
  ...offer,
  audit: 'private',
  writeSet: 'exclusive',
  write: (change, at) => [
    guard(
      'invitation',
      sql`update invitations set reminded_at = ${at.now} from acts act
           where id = ${change.invitationId}::uuid and state = 'pending' and reminded_at is null returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of invitations. */
export const invitationChanges = byKind(
  invitationCreated,
  invitationAccepted,
  define('invitation.declined', { ...closed, writeSet: ofInvitation }),
  define('invitation.revoked', { ...closed, writeSet: 'exclusive' }),
  define('invitation.expired', { ...closed, writeSet: 'exclusive' }),
  invitationResent,
  invitationRoles,
  invitationOpened,
  invitationDelivered,
  invitationUnreachable,
  invitationReminded,
);
