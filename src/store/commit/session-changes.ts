import type { SessionChange } from '../../domain/changes.ts';
import { sql } from '../sql.ts';
import { byKind, defineChange } from './define-change.ts';
import { guard } from './parts.ts';

const define = defineChange<SessionChange>();

const rowOf = ({ messenger, accountId, chatId }: SessionChange): string[] => [
  `${messenger} ${accountId} ${chatId}`,
];

const sessionSaved = define('session.saved', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: rowOf,
  personRows: 'nobody',
  write: (change) => {
    const key = sql`${change.messenger}, ${change.accountId}, ${change.chatId}`;
    const wizard = sql`${JSON.stringify(change.wizard)}::jsonb`;
    const expires = sql`${change.expiresAt}::timestamptz`;
    return [
      guard(
        'session',
        change.version === null
          ? sql`insert into sessions (messenger, account_id, chat_id, wizard, expires_at)
                select ${key}, ${wizard}, ${expires} from acts act on conflict do nothing returning 1`
          : sql`update sessions set wizard = ${wizard}, expires_at = ${expires}, version = version + 1 from acts act
                 where (messenger, account_id, chat_id) = (${key}) and version = ${change.version}::int returning 1`,
        1,
      ),
    ];
  },
});

const sessionEnded = define('session.ended', {
  audit: 'private',
  affects: 'nobody',
  locks: [],
  writeSet: rowOf,
  personRows: 'nobody',
  write: (change) => [
    guard(
      'session',
      sql`delete from sessions using acts act
           where (messenger, account_id, chat_id) = (${change.messenger}, ${change.accountId}, ${change.chatId})
             and version = ${change.version}::int returning 1`,
      1,
    ),
  ],
});

/** The specs of the changes of wizards. */
export const sessionChanges = byKind(sessionSaved, sessionEnded);
