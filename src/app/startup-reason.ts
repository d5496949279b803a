/** What a connection to a server that is not there fails with. */
const NOBODY = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
]);

/**
 * Why the process cannot start, as a sentence for the operator with what to do about it.
 *
 * @param databaseUrl the server that was to be used; undefined where it is the embedded one
 */
export function startupReason(error: unknown, databaseUrl?: string): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  if (databaseUrl !== undefined && !isOfListening(error)) {
    const { at, database } = placeOf(databaseUrl);
    if (NOBODY.has(code) || /^timeout expired|^timeout exceeded/.test(error.message)) {
      return `DATABASE_URL: nothing answers at ${at}. Start Postgres there, or correct the address; without DATABASE_URL Castellan runs a server of its own.`;
    }
    if (code === '28P01' || code === '28000')
      return `DATABASE_URL: the server at ${at} refuses the user or the password. Correct them in DATABASE_URL.`;
    if (code === '3D000')
      return `DATABASE_URL: the server at ${at} has no database "${database}". Create it (createdb ${database}), or name another.`;
    if (code === '53300')
      return `DATABASE_URL: the server at ${at} has no connection free. Raise its max_connections, or start fewer processes.`;
  }
  if (!isOfListening(error)) return error.message;
  const port = 'port' in error ? error.port : 0;
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken by another program. Stop that, or set PORT to another (0: any free one).`;
    case 'EACCES':
      return `port ${port} may not be used by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
      return 'HOST is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for every address.';
    default:
      return error.message;
  }
}

function isOfListening(error: Error): boolean {
  return 'syscall' in error && error.syscall === 'listen';
}

/** The code of an error; of a host name with several addresses that all failed, the first one's. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}

/** Where a connection string leads, without user and password. */
function placeOf(databaseUrl: string): { readonly at: string; readonly database: string } {
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl.replace('@/', '@localhost/'));
  const host = searchParams.get('host') ?? (hostname || 'localhost');
  const at = host.startsWith('/') ? host : `${host}:${searchParams.get('port') ?? (port || '5432')}`;
  return { at, database: decodeURIComponent(pathname.slice(1)) };
}
