import type { Pool } from 'pg';
import type { Language, MembershipState, WorkspaceState } from '../domain/state.ts';
import { anyPlace } from './any-place.ts';
import type { Columns } from './columns.ts';
import { createBatch } from './commit/batch.ts';
import { defineStatement, run } from './define-statement.ts';
import type { Account, Person } from './generated/client.ts';
import {
  type MembershipRow,
  membershipColumns,
  membershipFrom,
  membershipJoins,
  membershipTypes,
} from './rows/membership-row.ts';
import { type WorkspaceRow, workspaceColumns, workspaceFrom, workspaceTypes } from './rows/workspace-row.ts';
import { type Sql, sql } from './sql.ts';

/** What an update is read against: who wrote, what they are in the middle of, where they act. */
export interface UpdateContext {
  /** The update had its effect before: acknowledge and stop. */
  readonly seen: boolean;
  /** Null until this account wrote for the first time. */
  readonly account: AccountState | null;
  readonly session: { readonly wizard: unknown; readonly version: number; readonly expiresAt: Date } | null;
  /** The group the update came from, where the bot knows it. */
  readonly group: { readonly title: string; readonly workspaceId: string | null } | null;
  /** The active workspace: the group's in a bound group, else the account's. Only if the person is a member. */
  readonly workspace: WorkspaceState | null;
  /** The person's living membership there. */
  readonly membership: MembershipState | null;
}

/** The account that wrote and the person behind it. */
export interface AccountState {
  readonly personId: string;
  /** Ids the person had before accounts of theirs were linked. */
  readonly formerIds: readonly string[];
  readonly personName: string;
  readonly language: Language;
  readonly timeZone: string;
  /** What the messenger showed when it was last seen. */
  readonly name: string;
  readonly username: string | null;
  readonly privateChatId: string | null;
  readonly reachable: boolean;
  readonly lastSeenAt: Date;
}

interface ContextKey {
  readonly messenger: string;
  readonly updateId: string;
  readonly accountId: string;
  readonly chatId: string;
  readonly inGroup: boolean;
}

interface ContextRow
  extends MembershipRow,
    Omit<WorkspaceRow, 'workspace_id'>,
    Columns<
      Pick<Person, 'timeZone'> & Pick<Account, 'username' | 'privateChatId' | 'reachable' | 'lastSeenAt'>
    > {
  seen: boolean;
  person_id: string | null;
  former_ids: readonly string[] | null;
  person_name: string;
  language: Language;
  account_name: string;
  wizard: unknown;
  session_version: number | null;
  expires_at: Date;
  group_title: string | null;
  group_workspace_id: string | null;
  workspace_id: string | null;
}

const columns = {
  ...membershipTypes,
  ...workspaceTypes,
  seen: 'bool',
  person_id: 'uuid',
  former_ids: 'uuid[]',
  person_name: 'text',
  language: 'text',
  time_zone: 'text',
  account_name: 'text',
  username: 'text',
  private_chat_id: 'text',
  reachable: 'bool',
  last_seen_at: 'timestamptz',
  wizard: 'jsonb',
  session_version: 'int4',
  expires_at: 'timestamptz',
  group_title: 'text',
  group_workspace_id: 'uuid',
} as const;

const contextsOf = (keys: Sql): Sql => sql`
select exists (select 1 from inbox where messenger = k.messenger and update_id = k.update_id) as seen,
       a.person_id, (select array_agg(f.id) from former_persons f where f.person_id = a.person_id) as former_ids, p.name as person_name, p.language, p.time_zone,
       a.name as account_name, a.username, a.private_chat_id, a.reachable, a.last_seen_at,
       s.wizard, s.version as session_version, s.expires_at,
       g.title as group_title, g.workspace_id as group_workspace_id,
       ${workspaceColumns},
       ${membershipColumns}
  from ${keys} as k (messenger, update_id, account_id, chat_id, in_group, place)
  left join accounts a on a.messenger = k.messenger and a.account_id = k.account_id
  left join persons p on p.id = a.person_id
  left join sessions s on s.messenger = k.messenger and s.account_id = k.account_id and s.chat_id = k.chat_id
  left join group_chats g on k.in_group and g.messenger = k.messenger and g.chat_id = k.chat_id
  left join memberships m on m.workspace_id = case when k.in_group then g.workspace_id else a.active_workspace_id end
                         and m.person_id = a.person_id and m.state in ('active', 'suspended')
  left join workspaces w on w.id = m.workspace_id
  ${membershipJoins}
 where ${anyPlace(sql`k.place`)}
 order by k.place`;

/** Of one update alone, which is what most reads are: a table of one row needs no arrays. */
const readOne = defineStatement<ContextKey, ContextRow>({
  name: 'read-context',
  columns,
  sql: ({ messenger, updateId, accountId, chatId, inGroup }) =>
    contextsOf(
      sql`(values (${messenger}::text, ${updateId}::text, ${accountId}::text, ${chatId}::text, ${inGroup}::boolean, 1))`,
    ),
});

interface ContextKeys {
  readonly messengers: readonly string[];
  readonly updateIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly chatIds: readonly string[];
  readonly inGroups: readonly boolean[];
}

const readMany = defineStatement<ContextKeys, ContextRow>({
  name: 'read-contexts',
  columns,
  sql: ({ messengers, updateIds, accountIds, chatIds, inGroups }) =>
    contextsOf(
      sql`unnest(${messengers}::text[], ${updateIds}::text[], ${accountIds}::text[], ${chatIds}::text[], ${inGroups}::boolean[]) with ordinality`,
    ),
});

export type ContextReader = (key: ContextKey) => Promise<UpdateContext>;

/**
 * Reads all that an update is routed and authorized on. Updates that come while a read is under way are read
 * together by the next statement: under load most of a small statement is its way to the server and back.
 */
export function createContextReader(pool: Pool): ContextReader {
  return createBatch(async (keys: readonly ContextKey[]) => {
    const [key] = keys;
    const rows =
      keys.length === 1 && key !== undefined
        ? await run(pool, readOne, key)
        : await run(pool, readMany, {
            messengers: keys.map(({ messenger }) => messenger),
            updateIds: keys.map(({ updateId }) => updateId),
            accountIds: keys.map(({ accountId }) => accountId),
            chatIds: keys.map(({ chatId }) => chatId),
            inGroups: keys.map(({ inGroup }) => inGroup),
          });
    return rows.map(contextFrom);
  });
}

function contextFrom(row: ContextRow): UpdateContext {
  return {
    seen: row.seen,
    account: row.person_id === null ? null : accountFrom(row, row.person_id),
    session:
      row.session_version === null
        ? null
        : { wizard: row.wizard, version: row.session_version, expiresAt: row.expires_at },
    group: row.group_title === null ? null : { title: row.group_title, workspaceId: row.group_workspace_id },
    workspace: row.workspace_id === null ? null : workspaceFrom({ ...row, workspace_id: row.workspace_id }),
    membership: membershipFrom(row),
  };
}

function accountFrom(row: ContextRow, personId: string): AccountState {
  return {
    personId,
    formerIds: row.former_ids ?? [],
    personName: row.person_name,
    language: row.language,
    timeZone: row.time_zone,
    name: row.account_name,
    username: row.username,
    privateChatId: row.private_chat_id,
    reachable: row.reachable,
    lastSeenAt: row.last_seen_at,
  };
}
