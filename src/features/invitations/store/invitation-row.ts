import type { Language, NoticeAddress, Recipient } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import { personNow } from '../../../store/person-now.ts';
import { addressOf } from '../../accounts/store/address.ts';
import { offeredFrom } from '../../resources/store/thing-row.ts';
import type { Invitation, InvitationCase } from '../invitation.ts';

/** The bots and projects that an invitation offers roles on, by name; those that are gone are not among them. */
export function offeredThings(invitation: string): string {
  return `
         select json_agg(json_build_object('kind', t.kind, 'id', t.id, 'name', t.name, 'bot_id', t.bot_id, 'bot_name', t.bot_name,
                                           'project_id', t.project_id, 'project_name', t.project_name) order by lower(t.name))
           from jsonb_array_elements(${invitation}.things) as offered (thing)
           join things t on t.id = (offered.thing ->> 'id')::uuid and t.kind = offered.thing ->> 'kind'
                        and t.workspace_id = ${invitation}.workspace_id`;
}

/** Columns of an invitation, which stands under the alias `i`. */
export const invitationColumns = `
       i.id as invitation_id, i.workspace_id as invitation_workspace_id, i.addressee, i.addressee_name,
       i.roles as offered_roles, i.state as invitation_state, i.delivery, i.version as invitation_version, i.max_uses,
       i.uses, i.token_hash, i.access_until, i.note, i.created_at, i.expires_at, i.card_messenger, i.card_chat_id,
       i.card_message_id,
       case when i.uses > 0 then (select json_agg(u.name order by used.place)
                                    from unnest(i.used_by[1:3]) with ordinality as used (person_id, place)
                                    join persons u on u.id = used.person_id) end as users,
       case when i.things <> '[]' then (${offeredThings('i')}) end as offered_things`;

/** Columns of an invitation with its workspace, the inviter with their membership, and the known invitee. */
export const caseColumns = `
       ${invitationColumns},
       w.name as workspace_name, w.scheme, w.governance, w.invitation_ttl_hours,
       p.id as inviter_id, p.name as inviter_name, p.language as inviter_language, p.time_zone as inviter_zone,
       inviter_chat.messenger as inviter_messenger, inviter_chat.private_chat_id as inviter_chat_id,
       ${membershipColumns},
       e.id as invitee_id, e.name as invitee_name, e.language as invitee_language, e.time_zone as invitee_zone,
       invitee_chat.messenger as invitee_messenger, invitee_chat.private_chat_id as invitee_chat_id`;

/** Where each of the two is told something. */
const chatOf = (person: 'p' | 'e') => addressOf(person, person === 'p' ? 'inviter_chat' : 'invitee_chat');

/** The joins that `caseColumns` needs. The invitee is found by the addressee: person, account, username, e-mail or phone. */
export const caseJoins = `
  join workspaces w on w.id = i.workspace_id
  join persons p on p.id = i.inviter_id
  left join memberships m on m.workspace_id = i.workspace_id and m.person_id = i.inviter_id
  ${membershipJoins}
  left join lateral (
    select ${personNow("case when i.addressee like 'person:%' then substr(i.addressee, 8)::uuid end")} as person_id
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
  ${chatOf('p')}
  ${chatOf('e')}`;

/** A row as `invitationColumns` yields it. */
export interface InvitationRow {
  invitation_id: string;
  invitation_workspace_id: string;
  addressee: string | null;
  addressee_name: string | null;
  offered_roles: readonly string[];
  invitation_state: Invitation['state'];
  delivery: Invitation['delivery'];
  invitation_version: number;
  max_uses: number;
  uses: number;
  token_hash: Buffer;
  access_until: Date | null;
  note: string | null;
  created_at: Date;
  expires_at: Date;
  card_messenger: NoticeAddress['messenger'] | null;
  card_chat_id: string | null;
  card_message_id: string | null;
  users: readonly string[] | null;
  offered_things: readonly Parameters<typeof offeredFrom>[0][] | null;
}

/** A row as `caseColumns` yields it. */
export interface CaseRow extends InvitationRow, MembershipRow {
  workspace_name: string;
  scheme: string;
  governance: number;
  invitation_ttl_hours: number;
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

/** The invitation in a row. */
export function invitationFrom(row: InvitationRow): Invitation {
  return {
    id: row.invitation_id,
    workspaceId: row.invitation_workspace_id,
    addressee: row.addressee,
    addresseeName: row.addressee_name,
    roles: row.offered_roles,
    things: (row.offered_things ?? []).map(offeredFrom),
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
    workspace: {
      id: row.invitation_workspace_id,
      name: row.workspace_name,
      scheme: row.scheme,
      governance: row.governance,
      invitationTtlHours: row.invitation_ttl_hours,
    },
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
  const address = messenger === null || chatId === null ? null : { messenger, chatId };
  return { personId, name, language, timeZone, address };
}
