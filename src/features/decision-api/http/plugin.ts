import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { UseNotes } from '../../api-keys/store/api-keys.ts';
import { authenticate, keyFor, reassure } from './authenticate.ts';
import { answerText } from './decision-body.ts';
import * as entities from './entities.ts';
import { answerErrors } from './errors.ts';
import { answerAll, answerOne } from './evaluations.ts';
import { limitRate } from './rate-limit.ts';
import { findActions, findResources, findSubjects, type SearchParts } from './searches.ts';

/** What the decision API needs. */
export interface AccessParts extends SearchParts {
  readonly uses: UseNotes;
  /** Milliseconds; never runs back. */
  readonly clock: () => number;
  /** Hears of errors that are nobody's input. */
  readonly failed: (error: unknown) => void;
  /** Whether an error means that the database is away. */
  readonly isUnavailable: (error: unknown) => boolean;
  /** `http(s)://host[/path]`, without a trailing slash; undefined: the address that we were asked at. */
  readonly publicUrl: string | undefined;
}

/**
 * The AuthZEN Authorization API 1.0, to be registered under `/access/v1`. Hooks, parsers and error answers of
 * its own: nothing here is felt by other routes.
 */
export function accessRoutes(parts: AccessParts): FastifyPluginAsync {
  return async (server) => {
    server.setErrorHandler(answerErrors(parts.failed, parts.isUnavailable));
    server.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ error: 'not_found', message: 'There is no such endpoint.' }),
    );
    server.setValidatorCompiler(validatorCompiler);
    // What is sent is built here and typed; checking it again would cost more than the decision.
    server.setSerializerCompiler(() => answerText);
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      // A hostile key is an unknown field, and those are ignored.
      server.getDefaultJsonParser('remove', 'remove'),
    );
    server.addHook('onRequest', (request, reply, done) => {
      const id = request.headers['x-request-id'];
      if (id !== undefined) reply.header('x-request-id', id);
      done();
    });
    const endpoints = keyed(parts);
    let document: Promise<object> | undefined;
    server.get('/openapi.json', async (request, reply) => {
      document ??= import('./document.ts').then(({ documentOf }) => documentOf(endpoints, server.prefix));
      const url = parts.publicUrl ?? `${request.protocol}://${request.host}`;
      // What a Host header made up must not stay in anybody's cache.
      if (parts.publicUrl === undefined) reply.header('cache-control', 'no-store');
      return { ...(await document), servers: [{ url }] };
    });
    await server.register(endpoints);
    for (const { path } of Object.values(ENDPOINTS)) refuseOtherMethods(server, path, 'POST');
    refuseOtherMethods(server, '/openapi.json', 'GET, HEAD');
  };
}

/** Answers 405 to the methods that an address does not take (RFC 9110, 15.5.6); needs no key. */
function refuseOtherMethods(server: FastifyInstance, url: string, allow: string): void {
  const taken = allow.split(', ');
  server.route({
    method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !taken.includes(method)),
    url,
    handler: (_request, reply) =>
      reply
        .code(405)
        .header('allow', allow)
        .send({ error: 'method_not_allowed', message: `This endpoint takes ${allow}.` }),
  });
}

const ENDPOINTS = {
  evaluate: { path: '/evaluation', summary: 'Access Evaluation', tag: 'evaluation' },
  evaluateAll: { path: '/evaluations', summary: 'Access Evaluations', tag: 'evaluation' },
  searchSubjects: { path: '/search/subject', summary: 'Subject Search', tag: 'search' },
  searchResources: { path: '/search/resource', summary: 'Resource Search', tag: 'search' },
  searchActions: { path: '/search/action', summary: 'Action Search', tag: 'search' },
} as const;

const failures = {
  400: entities.failure.describe('Malformed; `field` names where.'),
  401: entities.failure.describe('No living key.'),
  403: entities.failure.describe('The key has not this scope.'),
  413: entities.failure.describe('The body is larger than 1 MiB.'),
  429: entities.failure.describe(
    'The key has used up its requests; `Retry-After` says for how many seconds.',
  ),
  503: entities.failure.describe('The database is away; `Retry-After` says for how many seconds to wait.'),
};

/** The endpoints that ask for a key. */
function keyed(parts: AccessParts): FastifyPluginAsync {
  return async (plain) => {
    plain.decorateRequest('apiKey', null);
    const authenticated = authenticate(parts.cache, parts.uses, parts.schemes);
    plain.addHook('onRequest', authenticated);
    plain.addHook('onRequest', limitRate(parts.clock));
    plain.addHook('preHandler', reassure(parts.cache, parts.schemes, authenticated));
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const endpoint = <B, R>(operationId: keyof typeof ENDPOINTS, body: B, answer: R) => {
      const { summary, tag } = ENDPOINTS[operationId];
      return { schema: { operationId, summary, tags: [tag], body, response: { 200: answer, ...failures } } };
    };

    server.post(
      ENDPOINTS.evaluate.path,
      endpoint('evaluate', entities.evaluationRequest, entities.decision),
      (request, reply) => {
        const answer = answerOne(parts, keyFor(request, 'evaluate'), request.body);
        return answer instanceof Promise ? answer : void reply.send(answer);
      },
    );
    server.post(
      ENDPOINTS.evaluateAll.path,
      endpoint('evaluateAll', entities.evaluationsRequest, entities.decisions),
      (request, reply) => {
        const answer = answerAll(parts, keyFor(request, 'evaluate'), request.body);
        return answer instanceof Promise ? answer : void reply.send(answer);
      },
    );
    server.post(
      ENDPOINTS.searchSubjects.path,
      endpoint('searchSubjects', entities.subjectSearchRequest, entities.entityPage),
      (request) => findSubjects(parts, keyFor(request, 'search'), request.body),
    );
    server.post(
      ENDPOINTS.searchResources.path,
      endpoint('searchResources', entities.resourceSearchRequest, entities.entityPage),
      (request) => findResources(parts, keyFor(request, 'search'), request.body),
    );
    server.post(
      ENDPOINTS.searchActions.path,
      endpoint('searchActions', entities.actionSearchRequest, entities.actionPage),
      (request) => findActions(parts, keyFor(request, 'search'), request.body),
    );
  };
}
