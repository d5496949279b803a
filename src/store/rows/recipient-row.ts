import type { Language, NoticeAddress, Recipient } from '../../domain/state.ts';
import type { Columns } from '../columns.ts';
import type { Person } from '../generated/client.ts';
import { sql } from '../sql.ts';

/** Columns of a person with the alias `p` and of where they are told something; `addressJoin` joins that. */
export const recipientColumns = sql`
       p.id as person_id, p.name, p.language, p.time_zone, written.messenger, written.private_chat_id`;

/** A row as `recipientColumns` yields it. */
export interface RecipientRow extends Columns<Pick<Person, 'name' | 'timeZone'>> {
  person_id: string | null;
  language: Language;
  messenger: NoticeAddress['messenger'] | null;
  private_chat_id: string | null;
}

/** The types of `recipientColumns`. */
export const recipientTypes = {
  person_id: 'uuid',
  name: 'text',
  language: 'text',
  time_zone: 'text',
  messenger: 'text',
  private_chat_id: 'text',
} as const;

/** The person in a row; null where the outer join found nobody. */
export function recipientFrom(row: RecipientRow): Recipient | null {
  if (row.person_id === null) return null;
  return {
    personId: row.person_id,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    address: addressFrom(row.messenger, row.private_chat_id),
  };
}

/** An address from its two columns; null where a person has none. */
export function addressFrom(
  messenger: NoticeAddress['messenger'] | null,
  chatId: string | null,
): NoticeAddress | null {
  return messenger === null || chatId === null ? null : { messenger, chatId };
}
