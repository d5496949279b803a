import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Order =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'import';
      /** A path; `-` is the standard input. */
      readonly file: string;
      readonly workspace: string;
      /** By role in force, the role that takes its place. */
      readonly mapping: Readonly<Record<string, string>>;
      readonly dryRun: boolean;
    }
  | {
      readonly kind: 'export';
      readonly workspace: string;
      /** A former version; null: the scheme in force. */
      readonly version: number | null;
    };

/** The command line makes no sense; the message says why. */
export class UsageError extends Error {}

export const usage = `Usage:
  castellan scheme import <file.json> --workspace <id or name> [--map <role>=<role>]… [--dry-run]
  castellan scheme export --workspace <id or name> [--version <number>]

import  puts the role scheme of a file in force as the workspace's next version; "-" reads standard input
        --map       which role of the file takes the place of which role in force (default: the same key, else
                    the nearest by which nobody gains)
        --dry-run   shows who would gain and lose what, and changes nothing
export  prints the scheme in force, or a former version, as such a file

The database is DATABASE_URL, else the embedded one under DATA_DIR, whose Castellan must be stopped meanwhile.
Exit status: 0 done, 1 not possible, 2 wrong arguments, 3 the file is faulty.
`;

const options = {
  workspace: { type: 'string' },
  map: { type: 'string', multiple: true },
  version: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments behind the program's name. Throws a `UsageError`. */
export function readArguments(args: readonly string[]): Order {
  const { values, positionals } = parsed(args);
  const [noun, verb, file, ...rest] = positionals;
  if (values.help || noun === undefined || noun === 'help') return { kind: 'help' };
  if (noun !== 'scheme' || (verb !== 'import' && verb !== 'export')) {
    throw new UsageError(`There is no command "${[noun, verb].filter(Boolean).join(' ')}".`);
  }
  const { workspace } = values;
  if (!workspace) throw new UsageError('Say which workspace: --workspace <id or name>.');
  if (verb === 'export') {
    if (file !== undefined) throw new UsageError('export prints to standard output and takes no file.');
    return {
      kind: 'export',
      workspace,
      version: values.version === undefined ? null : number(values.version),
    };
  }
  if (file === undefined || rest.length > 0) throw new UsageError('import takes one file.');
  return {
    kind: 'import',
    file,
    workspace,
    mapping: Object.fromEntries((values.map ?? []).map(pair)),
    dryRun: values['dry-run'] ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function number(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--version takes a number, not "${text}".`);
  return Number(text);
}

function pair(text: string): readonly [string, string] {
  const [from, to, ...rest] = text.split('=');
  if (!from || !to || rest.length > 0) throw new UsageError(`--map takes <role>=<role>, not "${text}".`);
  return [from, to];
}
