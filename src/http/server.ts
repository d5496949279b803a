import fastify, { type FastifyInstance } from 'fastify';
import type { Messenger, Upload } from '../chat/messenger.ts';
import type { Pipeline } from '../chat/pipeline.ts';
import type { MessengerName } from '../chat/update.ts';
import { type AccessParts, accessRoutes } from '../features/decision-api/http/plugin.ts';
import { wellKnownRoutes } from '../features/decision-api/http/well-known.ts';
import { type LandingParts, landingRoutes } from '../features/invitations/landing/routes.ts';
import { fileRoutes } from './files.ts';
import { healthRoutes } from './health.ts';
import { webhookRoutes } from './webhooks.ts';

/** What the HTTP side needs. */
export interface ServerParts {
  readonly pipeline: Pipeline;
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly access: Omit<AccessParts, 'failed'>;
  /** Where others reach us, without a trailing slash; undefined: wherever they asked. */
  readonly publicUrl: string | undefined;
  /** Addresses and ranges whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly landing: Omit<LandingParts, 'messengers' | 'publicUrl'>;
  /** A file that may still be fetched; null otherwise. */
  readonly attachment: (id: string) => Promise<Upload | null>;
  /** Rejects while the process cannot serve. */
  readonly ready: () => Promise<void>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  /** Hears of errors that are nobody's input. */
  readonly failed: (error: unknown) => void;
}

/** Largest update we read: Telegram's are under 64 KiB, a text of 4096 characters with its entities included. */
const LARGEST_BODY = 1024 * 1024;

/** Fastify would load its own at every start. Routes with a schema stand where a plugin has set other compilers. */
const noCompiler = () => () => {
  throw new Error('a route with a schema has no compiler for it');
};

/** Builds the server; the caller listens and closes. */
export function createServer(parts: ServerParts): FastifyInstance {
  const server = fastify({
    bodyLimit: LARGEST_BODY,
    trustProxy: parts.trustedProxies.length === 0 ? false : [...parts.trustedProxies],
    // Longer than a balancer keeps its side, so that it is never us who cuts a request off.
    keepAliveTimeout: 75_000,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) parts.failed(error);
    reply.code(status).send({ error: status >= 500 ? 'internal' : 'bad_request' });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not_found' }));
  server.register(webhookRoutes(parts));
  server.register(healthRoutes(parts));
  server.register(fileRoutes(parts));
  server.register(landingRoutes({ ...parts, ...parts.landing }));
  server.register(wellKnownRoutes(parts.publicUrl));
  server.register(accessRoutes({ ...parts.access, failed: parts.failed }), { prefix: '/access/v1' });
  return server;
}
