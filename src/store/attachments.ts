import type { Pool } from 'pg';
import type { Columns } from './columns.ts';
import { guard, type Part } from './commit/parts.ts';
import { defineStatement, run } from './define-statement.ts';
import type { Attachment } from './generated/client.ts';
import { type Sql, sql } from './sql.ts';

/** A picture or file as it is committed. */
export interface AttachmentEntry {
  readonly id: string;
  readonly name: string;
  readonly contentType: 'image/png' | 'text/csv' | 'application/json';
  readonly bytes: Uint8Array;
}

/** The part of a commit that keeps attachments. A day is longer than any messenger's outage after which a picture is still wanted. */
export function attachmentPart(attachments: readonly AttachmentEntry[], now: Sql): Part {
  return guard(
    'attached',
    sql`insert into attachments (id, name, content_type, bytes, expires_at)
        select a.id, a.name, a.content_type, a.bytes, ${now} + interval '1 day'
          from acts act, unnest(${attachments.map(({ id }) => id)}::text[], ${attachments.map(({ name }) => name)}::text[],
                                ${attachments.map(({ contentType }) => contentType)}::text[], ${attachments.map(({ bytes }) => bytes)}::bytea[])
               as a (id, name, content_type, bytes) returning 1`,
    attachments.length,
  );
}

interface AttachmentRow extends Columns<Pick<Attachment, 'id' | 'name' | 'bytes'>> {
  content_type: AttachmentEntry['contentType'];
}

/** On the way of a picture to a chat, so that the first one does not wait for Prisma Client to load. */
const attachment = defineStatement<{ readonly id: string; readonly now: Date }, AttachmentRow>({
  name: 'attachment-read',
  columns: { id: 'text', name: 'text', content_type: 'text', bytes: 'bytea' },
  sql: ({ id, now }) =>
    sql`select id, name, content_type, bytes from attachments where id = ${id} and expires_at > ${now}`,
});

/** An attachment that has not expired; null otherwise. */
export async function readAttachment(pool: Pool, id: string, now: Date): Promise<AttachmentEntry | null> {
  const [row] = await run(pool, attachment, { id, now });
  return row ? { id: row.id, name: row.name, contentType: row.content_type, bytes: row.bytes } : null;
}
