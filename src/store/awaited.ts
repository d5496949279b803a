import type { Pool } from 'pg';

interface Asked {
  readonly messenger: string;
  readonly updateId: string;
  readonly accountId: string;
  readonly chatId: string;
  /** Hash of the link code that the message may be; null where it looks like none. */
  readonly codeHash: Buffer | null;
}

const AWAITED = `
select exists (select 1 from sessions
                where messenger = $1 and account_id = $3 and chat_id = $4 and expires_at > $5)
    or exists (select 1 from link_codes where code_hash = $6 and expires_at > $5)
    or exists (select 1 from inbox where messenger = $1 and update_id = $2) as awaited`;

/**
 * Whether a person's message is an answer in a dialogue of ours: there is one in that chat, the message is a code
 * that somebody was shown to link accounts, or it has had its effect in one already and comes again.
 */
export async function isAwaited(pool: Pool, asked: Asked, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ awaited: boolean }>({
    name: 'awaited',
    text: AWAITED,
    values: [asked.messenger, asked.updateId, asked.accountId, asked.chatId, now, asked.codeHash],
  });
  return rows[0]?.awaited === true;
}
