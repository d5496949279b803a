import { Sql } from '@prisma/client-runtime-utils';

/**
 * The only way to write SQL: Prisma's `sql` tag. An interpolated value becomes a parameter; an interpolated `Sql`
 * becomes part of the text. Taken from the package that the generated client exports it from, because the client
 * itself takes 100 ms to load and starting up does not need it.
 */
export { empty, join, Sql, sql } from '@prisma/client-runtime-utils';

/** Lower-case words joined by underscores or hyphens: they mean nothing else in SQL, quoted or not. */
const NAME = /^[a-z][a-z0-9_]*$/;

/**
 * A name of ours as text of a statement: of a common table expression or a column that the engine makes up. This and
 * {@link quotedName} are the only raw SQL. Throws RangeError for anything but lower-case letters, digits and underscores.
 */
export function identifier(name: string): Sql {
  if (!NAME.test(name)) throw new RangeError(`${name} is no name`);
  return new Sql([name], []);
}

/** The same as a string literal. Throws RangeError as {@link identifier} does. */
export function quotedName(name: string): Sql {
  if (!NAME.test(name)) throw new RangeError(`${name} is no name`);
  return new Sql([`'${name}'`], []);
}
