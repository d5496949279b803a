import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** A workspace filled at once, for tests of lists: everybody is a designer, all on Telegram. */
export interface Crowd {
  readonly workspaceId: string;
  readonly names: readonly string[];
}

/** Fills a new workspace with members of these names; the username of the n-th is `crowd<n>`. */
export async function gather(pool: Pool, names: readonly string[]): Promise<Crowd> {
  const workspaceId = randomUUID();
  await pool.query(
    `with w as (insert into workspaces (id, name, scheme, created_at) values ($1, 'Crowd', 'company', now())),
     n as materialized (select gen_random_uuid() as person, gen_random_uuid() as member, name, i
                          from unnest($2::text[]) with ordinality as n (name, i)),
     p as (insert into persons (id, name, language, created_at) select person, name, 'en', now() from n),
     a as (insert into accounts (messenger, account_id, person_id, name, username, private_chat_id, last_seen_at)
           select 'telegram', $1::text || i, person, name, 'crowd' || i, i::text, now() from n),
     m as (insert into memberships (id, workspace_id, person_id, state, sort_name, search, joined_at)
           select member, $1, person, 'active', lower(name), lower(name) || ' @crowd' || i, now() from n),
     r as (insert into membership_roles (membership_id, workspace_id, role, granted_at)
           select member, $1, 'designer', now() from n)
     insert into member_counts (workspace_id, slot, members) select $1, 0, count(*) from n`,
    [workspaceId, names],
  );
  return { workspaceId, names };
}
