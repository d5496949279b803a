import fastify, { type FastifyInstance, type FastifyPluginCallback } from 'fastify';

/** Routes of a feature. */
interface Routes {
  readonly plugin: FastifyPluginCallback;
  /** Path that all of them begin with. */
  readonly prefix?: string;
}

/** What the HTTP side needs. */
export interface ServerParts {
  /** In the order in which they are registered. */
  readonly routes: readonly Routes[];
  /** Addresses and ranges whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Called with every error that is not caused by input. */
  readonly failed: (error: unknown) => void;
  /** Whether an error means that the database is away, so that the same request may succeed soon. */
  readonly isUnavailable: (error: unknown) => boolean;
}

/** Largest update we read: Telegram's are under 64 KiB, a text of 4096 characters with its entities included. */
const LARGEST_BODY = 1024 * 1024;

/** A database that was restarted is back within this. */
const RETRY_AFTER_SECONDS = 5;

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
    if (status === 500 && parts.isUnavailable(error))
      return reply.code(503).header('retry-after', RETRY_AFTER_SECONDS).send({ error: 'unavailable' });
    return reply.code(status).send({ error: status >= 500 ? 'internal' : 'bad_request' });
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not_found' }));
  for (const { plugin, prefix } of parts.routes)
    server.register(plugin, prefix === undefined ? {} : { prefix });
  return server;
}
