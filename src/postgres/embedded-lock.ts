import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { isAlive } from './embedded-process.ts';

// The two halves of the advisory lock that the owner of an embedded server holds: "cast", "data".
const lockKeys = [0x63617374, 0x64617461];
/** How long a server may take to notice that the holder of the lock was killed. */
const releaseMs = 5_000;

const locked = z.tuple([z.object({ locked: z.boolean() })]);
const holders = z.array(z.object({ application: z.string() }));

/**
 * Connects to an embedded server and takes its ownership, which lasts as long as this connection: the process that holds
 * it may stop the server, and a killed holder's connection ends with it.
 *
 * Throws, naming the holder, while another living process owns it; throws what `pg` throws while the server is
 * not ready.
 */
export async function connectAndOwn(url: string, dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: `castellan ${process.pid}` });
  // A server that goes away is the pool's news to tell; this connection has nothing to add.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await own(client, dataDir);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function own(client: Client, dataDir: string): Promise<void> {
  const deadline = performance.now() + releaseMs;
  for (;;) {
    const answer = await client.query('select pg_try_advisory_lock($1, $2) as locked', lockKeys);
    if (locked.parse(answer.rows)[0].locked) return;
    const pid = await holderOf(client);
    if (pid !== undefined && (isAlive(pid) || performance.now() > deadline)) {
      throw new Error(
        `Another Castellan (process ${pid}) runs on ${dataDir}. Stop it first, or give this one another DATA_DIR; ` +
          'to run several processes on one database, set DATABASE_URL.',
      );
    }
    await delay(10);
  }
}

async function holderOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query(
    `select application_name as application from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and classid::int8 = $1 and objid::int8 = $2`,
    lockKeys,
  );
  const [holder] = holders.parse(rows);
  return holder && Number(holder.application.split(' ')[1]);
}
