import type { FastifyPluginCallback } from 'fastify';

/** What answers about the process itself need. */
interface HealthParts {
  /** Rejects while the process cannot serve. */
  readonly ready: () => Promise<void>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: Prometheus. */
export function healthRoutes({ ready, metrics }: HealthParts): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
    server.get('/readyz', async (_request, reply) => {
      try {
        await ready();
        return reply.send({ status: 'ok' });
      } catch {
        return reply.code(503).send({ status: 'unavailable' });
      }
    });
    server.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
    done();
  };
}
