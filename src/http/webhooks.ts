import type { FastifyPluginCallback } from 'fastify';
import type { Messenger, Received } from '../chat/messenger.ts';
import type { Pipeline } from '../chat/pipeline.ts';
import type { MessengerName } from '../chat/update.ts';

/** What receiving updates over HTTP needs. */
interface WebhookParts {
  readonly pipeline: Pipeline;
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  /** Whether a messenger has told who its bot is. */
  readonly isReady: (name: MessengerName) => boolean;
  /** Called with every error that is not caused by input. */
  readonly failed: (error: unknown) => void;
}

/**
 * `POST /webhooks/<messenger>`: verified on the raw body, acknowledged only after the commit. A failure answers
 * 500, so that the messenger delivers the update again; so does 503, while we do not know our bot's name yet.
 */
export function webhookRoutes({
  pipeline,
  messengers,
  isReady,
  failed,
}: WebhookParts): FastifyPluginCallback {
  return (server, _options, done) => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    for (const messenger of messengers.values()) {
      server.post(`/webhooks/${messenger.name}`, async (request, reply) => {
        if (!isReady(messenger.name))
          return reply.code(503).header('retry-after', '5').send({ error: 'unavailable' });
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        let received: Received;
        try {
          received = await messenger.receive({ headers: request.headers, body });
        } catch (error) {
          failed(error);
          return reply.code(500).send({ error: 'internal' });
        }
        if (received.kind === 'refused') {
          // A sender that cannot prove to be the messenger gets no open connection.
          reply.header('connection', 'close');
          return reply
            .code(received.status)
            .send({ error: received.status === 401 ? 'unauthorized' : 'bad_request' });
        }
        let { ack } = received;
        if (received.kind === 'update') {
          try {
            if (received.carry) {
              const first = await pipeline.answer(received.update);
              if (first) ack = received.carry(first);
            } else await pipeline.handle(received.update);
          } catch (error) {
            failed(error);
            return reply.code(500).send({ error: 'internal' });
          }
        }
        return reply.code(ack.status).type(ack.contentType).send(ack.body);
      });
    }
    done();
  };
}
