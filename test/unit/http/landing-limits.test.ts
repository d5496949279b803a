import type { FastifyInstance } from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import { landingRoutes } from '../../../src/features/invitations/landing/routes.ts';
import { createServer } from '../../../src/http/server.ts';
import { packageFile } from '../../../src/postgres/package-files.ts';

const servers: FastifyInstance[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** A server that has only the invitations' page; no invitation is known. */
function serverBehind(trustedProxies: readonly string[]): FastifyInstance {
  const landing = landingRoutes({
    messengers: new Map(),
    publicUrl: undefined,
    translators: loadTranslators(packageFile('locales/')),
    offer: async () => null,
    defaultLanguage: 'en',
    now: () => new Date(),
    clock: () => 0,
  });
  const server = createServer({
    routes: [{ plugin: landing }],
    trustedProxies,
    failed: () => undefined,
    isUnavailable: () => false,
  });
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
