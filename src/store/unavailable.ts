/** Classes and codes of SQLSTATE that say nothing of the statement: the server is away, busy, stopping or too slow. */
const SQL_STATES = /^(08|53|57P0[1-5]$|57014$|25P03$|55P03$|25006$)/;
/** What a connection fails with. */
const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // Prisma: cannot reach the server, timed out, closed the connection, no connection free.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
]);
/** Errors of `pg` and its pool that have no code, and one of the server whose code says too little. */
const MESSAGES =
  /is not currently accepting connections|^(Connection terminated|Query read timeout|timeout e(xceeded|xpired)|Client (has encountered a connection error|was closed))/;

/** Whether an error means that the database cannot be used now, so that the same statement may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A host name with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnavailable);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONNECTION_CODES.has(code) || SQL_STATES.test(code) || MESSAGES.test(error.message)) return true;
  return error.cause !== undefined && isUnavailable(error.cause);
}
