import type { Language, NoticeAddress, Recipient } from '../../../domain/state.ts';
import type { Columns } from '../../../store/columns.ts';
import type * as model from '../../../store/generated/client.ts';
import { addressOf } from '../../../store/rows/address.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from '../../../store/rows/membership-row.ts';
import { personNow } from '../../../store/rows/person-now.ts';
import { addressFrom } from '../../../store/rows/recipient-row.ts';
import {
  type WorkspaceRow,
  workspaceColumns,
  workspaceFrom,
  workspaceTypes,
} from '../../../store/rows/workspace-row.ts';
import { sql } from '../../../store/sql.ts';
import { offeredFrom } from '../../resources/store/resource-row.ts';
import type { Invitation, InvitationCase } from '../invitation.ts';

/** The bots and projects that the invitation `i` offers roles on, by name; those that are gone are not among them. */
export const offeredResources = sql`
         select json_agg(json_build_object('kind', t.kind, 'id', t.id, 'name', t.name, 'bot_id', t.bot_id, 'bot_name', t.bot_name,
                                           'project_id', t.project_id, 'project_name', t.project_name) order by lower(t.name))
           from jsonb_array_elements(i.things) as offered (thing)
           join things t on t.id = (offered.thing ->> 'id')::uuid and t.kind = offered.thing ->> 'kind'
                        and t.workspace_id = i.workspace_id`;

/** Columns of an invitation, which has the alias `i`. */
export const invitationColumns = sql`
       i.id as invitation_id, i.workspace_id as invitation_workspace_id, i.addressee, i.addressee_name,
       i.roles as offered_roles, i.state as invitation_state, i.delivery, i.version as invitation_version, i.max_uses,
       i.uses, i.token_hash, i.access_until, i.note, i.created_at, i.expires_at, i.card_messenger, i.card_chat_id,
       i.card_message_id,
       case when i.uses > 0 then (select json_agg(u.name order by used.place)
                                    from unnest(i.used_by[1:3]) with ordinality as used (person_id, place)
                                    join persons u on u.id = used.person_id) end as users,
       case when i.things <> '[]' then (${offeredResources}) end as offered_resources`;

/** Columns of an invitation with its workspace, the inviter with their membership, and the known invitee. */
export const caseColumns = sql`
       ${invitationColumns},
       ${workspaceColumns},
       p.id as inviter_id, p.name as inviter_name, p.language as inviter_language, p.time_zone as inviter_zone,
       inviter_chat.messenger as inviter_messenger, inviter_chat.private_chat_id as inviter_chat_id,
       ${membershipColumns},
       e.id as invitee_id, e.name as invitee_name, e.language as invitee_language, e.time_zone as invitee_zone,
       invitee_chat.messenger as invitee_messenger, invitee_chat.private_chat_id as invitee_chat_id`;

/** The joins that `caseColumns` needs. The invitee is found by the addressee: person, account, username, e-mail or phone. */
export const caseJoins = sql`
  join workspaces w on w.id = i.workspace_id
  join persons p on p.id = i.inviter_id
  left join memberships m on m.workspace_id = i.workspace_id and m.person_id = i.inviter_id
  ${membershipJoins}
  left join lateral (
    select ${personNow(sql`case when i.addressee like 'person:%' then substr(i.addressee, 8)::uuid end`)} as person_id
     where i.addressee like 'person:%'
    union all
    select a.person_id from accounts a
     where a.messenger = split_part(i.addressee, ':', 1) and a.account_id = split_part(i.addressee, ':', 2)
    union all
    (select a.person_id from accounts a
      where a.messenger = split_part(i.addressee, ':', 1) and split_part(i.addressee, ':', 2) like '@%'
        and a.username = substr(split_part(i.addressee, ':', 2), 2)
      order by a.last_seen_at desc limit 1)
    union all
    select k.id from persons k where i.addressee like 'email:%' and k.email = substr(i.addressee, 7)
    union all
    select k.id from persons k where i.addressee like 'phone:%' and k.phone = substr(i.addressee, 7)
    limit 1) addressed on true
  left join persons e on e.id = addressed.person_id
  ${addressOf(sql`p`, sql`inviter_chat`)}
  ${addressOf(sql`e`, sql`invitee_chat`)}`;

