import type { Pool } from 'pg';
import { defineStatement, run } from './define-statement.ts';
import type { PollPlace as StoredPlace } from './generated/client.ts';
import { sql } from './sql.ts';

/** Where the polling of one messenger has got to, for the process that polls next. */
interface PollPlace {
  read(): Promise<string | null>;
  write(place: string): Promise<void>;
}

const readPlace = defineStatement<{ readonly messenger: string }, Pick<StoredPlace, 'place'>>({
  name: 'poll-place-read',
  columns: { place: 'text' },
  sql: ({ messenger }) => sql`select place from poll_places where messenger = ${messenger}`,
});

/** Runs after each poll, before the next: a process that only polls need not load Prisma Client for it. */
const writePlace = defineStatement<StoredPlace, Record<never, never>>({
  name: 'poll-place-write',
  columns: {},
  sql: ({ messenger, place }) => sql`
insert into poll_places (messenger, place) values (${messenger}, ${place})
on conflict (messenger) do update set place = excluded.place`,
});

/** The place of a messenger, kept in the database: the next to poll may be another process. */
export function createPollPlace(pool: Pool, messenger: string): PollPlace {
  return {
    async read() {
      const [row] = await run(pool, readPlace, { messenger });
      return row?.place ?? null;
    },
    async write(place) {
      await run(pool, writePlace, { messenger, place });
    },
  };
}
