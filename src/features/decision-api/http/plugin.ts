import type { FastifyPluginAsync } from 'fastify';
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
    server.get('/openapi.json', () => {
      document ??= import('./document.ts').then(({ documentOf }) => documentOf(endpoints, server.prefix));
      return document;
    });
    await server.register(endpoints);
  };
}

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
    const endpoint = <B, R>(summary: string, body: B, answer: R) => ({
      schema: { summary, body, response: { 200: answer, ...failures } },
    });

    server.post(
      '/evaluation',
      endpoint('Access Evaluation', entities.evaluationRequest, entities.decision),
      (request, reply) => {
        const answer = answerOne(parts, keyFor(request, 'evaluate'), request.body);
        return answer instanceof Promise ? answer : void reply.send(answer);
      },
    );
    server.post(
      '/evaluations',
      endpoint('Access Evaluations', entities.evaluationsRequest, entities.decisions),
      (request, reply) => {
        const answer = answerAll(parts, keyFor(request, 'evaluate'), request.body);
        return answer instanceof Promise ? answer : void reply.send(answer);
      },
    );
    server.post(
      '/search/subject',
      endpoint('Subject Search', entities.subjectSearchRequest, entities.entityPage),
      (request) => findSubjects(parts, keyFor(request, 'search'), request.body),
    );
    server.post(
      '/search/resource',
      endpoint('Resource Search', entities.resourceSearchRequest, entities.entityPage),
      (request) => findResources(parts, keyFor(request, 'search'), request.body),
    );
    server.post(
      '/search/action',
      endpoint('Action Search', entities.actionSearchRequest, entities.actionPage),
      (request) => findActions(parts, keyFor(request, 'search'), request.body),
    );
  };
}
