import type { PersonChange } from '../../../domain/changes.ts';
import type { Folded } from '../../../store/commit/fold.ts';
import type { Writer } from '../../../store/commit/statement.ts';

type Of<K extends PersonChange['kind']> = Extract<PersonChange, { kind: K }>;

/** Text that a member search looks in: the lower-case name, and the username behind an `@`. */
export function searchText(name: string, username: string): string {
  return `lower(${name}) || coalesce(' @' || lower(${username}), '')`;
}

const appeared: Writer<Of<'person.appeared'> & Folded> = (change, bind, at) => {
  const name = `${bind(change.name)}::text`;
  const person = `${bind(change.personId)}::uuid`;
  return [
    {
      name: 'account',
      sql: `insert into accounts (messenger, account_id, person_id, name, username, private_chat_id, last_seen_at, active_workspace_id)
            select ${bind(change.messenger)}, ${bind(change.accountId)}, ${person}, ${name},
                   lower(${bind(change.username)}::text), ${bind(change.privateChatId)}, ${at.now},
                   ${bind(change.activeWorkspaceId ?? null)}::uuid ${at.from}
            on conflict do nothing returning person_id`,
      expect: 1,
    },
    {
      name: 'person',
      sql: `insert into persons (id, name, language, created_at)
            select s.person_id, ${name}, ${bind(change.language)}, ${at.now}
              from ${at.ref('account')} s${at.and} where s.person_id = ${person} returning 1`,
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
                   reachable = ${bind(change.reachable)}::boolean${active} ${at.from}
             where messenger = ${bind(change.messenger)} and account_id = ${bind(change.accountId)} returning 1`,
      expect: 1,
    },
    ...(change.activeWorkspaceId === undefined
      ? []
      : [
          {
            name: 'elsewhere',
            sql: `update accounts set active_workspace_id = ${bind(change.activeWorkspaceId)}::uuid ${at.from}
                   where person_id = ${person} and (messenger, account_id) <> (${bind(change.messenger)}, ${bind(change.accountId)}) returning 1`,
            expect: null,
          },
        ]),
    {
      name: 'person',
      sql: `update persons set name = ${name}, language = ${language} ${at.from}
             where id = ${person} and (name, language) <> (${name}, ${language}) returning 1`,
      expect: null,
    },
    {
      name: 'listed',
      sql: `update memberships set sort_name = lower(${name}), search = ${searchText(name, username)} ${at.from}
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
const activated: Writer<Of<'account.activated'>> = (change, bind, at) => [
  {
    name: 'account',
    sql: `update accounts set active_workspace_id = ${bind(change.workspaceId)}::uuid
            from accounts o${at.and}
           where o.messenger = ${bind(change.messenger)} and o.account_id = ${bind(change.accountId)}
             and accounts.person_id = o.person_id returning 1`,
    expect: null,
  },
];

const language: Writer<Of<'person.language'>> = (change, bind, at) => [
  {
    name: 'person',
    sql: `update persons set language = ${bind(change.language)} ${at.from} where id = ${bind(change.personId)}::uuid returning 1`,
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
