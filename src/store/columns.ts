/**
 * The columns of a row from the fields of a generated model: `Columns<Pick<Person, 'name' | 'timeZone'>>` is
 * `{ name: string; time_zone: string }`. Rows keep the names of the database, so the SQL needs no aliases and a row
 * costs nothing to convert; only the compiler sees the difference.
 */
export type Columns<Model> = { [K in keyof Model & string as SnakeCase<K>]: Wire<Model[K]> };

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/** What `pg` yields where Prisma Client yields something else. */
type Wire<Value> = Value extends bigint ? string : Value extends Uint8Array ? Buffer : Value;

/** The types of Postgres that a value of a row may come from. */
export type PgTypeOf<Value> = unknown extends Value
  ? 'json' | 'jsonb'
  : NonNullable<Value> extends string
    ? 'text' | 'uuid' | 'int8'
    : NonNullable<Value> extends number
      ? 'int2' | 'int4' | 'float8'
      : NonNullable<Value> extends string | number
        ? 'numeric'
        : NonNullable<Value> extends boolean
          ? 'bool'
          : NonNullable<Value> extends Date
            ? 'timestamptz'
            : NonNullable<Value> extends Buffer
              ? 'bytea'
              :
                  | 'json'
                  | 'jsonb'
                  | (NonNullable<Value> extends readonly string[] ? 'text[]' | 'uuid[]' : never);
