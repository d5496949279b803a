import { type Sql, sql } from '../sql.ts';

/**
 * Where a person is told something: in the private chat of the account used last, of those that can be written to,
 * else by e-mail. Joins `written.messenger` and `written.private_chat_id` to the person under the alias `p`.
 */
export const addressJoin = addressOf(sql`p`, sql`written`);

/** The same for any alias of `persons`; yields `<name>.messenger` and `<name>.private_chat_id`. */
export function addressOf(person: Sql, name: Sql): Sql {
  return sql`
  left join lateral (
    select messenger, private_chat_id from (
      (select 1 as choice, messenger, private_chat_id from accounts
        where person_id = ${person}.id and reachable and private_chat_id is not null
        order by last_seen_at desc limit 1)
      union all select 2, 'email', ${person}.email where ${person}.email is not null) possible
     order by choice limit 1) ${name} on true`;
}
