import type { PersonChange } from '../../workspace/changes.ts';
import type { Writer } from '../statement.ts';
import type { Folded } from './fold.ts';

type Of<K extends PersonChange['kind']> = Extract<PersonChange, { kind: K }>;

/** Text that a member search looks in: the lower-case name, and the username behind an `@`. */
export function searchText(name: string, username: string): string {
  return `lower(${name}) || coalesce(' @' || lower(${username}), '')`;
}

const appeared: Writer<Of<'person.appeared'> & Folded> = (change, bind, at) => {
  const name = `${bind(change.name)}::text`;
  return [
    {
      name: 'account',
      sql: `insert into accounts (messenger, account_id, person_id, name, username, private_chat_id, last_seen_at, active_workspace_id)
            values (${bind(change.messenger)}, ${bind(change.accountId)}, ${bind(change.personId)}, ${name},
                    lower(${bind(change.username)}::text), ${bind(change.privateChatId)}, ${at.now},
                    ${bind(change.activeWorkspaceId ?? null)}::uuid)
            on conflict do nothing returning person_id`,
      expect: 1,
    },
    {
      name: 'person',
      sql: `insert into persons (id, name, language, created_at)
            select person_id, ${name}, ${bind(change.language)}, ${at.now} from ${at.ref('account')} returning 1`,
      expect: 1,
    },
  ];
};

const seen: Writer<Of<'account.seen'> & Folded> = (change, bind, at) => {
  const person = `${bind(change.personId)}::uuid`;
  const name = `${bind(change.name)}::text`;
  const username = `${bind(change.username)}::text`;
  const active =
    change.activeWorkspaceId === undefined
      ? ''
      : `, active_workspace_id = ${bind(change.activeWorkspaceId)}::uuid`;
  const language = `coalesce(${bind(change.newLanguage ?? null)}::text, language)`;
  return [
    {
      name: 'account',
      sql: `update accounts set name = ${name}, username = lower(${username}), last_seen_at = ${at.now},
                   private_chat_id = coalesce(${bind(change.privateChatId)}::text, private_chat_id),
                   reachable = ${bind(change.reachable)}::boolean${active}
             where messenger = ${bind(change.messenger)} and account_id = ${bind(change.accountId)} returning 1`,
      expect: 1,
    },
    ...(change.activeWorkspaceId === undefined
      ? []
      : [
          {
            name: 'elsewhere',
            sql: `update accounts set active_workspace_id = ${bind(change.activeWorkspaceId)}::uuid
                   where person_id = ${person} and (messenger, account_id) <> (${bind(change.messenger)}, ${bind(change.accountId)}) returning 1`,
            expect: null,
          },
        ]),
    {
      name: 'person',
      sql: `update persons set name = ${name}, language = ${language}
             where id = ${person} and (name, language) <> (${name}, ${language}) returning 1`,
      expect: null,
    },
    {
      name: 'listed',
      sql: `update memberships set sort_name = lower(${name}), search = ${searchText(name, username)}
             where person_id = ${person} and search <> ${searchText(name, username)} returning 1`,
      expect: null,
    },
  ];
};

const reachability: Writer<Of<'account.reachability'>> = (change, bind) => [
  {
    name: 'account',
    sql: `update accounts set reachable = ${bind(change.reachable)}::boolean
           where messenger = ${bind(change.messenger)} and account_id = ${bind(change.accountId)} returning 1`,
    expect: null,
  },
];

/** The workspace becomes the active one wherever the person writes from. */
const activated: Writer<Of<'account.activated'>> = (change, bind) => [
  {
    name: 'account',
    sql: `update accounts set active_workspace_id = ${bind(change.workspaceId)}::uuid
           where person_id = (select person_id from accounts
                               where messenger = ${bind(change.messenger)} and account_id = ${bind(change.accountId)}) returning 1`,
    expect: null,
  },
];

const language: Writer<Of<'person.language'>> = (change, bind) => [
  {
    name: 'person',
    sql: `update persons set language = ${bind(change.language)} where id = ${bind(change.personId)}::uuid returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of people and accounts. */
export const personWriters = {
  'person.appeared': appeared,
  'account.seen': seen,
  'account.reachability': reachability,
  'account.activated': activated,
  'person.language': language,
};
