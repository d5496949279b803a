/** A text in which `%`, `_` and `\` are no wildcards of LIKE. Prisma Client escapes nothing in `contains` and its like. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
