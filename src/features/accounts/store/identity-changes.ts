import { byKind, defineChange } from '../../../store/commit/define-change.ts';
import { guard, once, step } from '../../../store/commit/parts.ts';
import { sql } from '../../../store/sql.ts';
import type { IdentityChange } from '../changes.ts';

const define = defineChange<IdentityChange>();

const linkOffered = define('link.offered', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change) => [
    guard(
      'code',
      sql`insert into link_codes (id, code_hash, person_id, messenger, account_id, expires_at)
          select ${change.linkId}::uuid, ${change.codeHash}::bytea, ${change.personId}::uuid, ${change.messenger},
                 ${change.accountId}, ${change.expiresAt}::timestamptz from acts act
          on conflict (messenger, account_id) do update
             set id = excluded.id, code_hash = excluded.code_hash, person_id = excluded.person_id, expires_at = excluded.expires_at
          returning 1`,
      1,
    ),
  ],
});

const codeMissed = define('code.missed', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'nobody',
  write: (change, at) => {
    const isOver = sql`code_tries.since <= excluded.since - interval '1 hour'`;
    return [
      guard(
        'tries',
        sql`insert into code_tries (messenger, account_id, tries, since)
            select ${change.messenger}, ${change.accountId}, 1, ${at.now} from acts act
            on conflict (messenger, account_id) do update
               set tries = case when ${isOver} then 1 else code_tries.tries + 1 end,
                   since = case when ${isOver} then excluded.since else code_tries.since end
             where ${isOver} or code_tries.tries < (select min(${change.most}::int) from acts act)
            returning 1`,
        1,
      ),
    ];
  },
});

const accountUnlinked = define('account.unlinked', {
  audit: (change) =>
    change.workspaceIds.map((workspaceId) => ({
      workspaceId,
      subjectId: change.personId,
      detail: { messenger: change.messenger },
    })),
  affects: 'everyone',
  locks: [],
  writeSet: 'exclusive',
  personRows: 'anyone',
  write: (change, at) => {
    const newPerson = sql`${once(change.newPersonId)}::uuid`;
    const messenger = sql`${once(change.messenger)}`;
    const account = sql`${once(change.accountId)}`;
    return [
      guard(
        'person',
        sql`update persons set version = version + 1 from acts act
             where id = ${change.personId}::uuid and version = ${change.version}::int returning id, language, time_zone`,
        1,
      ),
      guard(
        'alone',
        sql`insert into persons (id, name, language, time_zone, created_at)
            select ${newPerson}, ${change.name}, p.language, p.time_zone, ${at.now} from ${at.ref('person')} p, acts act returning 1`,
        1,
      ),
      guard(
        'account',
        sql`update accounts a set person_id = ${newPerson}, active_workspace_id = null
              from ${at.ref('person')} p, acts act
             where a.person_id = p.id and a.messenger = ${messenger} and a.account_id = ${account} returning 1`,
        1,
      ),
      step(
        'codes',
        sql`delete from link_codes using acts act where messenger = ${messenger} and account_id = ${account} returning 1`,
      ),
    ];
  },
});

/** The specs of the changes of who is who, merging left out. */
export const identityChanges = byKind(linkOffered, codeMissed, accountUnlinked);
