import type { FastifyPluginCallback } from 'fastify';

/** What answers about the process itself need. */
interface HealthParts {
  /** Rejects while the process cannot serve. */
  readonly ready: () => Promise<void>;
  /** What does not work beside serving, a line each. */
  readonly degraded: () => readonly string[];
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
}

/** A probe that waits longer gives up itself: Kubernetes after one second unless told otherwise, most others later. */
const READY_MS = 900;

/**
 * `/healthz`: the process lives. `/readyz`: it can serve updates and decisions, answered within a second whatever
 * hangs; `degraded` names what else does not work. `/metrics`: Prometheus.
 */
export function healthRoutes({ ready, degraded, metrics }: HealthParts): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
    server.get('/readyz', async (_request, reply) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('not ready in time')), READY_MS);
      });
      try {
        await Promise.race([ready(), late]);
        return reply.send({ status: 'ok', degraded: degraded() });
      } catch {
        return reply.code(503).send({ status: 'unavailable', degraded: degraded() });
      } finally {
        clearTimeout(timer);
      }
    });
    server.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
    done();
  };
}
