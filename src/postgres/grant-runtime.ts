import { Client } from 'pg';

/** Tables that the runtime role may only read and add to; triggers refuse the rest to everyone else as well. */
const APPEND_ONLY = ['audit_events', 'audit_seals', 'scheme_versions'];
/** "grnt" in ASCII: two processes that grant at once would fail over the same catalogue rows. */
const GRANT_LOCK = 0x67726e74;

/**
 * Grants the role of `runtimeUrl` what running takes, on the tables that the role of `ownerUrl` owns; all of it again
 * at each start, so that new tables are covered. Throws where both are one role, or the runtime role could grant itself
 * more.
 */
export async function grantRuntime(ownerUrl: string, runtimeUrl: string): Promise<void> {
  const role = await roleOf(runtimeUrl);
  const client = new Client({ connectionString: ownerUrl, application_name: 'castellan migrate' });
  await client.connect();
  try {
    await refuseBroadRole(client, role);
    const to = client.escapeIdentifier(role);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [GRANT_LOCK]);
    for (const schema of ['public', 'graphile_worker']) {
      await client.query(`grant usage on schema ${schema} to ${to}`);
      await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${to}`);
      await client.query(`grant usage, select on all sequences in schema ${schema} to ${to}`);
      await client.query(`grant execute on all functions in schema ${schema} to ${to}`);
    }
    for (const table of APPEND_ONLY)
      await client.query(`revoke update, delete, truncate, trigger on ${table} from ${to}`);
    await client.query(`revoke insert, update, delete on _prisma_migrations from ${to}`);
    await client.query(`revoke insert, update, delete on graphile_worker.migrations from ${to}`);
    await openRows(client, to);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function roleOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url, application_name: 'castellan' });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    return rows[0]?.role ?? '';
  } finally {
    await client.end();
  }
}

async function refuseBroadRole(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ is_broad: boolean }>(
    `select pg_has_role($1, current_user, 'member') or rolsuper or exists (
       select 1 from pg_class where relname = 'audit_events' and relkind = 'r' and pg_has_role($1, relowner, 'member')) as is_broad
       from pg_roles where rolname = $1`,
    [role],
  );
  if (rows[0]?.is_broad !== false)
    throw new Error(
      `DATABASE_URL names the role ${role}, which owns the tables or may act as their owner. Give it a role of its own.`,
    );
}

/** The tables of the jobs show no row to anyone but their owner, unless a policy says so. */
async function openRows(client: Client, to: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'graphile_worker'::regnamespace and relkind in ('r', 'p') and relrowsecurity`,
  );
  for (const { name } of rows) {
    const table = `graphile_worker.${client.escapeIdentifier(name)}`;
    await client.query(`drop policy if exists castellan_runtime on ${table}`);
    await client.query(`create policy castellan_runtime on ${table} to ${to} using (true) with check (true)`);
  }
}
