import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import type { Upload } from '../chat/messenger.ts';

/** What serving files needs. */
interface FileParts {
  /** A file that may still be fetched; null otherwise. */
  readonly attachment: (id: string) => Promise<Upload | null>;
}

/** Ids are 32 characters today; the extension is for messengers that go by it. */
const address = z.object({ file: z.string().regex(/^[\w-]{1,64}(\.[a-z]{1,5})?$/) });

/**
 * `GET /files/<id>`: an attachment, for messengers that fetch what they show. The id is the key to it; nothing is
 * listed, indexed, cached by others, or run by a browser.
 */
export function fileRoutes({ attachment }: FileParts): FastifyPluginCallback {
  return (server, _options, done) => {
    server.get('/files/:file', async (request, reply) => {
      reply
        .header('x-content-type-options', 'nosniff')
        .header('x-robots-tag', 'noindex, nofollow')
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'private, no-store');
      const parsed = address.safeParse(request.params);
      const id = parsed.success ? parsed.data.file.replace(/\..*$/, '') : null;
      const found = id === null ? null : await attachment(id);
      if (found === null) return reply.code(404).send({ error: 'not_found' });
      return reply
        .type(found.contentType)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', `attachment; filename*=UTF-8''${extValue(found.name)}`)
        .send(Buffer.from(found.bytes));
    });
    done();
  };
}

/** A name as an extended header value (RFC 8187). */
function extValue(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
