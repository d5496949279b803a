import type { Pool } from 'pg';
import { defineStatement, run } from './define-statement.ts';
import { sql } from './sql.ts';

interface Asked {
  readonly messenger: string;
  readonly updateId: string;
  readonly accountId: string;
  readonly chatId: string;
  /** Hash of the link code that the message may be; null where it looks like none. */
  readonly codeHash: Buffer | null;
}

const awaited = defineStatement<Asked & { readonly now: Date }, { awaited: boolean }>({
  name: 'awaited',
  columns: { awaited: 'bool' },
  sql: ({ messenger, updateId, accountId, chatId, codeHash, now }) => sql`
select exists (select 1 from sessions
                where messenger = ${messenger} and account_id = ${accountId} and chat_id = ${chatId} and expires_at > ${now}
                  and wizard ? 'name')
    or exists (select 1 from link_codes where code_hash = ${codeHash} and expires_at > ${now})
    or exists (select 1 from inbox where messenger = ${messenger} and update_id = ${updateId}) as awaited`,
});

/**
 * Whether a person's message is an answer in a dialogue of ours: there is one in that chat (a screen that is merely
 * open awaits nothing), the message is a code
 * that a person was shown to link accounts, or it has had its effect in one already and comes again.
 */
export async function isAwaited(pool: Pool, asked: Asked, now: Date): Promise<boolean> {
  const [row] = await run(pool, awaited, { ...asked, now });
  return row?.awaited === true;
}
