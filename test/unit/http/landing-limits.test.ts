import type { FastifyInstance } from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import { createServer, type ServerParts } from '../../../src/http/server.ts';
import { packageFile } from '../../../src/postgres/package-files.ts';

const servers: FastifyInstance[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A server of which only the invitations' page is asked; no invitation is known. */
function serverBehind(trustedProxies: readonly string[]): FastifyInstance {
  const unused = () => Promise.reject(new Error('not asked in this test'));
  const parts = {
    pipeline: { handle: unused },
    messengers: new Map(),
    access: { cache: {}, uses: {}, pool: {}, schemes: {}, now: () => new Date(), clock: () => 0 },
    publicUrl: undefined,
    trustedProxies,
    landing: {
      translators: loadTranslators(packageFile('locales/')),
      offer: async () => null,
      withSchemes: async <T>(pure: () => T) => pure(),
      defaultLanguage: 'en',
      now: () => new Date(),
      clock: () => 0,
    },
    attachment: unused,
    ready: unused,
    metrics: { contentType: 'text/plain', text: unused },
    failed: () => undefined,
  };
  // The rest is never called; what is here is all that the page takes.
  const server = createServer(parts as unknown as ServerParts);
  servers.push(server);
  return server;
}

/** How often a browser may open the page before it is told to wait. */
async function opened(server: FastifyInstance, forwardedFor: string): Promise<number> {
  for (let times = 0; times <= 400; times++) {
    const headers = { 'x-forwarded-for': forwardedFor };
    const { statusCode } = await server.inject({ url: '/i/x', headers, remoteAddress: '127.0.0.1' });
    if (statusCode === 429) return times;
  }
  throw new Error('there is no limit');
}

test('behind a proxy that is trusted each browser has a limit of its own', async () => {
  const server = serverBehind(['loopback']);
  expect(await opened(server, '203.0.113.1')).toBe(300);
  expect(await opened(server, '203.0.113.2')).toBe(300);
  // Whatever a browser claims stands before the address that the proxy saw.
  expect(await opened(server, '198.51.100.7, 203.0.113.2')).toBe(0);
});

test('nobody else is believed about where they come from', async () => {
  for (const proxies of [[], ['10.0.0.0/8']]) {
    const server = serverBehind(proxies);
    expect(await opened(server, '203.0.113.1')).toBe(300);
    expect(await opened(server, '203.0.113.2')).toBe(0);
  }
});
