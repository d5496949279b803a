import { migrate } from '../postgres/migrate.ts';

/**
 * Migrates as the owner of the tables, which may be the runtime role itself; where it is another one, the tables of the
 * jobs are made as well and the runtime role is granted what it takes.
 *
 * @param ownerUrl undefined: the runtime role owns the tables
 * @param runtimeUrl the address that the process runs with
 */
export async function migrateAs(ownerUrl: string | undefined, runtimeUrl: string): Promise<void> {
  await migrate(ownerUrl ?? runtimeUrl);
  if (ownerUrl === undefined) return;
  const [{ migrateJobsAt }, { grantRuntime }] = await Promise.all([
    import('../delivery/jobs.ts'),
    import('../postgres/grant-runtime.ts'),
  ]);
  await migrateJobsAt(ownerUrl);
  await grantRuntime(ownerUrl, runtimeUrl);
}
