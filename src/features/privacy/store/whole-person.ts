import type { Language } from '../../../domain/state.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
} from '../../../store/membership-row.ts';
import type { Account, JoinedMembership, WholePerson } from '../../accounts/person.ts';

/** Columns of a whole person `p`, one row a membership; a person without any has one row as well. */
export const wholePersonColumns = `
       p.id as person_id, p.name as person_name, p.language, p.time_zone, p.email, p.phone, p.version as person_version, p.created_at,
       owned.accounts, invited.invitations,
       w.name as workspace_name, w.scheme,
       (select json_object_agg(b.id, b.project_id) from grants g join bots b on b.id = g.thing_id
         where g.membership_id = m.id and g.thing_kind = 'bot' and b.project_id is not null) as projects, ${membershipColumns}`;

/** The joins that `wholePersonColumns` needs. */
export const wholePersonJoins = `
  left join lateral (
    select json_agg(json_build_object('messenger', a.messenger, 'accountId', a.account_id, 'name', a.name, 'username', a.username,
                                      'privateChatId', a.private_chat_id, 'active', a.active_workspace_id,
                                      'seen', extract(epoch from a.last_seen_at) * 1000)
                    order by a.last_seen_at desc, a.messenger, a.account_id) as accounts
      from accounts a where a.person_id = p.id) owned on true
  left join lateral (
    select json_agg(json_build_object('id', i.id, 'workspaceId', i.workspace_id, 'scheme', iw.scheme, 'roles', i.roles)) as invitations
      from invitations i join workspaces iw on iw.id = i.workspace_id
     where i.addressee = 'person:' || p.id::text and i.state = 'pending') invited on true
  left join memberships m on m.person_id = p.id
  left join workspaces w on w.id = m.workspace_id
  ${membershipJoins}`;

/** A row as `wholePersonColumns` yields it. */
export interface WholePersonRow extends MembershipRow {
  person_id: string | null;
  person_name: string;
  language: Language;
  time_zone: string;
  email: string | null;
  phone: string | null;
  person_version: number;
  created_at: Date;
  accounts: readonly (Account & { readonly active: string | null; readonly seen: number })[] | null;
  invitations: WholePerson['invitations'] | null;
  workspace_name: string;
  scheme: string;
  projects: Readonly<Record<string, string>> | null;
}

/** The person whose rows these are; null where there are none. */
export function wholePersonFrom(rows: readonly WholePersonRow[]): WholePerson | null {
  const [row] = rows;
  if (row === undefined || row.person_id === null) return null;
  const accounts = row.accounts ?? [];
  return {
    personId: row.person_id,
    name: row.person_name,
    language: row.language,
    timeZone: row.time_zone,
    email: row.email,
    phone: row.phone,
    createdAt: row.created_at,
    version: row.person_version,
    accounts: accounts.map(({ active: _, seen: __, ...account }) => account),
    activeWorkspaceId: accounts.find(({ active }) => active !== null)?.active ?? null,
    memberships: rows.flatMap(joinedFrom),
    invitations: row.invitations ?? [],
  };
}

function joinedFrom(row: WholePersonRow): JoinedMembership[] {
  const membership = membershipFrom(row);
  if (membership === null) return [];
  const { workspaceId: id } = membership;
  return [
    {
      membership,
      workspace: { id, name: row.workspace_name, scheme: row.scheme },
      projects: new Map(Object.entries(row.projects ?? {})),
    },
  ];
}
