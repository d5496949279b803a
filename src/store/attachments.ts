import type { Pool } from 'pg';
import type { Bind, Part } from './commit/statement.ts';

/** A picture or file as it is committed. */
export interface AttachmentEntry {
  readonly id: string;
  readonly name: string;
  readonly contentType: 'image/png' | 'text/csv' | 'application/json';
  readonly bytes: Uint8Array;
}

/** A day is longer than any messenger's outage that a picture is still wanted after. */
const KEPT_MS = 24 * 3_600_000;

/** The part of a commit that keeps attachments. */
export function attachmentPart(attachments: readonly AttachmentEntry[], bind: Bind, now: Date): Part {
  const rows = attachments.map(
    ({ id, name, contentType, bytes }) =>
      `(${bind(id)}::text, ${bind(name)}::text, ${bind(contentType)}::text, ${bind(Buffer.from(bytes))}::bytea, ${bind(new Date(now.getTime() + KEPT_MS))}::timestamptz)`,
  );
  return {
    name: 'attached',
    sql: `insert into attachments (id, name, content_type, bytes, expires_at) values ${rows.join(', ')} returning 1`,
    expect: attachments.length,
  };
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
