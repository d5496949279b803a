import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { z } from 'zod';
import { type AccessParts, accessRoutes } from '../src/features/decision-api/http/plugin.ts';

const report = z.object({
  problems: z.array(
    z.object({
      ruleId: z.string(),
      message: z.string(),
      location: z.array(z.object({ pointer: z.string().optional() })),
    }),
  ),
});

/** Nothing is asked but the document, so that no part is ever used. */
const parts = new Proxy({ publicUrl: 'https://castellan.example.org' } as AccessParts, {
  get: (given, name) => Reflect.get(given, name) ?? (() => undefined),
});

const server = fastify();
await server.register(accessRoutes(parts), { prefix: '/access/v1' });
const { body } = await server.inject('/access/v1/openapi.json');
await server.close();

const folder = await mkdtemp(join(tmpdir(), 'castellan-openapi-'));
try {
  const path = join(folder, 'openapi.json');
  await writeFile(path, body);
  const { stdout } = spawnSync('redocly', ['lint', path, '--extends=recommended', '--format=json'], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const { problems } = report.parse(JSON.parse(stdout));
  // The linter itself lets warnings pass.
  for (const { ruleId, message, location } of problems)
    process.stderr.write(`${ruleId}: ${message} (${location.map(({ pointer }) => pointer).join(', ')})\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
