#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Order, readArguments, UsageError, usage } from './cli/arguments.ts';
import { exportScheme } from './cli/export-scheme.ts';
import { importScheme } from './cli/import-scheme.ts';
import { previewText } from './cli/preview-text.ts';
import { refusalText } from './cli/refusal-text.ts';
import { withDatabase } from './cli/with-database.ts';
import { workspaceNamed } from './cli/workspace.ts';
import { loadConfig } from './config.ts';
import { checkScheme } from './scheme-file/parse.ts';
import { Refusal } from './workspace/refusal.ts';

/** Larger files are no role schemes. */
const MOST_BYTES = 5_000_000;

const NOT_POSSIBLE = 1;
const WRONG_ARGUMENTS = 2;
const FAULTY_FILE = 3;

const say = (line: string): unknown => process.stdout.write(`${line}\n`);

try {
  process.exitCode = await carryOut(readArguments(process.argv.slice(2)));
} catch (error) {
  const wrongUse = error instanceof UsageError;
  process.stderr.write(`${messageOf(error)}\n${wrongUse ? `\n${usage}` : ''}`);
  process.exitCode = wrongUse ? WRONG_ARGUMENTS : NOT_POSSIBLE;
}

/** Does what is asked; the exit status. Throws what makes it impossible. */
async function carryOut(order: Order): Promise<number> {
  if (order.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (order.kind === 'export') {
    await withDatabase(loadConfig(), async (pool) => {
      const workspace = await workspaceNamed(pool, order.workspace);
      say(JSON.stringify(await exportScheme(pool, workspace, order.version), null, 2));
    });
    return 0;
  }
  const checked = checkScheme(JSON.parse(await contentOf(order.file)));
  if ('problems' in checked) {
    const lines = checked.problems.map(
      ({ path, sentence }) => `  ${path === '' ? '(scheme)' : path}: ${sentence}`,
    );
    process.stderr.write(`${order.file} is no usable role scheme:\n${lines.join('\n')}\n`);
    return FAULTY_FILE;
  }
  await withDatabase(loadConfig(), async (pool) => {
    const workspace = await workspaceNamed(pool, order.workspace);
    const { outcome, version, preview } = await importScheme(pool, workspace, checked.scheme, order.mapping, {
      dryRun: order.dryRun,
      now: () => new Date(),
    });
    if (outcome === 'same') {
      say(`${workspace.name} has this scheme already (version ${version}).`);
      return;
    }
    say(previewText(preview));
    say(
      outcome === 'imported'
        ? `${workspace.name} has the scheme now, as version ${version}.`
        : `Nothing was changed. It would be version ${version} of ${workspace.name}.`,
    );
  });
  return 0;
}

async function contentOf(file: string): Promise<string> {
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  if (content.length > MOST_BYTES) throw new Error(`${file} is larger than 5 MB.`);
  return content;
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error);
  if (error instanceof SyntaxError) return `The file is no JSON: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
