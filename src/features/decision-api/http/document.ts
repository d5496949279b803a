import swagger from '@fastify/swagger';
import fastify, { type FastifyPluginAsync } from 'fastify';
import { createJsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';

/** A choice between something and anything at all is described by what is meant, the something. */
const transform = createJsonSchemaTransform({
  zodToJsonConfig: {
    override: ({ jsonSchema }) => {
      const [only, ...others] = (jsonSchema.anyOf ?? []).filter((choice) => Object.keys(choice).length > 0);
      if (only === undefined || others.length > 0) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, only);
    },
  },
});

/**
 * The OpenAPI document of these routes. What it takes to write one loads when the module is imported, so that is for
 * when someone asks.
 *
 * @param prefix what their paths begin with
 */
export async function documentOf(routes: FastifyPluginAsync, prefix: string): Promise<object> {
  let document: () => object = () => ({});
  const server = fastify();
  await server.register(
    async (scope) => {
      scope.setValidatorCompiler(validatorCompiler);
      scope.setSerializerCompiler(() => (body) => JSON.stringify(body));
      await scope.register(swagger, {
        openapi: {
          openapi: '3.1.0',
          info: {
            title: 'Castellan: AuthZEN Authorization API',
            version: '1.0',
            description: 'Who may do what in a workspace: the OpenID AuthZEN Authorization API 1.0.',
            license: { name: 'MIT', identifier: 'MIT' },
          },
          tags: [
            { name: 'evaluation', description: 'Whether a subject may do something.' },
            { name: 'search', description: 'Who may do what on what.' },
          ],
          components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
          security: [{ key: [] }],
        },
        transform,
      });
      await scope.register(routes);
      document = () => scope.swagger();
    },
    { prefix },
  );
  await server.ready();
  return document();
}
