import type { Pool } from 'pg';
import type { Found, Query } from '../../workspace/queries.ts';

interface ProfileRow {
  messenger: string;
  name: string;
  username: string | null;
  workspaces: number;
}

/** A person's accounts and the number of their workspaces; nobody has yet, who writes for the first time. */
export async function findProfile(
  pool: Pool,
  query: Query<'people.profile'>,
): Promise<Found<'people.profile'>> {
  const { rows } = await pool.query<ProfileRow>({
    name: 'people-profile',
    text: `select messenger, name, username,
                  (select count(*)::int from memberships
                    where person_id = $1 and state in ('active', 'suspended')) as workspaces
             from accounts where person_id = $1 order by last_seen_at desc limit 20`,
    values: [query.personId],
  });
  return {
    accounts: rows.map(({ messenger, name, username }) => ({ messenger, name, username })),
    workspaces: rows[0]?.workspaces ?? 0,
  };
}
