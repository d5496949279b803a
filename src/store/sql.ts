/**
 * The only way to write SQL: Prisma's `sql` tag. An interpolated value becomes a parameter; an interpolated `Sql`
 * becomes part of the text. Taken from the package that the generated client exports it from, because the client
 * itself takes 100 ms to load and starting up does not need it.
 */
export { empty, join, Sql, sql } from '@prisma/client-runtime-utils';
