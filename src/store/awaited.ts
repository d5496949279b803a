import type { Pool } from 'pg';

interface Asked {
  readonly messenger: string;
  readonly updateId: string;
  readonly accountId: string;
  readonly chatId: string;
}

const AWAITED = `
select exists (select 1 from sessions
                where messenger = $1 and account_id = $3 and chat_id = $4 and expires_at > $5)
    or exists (select 1 from inbox where messenger = $1 and update_id = $2) as awaited`;

/**
 * Whether a person's message is an answer in a dialogue of ours: there is one in that chat, or the message has had
 * its effect in one already and comes again.
 */
export async function isAwaited(pool: Pool, asked: Asked, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ awaited: boolean }>({
    name: 'awaited',
    text: AWAITED,
    values: [asked.messenger, asked.updateId, asked.accountId, asked.chatId, now],
  });
  return rows[0]?.awaited === true;
}
