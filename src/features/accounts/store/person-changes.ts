import type { PersonChange } from '../../../domain/changes.ts';
import type { Language } from '../../../domain/state.ts';
import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { empty, sql } from '../../../store/sql.ts';
import { searchText } from '../../members/store/search-text.ts';

/** What else is written to the account and person that an update was sent by, see `coalesce.ts`. */
export interface Coalesced {
  /** Absent: stays as it is. */
  readonly activeWorkspaceId?: string | null;
  readonly newLanguage?: Language;
}

const define = defineChange<PersonChange & Coalesced>();

const accountRow = (change: { readonly messenger: string; readonly accountId: string }): string =>
  `${change.messenger} ${change.accountId}`;

const personAppeared = define('person.appeared', {
  audit: 'private',
  // An account that was asked about before it wrote is looked up anew within a second.
  affects: 'nobody',
  locks: [],
  writeSet: (change) => [change.personId, accountRow(change)],
  personRows: (change) => [change.personId],
  write: (change, at) => {
    const name = sql`${once(change.name)}::text`;
    const person = sql`${once(change.personId)}::uuid`;
    return [
      guard(
        'account',
        sql`insert into accounts (messenger, account_id, person_id, name, username, private_chat_id, last_seen_at, active_workspace_id)
            select ${change.messenger}, ${change.accountId}, ${person}, ${name}, lower(${change.username}), ${change.privateChatId}, ${at.now},
                   ${change.activeWorkspaceId ?? null}::uuid from acts act
            on conflict do nothing returning person_id`,
        1,
      ),
      guard(
        'person',
        sql`insert into persons (id, name, language, created_at)
            select s.person_id, ${name}, ${change.language}, ${at.now}
              from ${at.ref('account')} s, acts act where s.person_id = ${person} returning 1`,
        1,
      ),
    ];
  },
});

const accountSeen = define('account.seen', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: (change) => [change.personId, accountRow(change)],
  personRows: (change) => [change.personId],
  write: (change, at) => {
    const person = sql`${once(change.personId)}::uuid`;
    const messenger = sql`${once(change.messenger)}`;
    const account = sql`${once(change.accountId)}`;
    const name = sql`${once(change.name)}`;
    const username = sql`${once(change.username)}`;
    const language = sql`coalesce(${once(change.newLanguage ?? null)}, language)`;
    const search = searchText(name, username);
    const workspace =
      change.activeWorkspaceId === undefined ? null : sql`${once(change.activeWorkspaceId)}::uuid`;
    return [
      guard(
        'account',
        sql`update accounts set name = ${name}, username = lower(${username}), last_seen_at = ${at.now},
                   private_chat_id = coalesce(${change.privateChatId}, private_chat_id),
                   reachable = ${change.reachable}::boolean${workspace ? sql`, active_workspace_id = ${workspace}` : empty} from acts act
             where messenger = ${messenger} and account_id = ${account} returning 1`,
        1,
      ),
      ...(workspace
        ? [
            step(
              'elsewhere',
              sql`update accounts set active_workspace_id = ${workspace} from acts act
                   where person_id = ${person} and (messenger, account_id) <> (${messenger}, ${account}) returning 1`,
            ),
          ]
        : []),
      step(
        'person',
        sql`update persons set name = ${name}, language = ${language} from acts act
             where id = ${person} and (name, language) <> (${name}, ${language}) returning 1`,
      ),
      step(
        'listed',
        sql`update memberships set sort_name = lower(${name}), search = ${search} from acts act
             where person_id = ${person} and search <> ${search} returning 1`,
      ),
    ];
  },
});

const accountReachability = define('account.reachability', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change) => [
    step(
      'account',
      sql`update accounts set reachable = ${change.reachable}::boolean from acts act
           where messenger = ${change.messenger} and account_id = ${change.accountId} returning 1`,
    ),
  ],
});

/** The workspace becomes the active one wherever the person writes from. */
const accountActivated = define('account.activated', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: (change) => [accountRow(change)],
  personRows: 'nobody',
  write: (change) => [
    step(
      'account',
      sql`update accounts set active_workspace_id = ${change.workspaceId}::uuid from accounts o, acts act
           where o.messenger = ${change.messenger} and o.account_id = ${change.accountId}
             and accounts.person_id = o.person_id returning 1`,
    ),
  ],
});

const personLanguage = define('person.language', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: (change) => [change.personId],
  personRows: 'nobody',
  write: (change) => [
    guard(
      'person',
      sql`update persons set language = ${change.language} from acts act where id = ${change.personId}::uuid returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of people and accounts. */
export const personChanges = byKind(
  personAppeared,
  accountSeen,
  accountReachability,
  accountActivated,
  personLanguage,
);
