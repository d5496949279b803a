import fastify from 'fastify';

// The least that an answer over HTTP can cost here: the body is read, and a constant comes back.
const server = fastify({ keepAliveTimeout: 75_000 });
const answer = { decision: true };
server.post('/access/v1/evaluation', (_request, reply) => reply.send(answer));
process.on('SIGTERM', () => process.exit(0));
await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
