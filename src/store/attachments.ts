import type { Pool } from 'pg';
import { guard, type Part } from './commit/parts.ts';
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

/** An attachment that has not expired; null otherwise. */
export async function readAttachment(pool: Pool, id: string, now: Date): Promise<AttachmentEntry | null> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    content_type: AttachmentEntry['contentType'];
    bytes: Buffer;
  }>({
    name: 'attachment-read',
    text: 'select id, name, content_type, bytes from attachments where id = $1 and expires_at > $2',
    values: [id, now],
  });
  const row = rows[0];
  return row ? { id: row.id, name: row.name, contentType: row.content_type, bytes: row.bytes } : null;
}
