import type { SessionChange } from '../../domain/changes.ts';
import { usingActs, type Writer } from './statement.ts';

type Of<K extends SessionChange['kind']> = Extract<SessionChange, { kind: K }>;

const saved: Writer<Of<'session.saved'>> = (change, bind, at) => {
  const key = [bind(change.messenger), bind(change.accountId), bind(change.chatId)];
  const wizard = `${bind(JSON.stringify(change.wizard))}::jsonb`;
  const expires = `${bind(change.expiresAt)}::timestamptz`;
  return [
    {
      name: 'session',
      sql:
        change.version === null
          ? `insert into sessions (messenger, account_id, chat_id, wizard, expires_at)
             select ${key.join(', ')}, ${wizard}, ${expires} ${at.from} on conflict do nothing returning 1`
          : `update sessions set wizard = ${wizard}, expires_at = ${expires}, version = version + 1
              ${at.from} where (messenger, account_id, chat_id) = (${key.join(', ')}) and version = ${bind(change.version)}::int returning 1`,
      expect: 1,
    },
  ];
};

const ended: Writer<Of<'session.ended'>> = (change, bind, at) => [
  {
    name: 'session',
    sql: `delete from sessions ${usingActs(at)}
           where (messenger, account_id, chat_id) = (${bind(change.messenger)}, ${bind(change.accountId)}, ${bind(change.chatId)})
             and version = ${bind(change.version)}::int returning 1`,
    expect: 1,
  },
];

/** Writers of the changes of wizards. */
export const sessionWriters = { 'session.saved': saved, 'session.ended': ended };
