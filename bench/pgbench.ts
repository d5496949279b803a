import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether `pgbench` (of Postgres' own client tools) is in the PATH. */
export async function hasPgbench(): Promise<boolean> {
  return run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );
}

export interface PgbenchRun {
  readonly databaseUrl: string;
  /** Where the script is written. */
  readonly scriptPath: string;
  readonly script: string;
  readonly clients: number;
  readonly transactionsPerClient: number;
  /** Values of the script's variables at the start. */
  readonly variables: Readonly<Record<string, number>>;
}

/** Transactions a second with prepared statements, connections not counted. Throws if any client failed. */
export async function pgbench(options: PgbenchRun): Promise<number> {
  await writeFile(options.scriptPath, options.script);
  const { stdout, stderr } = await run('pgbench', [
    ...['--no-vacuum', '--protocol=prepared', `--file=${options.scriptPath}`],
    ...[`--client=${options.clients}`, '--jobs=2', `--transactions=${options.transactionsPerClient}`],
    ...Object.entries(options.variables).map(([name, value]) => `--define=${name}=${value}`),
    options.databaseUrl,
  ]);
  const tps = /^tps = ([\d.]+) \(without initial connection time\)/m.exec(stdout)?.[1];
  if (!tps || /aborted/.test(stderr)) throw new Error(`pgbench failed: ${stderr}`);
  return Number(tps);
}

/**
 * The statement with its parameters written in, where every occurrence of a number of `variables` becomes that
 * variable of the script (`:name`).
 */
export function inlined(
  text: string,
  values: readonly unknown[],
  variables: ReadonlyMap<number, string>,
): string {
  const numbers = new RegExp(`(${[...variables.keys()].join('|')})`);
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `array[${value.map(literal).join(', ')}]`;
    if (value instanceof Date) return quoted(value.toISOString());
    if (typeof value === 'number') return variables.has(value) ? `:${variables.get(value)}` : String(value);
    if (typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') throw new Error('a parameter of a type that pgbench is not taught');
    const pieces = value
      .split(numbers)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const variable = variables.get(Number(piece));
        return variable === undefined ? quoted(piece) : `:${variable}`;
      });
    return pieces.length === 0 ? `''` : pieces.length === 1 ? String(pieces[0]) : `(${pieces.join(' || ')})`;
  };
  return `${text.replace(/\$(\d+)/g, (_, place) => literal(values[Number(place) - 1]))};\n`;
}

/** As an escape string without a colon, which pgbench would take for a variable. */
function quoted(text: string): string {
  return `E'${text.replace(/[\\':]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`)}'`;
}
