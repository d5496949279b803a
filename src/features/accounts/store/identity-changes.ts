import type { Writer } from '../../../store/commit/statement.ts';
import type { IdentityChange } from '../changes.ts';
import { merged } from './merging-changes.ts';

type Of<K extends IdentityChange['kind']> = Extract<IdentityChange, { kind: K }>;

const offered: Writer<Of<'link.offered'>> = (change, bind) => [
  {
    name: 'code',
    sql: `insert into link_codes (id, code_hash, person_id, messenger, account_id, expires_at)
          values (${bind(change.linkId)}::uuid, ${bind(change.codeHash)}::bytea, ${bind(change.personId)}::uuid, ${bind(change.messenger)},
                  ${bind(change.accountId)}, ${bind(change.expiresAt)}::timestamptz)
          on conflict (messenger, account_id) do update
             set id = excluded.id, code_hash = excluded.code_hash, person_id = excluded.person_id, expires_at = excluded.expires_at
          returning 1`,
    expect: 1,
  },
];

const codeMissed: Writer<Of<'code.missed'>> = (change, bind, at) => {
  const isOver = `code_tries.since <= ${at.now} - interval '1 hour'`;
  return [
    {
      name: 'tries',
      sql: `insert into code_tries (messenger, account_id, tries, since)
            values (${bind(change.messenger)}, ${bind(change.accountId)}, 1, ${at.now})
            on conflict (messenger, account_id) do update
               set tries = case when ${isOver} then 1 else code_tries.tries + 1 end,
                   since = case when ${isOver} then excluded.since else code_tries.since end
             where ${isOver} or code_tries.tries < ${bind(change.most)}::int
            returning 1`,
      expect: 1,
    },
  ];
};

const unlinked: Writer<Of<'account.unlinked'>> = (change, bind, at) => {
  const newPerson = `${bind(change.newPersonId)}::uuid`;
  return [
    {
      name: 'person',
      sql: `update persons set version = version + 1
             where id = ${bind(change.personId)}::uuid and version = ${bind(change.version)}::int returning id, language, time_zone`,
      expect: 1,
    },
    {
      name: 'alone',
      sql: `insert into persons (id, name, language, time_zone, created_at)
            select ${newPerson}, ${bind(change.name)}, p.language, p.time_zone, ${at.now} from ${at.ref('person')} p returning 1`,
      expect: 1,
    },
    {
      name: 'account',
      sql: `update accounts a set person_id = ${newPerson}, active_workspace_id = null
              from ${at.ref('person')} p
             where a.person_id = p.id and a.messenger = ${bind(change.messenger)} and a.account_id = ${bind(change.accountId)} returning 1`,
      expect: 1,
    },
    {
      name: 'codes',
      sql: `delete from link_codes where messenger = ${bind(change.messenger)} and account_id = ${bind(change.accountId)} returning 1`,
      expect: null,
    },
  ];
};

/** Writers of the changes of who is who. */
export const identityWriters = {
  'link.offered': offered,
  'code.missed': codeMissed,
  'persons.merged': merged,
  'account.unlinked': unlinked,
};
