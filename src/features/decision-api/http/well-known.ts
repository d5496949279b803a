import type { FastifyPluginCallback, FastifyRequest } from 'fastify';

const WELL_KNOWN = '/.well-known/authzen-configuration';

/**
 * `GET /.well-known/authzen-configuration`: where the decision API is. Its identifier is our public address;
 * without one, the address that we were asked at.
 *
 * @param publicUrl `http(s)://host[/path]`, without a trailing slash
 */
export function wellKnownRoutes(publicUrl: string | undefined): FastifyPluginCallback {
  return (server, _options, done) => {
    const metadata = (request: FastifyRequest) => {
      const base = publicUrl ?? `${request.protocol}://${request.host}`;
      return {
        policy_decision_point: base,
        access_evaluation_endpoint: `${base}/access/v1/evaluation`,
        access_evaluations_endpoint: `${base}/access/v1/evaluations`,
        search_subject_endpoint: `${base}/access/v1/search/subject`,
        search_resource_endpoint: `${base}/access/v1/search/resource`,
        search_action_endpoint: `${base}/access/v1/search/action`,
      };
    };
    // An identifier with a path has it behind the well-known string (RFC 8615 as the specification uses it).
    const path = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
    for (const address of new Set([WELL_KNOWN, `${WELL_KNOWN}${path}`])) {
      server.get(address, (request, reply) => {
        const id = request.headers['x-request-id'];
        if (id !== undefined) reply.header('x-request-id', id);
        // What a Host header made up must not stay in anybody's cache.
        return reply
          .header('cache-control', publicUrl === undefined ? 'no-store' : 'public, max-age=3600')
          .send(metadata(request));
      });
    }
    done();
  };
}
