import { startEmbeddedPostgres } from '../../src/postgres/embedded-postgres.ts';

// A process that owns the embedded server of the directory it is given, until SIGTERM.
const [, , dataDir = ''] = process.argv;
try {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
  process.stdout.write(`${server.url}\n`);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