/** A row as `invitationColumns` yields it. */
export interface InvitationRow
  extends Columns<
    Pick<
      model.Invitation,
      | 'addressee'
      | 'addresseeName'
      | 'maxUses'
      | 'uses'
      | 'tokenHash'
      | 'accessUntil'
      | 'note'
      | 'createdAt'
      | 'expiresAt'
      | 'cardChatId'
      | 'cardMessageId'
    >
  > {
  invitation_id: string;
  invitation_workspace_id: string;
  offered_roles: readonly string[];
  invitation_state: Invitation['state'];
  delivery: Invitation['delivery'];
  invitation_version: number;
  card_messenger: NoticeAddress['messenger'] | null;
  users: readonly string[] | null;
  offered_resources: readonly Parameters<typeof offeredFrom>[0][] | null;
}

/** The types of `invitationColumns`. */
export const invitationTypes = {
  invitation_id: 'uuid',
  invitation_workspace_id: 'uuid',
  addressee: 'text',
  addressee_name: 'text',
  offered_roles: 'text[]',
  invitation_state: 'text',
  delivery: 'text',
  invitation_version: 'int4',
  max_uses: 'int4',
  uses: 'int4',
  token_hash: 'bytea',
  access_until: 'timestamptz',
  note: 'text',
  created_at: 'timestamptz',
  expires_at: 'timestamptz',
  card_messenger: 'text',
  card_chat_id: 'text',
  card_message_id: 'text',
  users: 'json',
  offered_resources: 'json',
} as const;

/** A row as `caseColumns` yields it. */
export interface CaseRow extends InvitationRow, WorkspaceRow, MembershipRow {
  inviter_id: string;
  inviter_name: string;
  inviter_language: Language;
  inviter_zone: string;
  inviter_messenger: NoticeAddress['messenger'] | null;
  inviter_chat_id: string | null;
  invitee_id: string | null;
  invitee_name: string;
  invitee_language: Language;
  invitee_zone: string;
  invitee_messenger: NoticeAddress['messenger'] | null;
  invitee_chat_id: string | null;
}

/** The types of `caseColumns`. */
export const caseTypes = {
  ...invitationTypes,
  ...workspaceTypes,
  ...membershipTypes,
  inviter_id: 'uuid',
  inviter_name: 'text',
  inviter_language: 'text',
  inviter_zone: 'text',
  inviter_messenger: 'text',
  inviter_chat_id: 'text',
  invitee_id: 'uuid',
  invitee_name: 'text',
  invitee_language: 'text',
  invitee_zone: 'text',
  invitee_messenger: 'text',
  invitee_chat_id: 'text',
} as const;

/** The invitation in a row. */
export function invitationFrom(row: InvitationRow): Invitation {
  return {
    id: row.invitation_id,
    workspaceId: row.invitation_workspace_id,
    addressee: row.addressee,
    addresseeName: row.addressee_name,
    roles: row.offered_roles,
    resources: (row.offered_resources ?? []).map(offeredFrom),
    state: row.invitation_state,
    delivery: row.delivery,
    version: row.invitation_version,
    maxUses: row.max_uses,
    uses: row.uses,
    users: row.users ?? [],
    tokenHash: row.token_hash,
    accessUntil: row.access_until,
    note: row.note,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    // A mail is never edited.
    card:
      row.card_messenger !== null &&
      row.card_messenger !== 'email' &&
      row.card_chat_id !== null &&
      row.card_message_id !== null
        ? { messenger: row.card_messenger, chatId: row.card_chat_id, messageId: row.card_message_id }
        : null,
  };
}

/** The invitation in a row, with the people and the workspace it concerns. */
export function caseFrom(row: CaseRow): InvitationCase {
  return {
    invitation: invitationFrom(row),
    workspace: workspaceFrom(row),
    inviter: recipient(
      row.inviter_id,
      row.inviter_name,
      row.inviter_language,
      row.inviter_zone,
      row.inviter_messenger,
      row.inviter_chat_id,
    ),
    inviterMembership: membershipFrom(row),
    invitee:
      row.invitee_id === null
        ? null
        : recipient(
            row.invitee_id,
            row.invitee_name,
            row.invitee_language,
            row.invitee_zone,
            row.invitee_messenger,
            row.invitee_chat_id,
          ),
  };
}

function recipient(
  personId: string,
  name: string,
  language: Language,
  timeZone: string,
  messenger: NoticeAddress['messenger'] | null,
  chatId: string | null,
): Recipient {
  return { personId, name, language, timeZone, address: addressFrom(messenger, chatId) };
}
