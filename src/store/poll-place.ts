import type { Pool } from 'pg';

/** Where the polling of one messenger has got to, for the process that polls next. */
interface PollPlace {
  read(): Promise<string | null>;
  write(place: string): Promise<void>;
}

/** The place of a messenger, kept in the database: the next to poll may be another process. */
export function createPollPlace(pool: Pool, messenger: string): PollPlace {
  return {
    async read() {
      const { rows } = await pool.query<{ place: string }>(
        'select place from poll_places where messenger = $1',
        [messenger],
      );
      return rows[0]?.place ?? null;
    },
    async write(place) {
      await pool.query(
        `insert into poll_places (messenger, place) values ($1, $2)
         on conflict (messenger) do update set place = excluded.place`,
        [messenger, place],
      );
    },
  };
}
