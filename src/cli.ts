#!/usr/bin/env node
import { type Order, readArguments, UsageError, usage } from './app/cli/arguments.ts';
import { exportScheme } from './app/cli/export-scheme.ts';
import { importScheme } from './app/cli/import-scheme.ts';
import { previewText } from './app/cli/preview-text.ts';
import { FaultyFile, readSchemeFile } from './app/cli/read-scheme-file.ts';
import { refusalText } from './app/cli/refusal-text.ts';
import { titleClashes } from './app/cli/title-clashes.ts';
import { withDatabase } from './app/cli/with-database.ts';
import { workspaceNamed } from './app/cli/workspace.ts';
import { loadConfig } from './app/config.ts';
import { loadTranslators } from './chat/i18n.ts';
import { plainText } from './domain/plain-text.ts';
import { Refusal } from './domain/refusal.ts';
import { checkScheme } from './features/schemes/file/parse.ts';
import type { SchemeProblem } from './features/schemes/file/problems.ts';
import { packageFile } from './postgres/package-files.ts';

/** Faults of a file told one by one; of more their number says enough. */
const MAX_TOLD = 50;

const NOT_POSSIBLE = 1;
const WRONG_ARGUMENTS = 2;
const FAULTY_FILE = 3;

const say = (line: string): unknown => process.stdout.write(`${line}\n`);

try {
  process.exitCode = await executeSystemAct(readArguments(process.argv.slice(2)));
} catch (error) {
  const wrongUse = error instanceof UsageError;
  process.stderr.write(`${messageOf(error)}\n${wrongUse ? `\n${usage}` : ''}`);
  process.exitCode = wrongUse ? WRONG_ARGUMENTS : error instanceof FaultyFile ? FAULTY_FILE : NOT_POSSIBLE;
}

/** Does what is asked; the exit status. Throws what makes it impossible. */
async function executeSystemAct(order: Order): Promise<number> {
  if (order.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (order.kind === 'export') {
    await withDatabase(loadConfig(), async (database) => {
      const workspace = await workspaceNamed(database, order.workspace);
      say(JSON.stringify(await exportScheme(database, workspace, order.version), null, 2));
    });
    return 0;
  }
  const checked = checkScheme(await readSchemeFile(order.file));
  if ('problems' in checked) throw new FaultyFile(faultsText(order.file, checked.problems));
  const clashes = titleClashes(checked.scheme, loadTranslators(packageFile('locales/')));
  if (clashes.length > 0) throw new FaultyFile(faultsText(order.file, clashes));
  await withDatabase(loadConfig(), async (database, now) => {
    const workspace = await workspaceNamed(database, order.workspace);
    const { outcome, version, preview } = await importScheme(
      database,
      workspace,
      checked.scheme,
      order.mapping,
      { dryRun: order.dryRun, now },
    );
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

function faultsText(file: string, problems: readonly SchemeProblem[]): string {
  const told = problems
    .slice(0, MAX_TOLD)
    .map(({ path, sentence }) => plainText(`${path === '' ? '(scheme)' : path}: ${sentence}`));
  const more = problems.length - told.length;
  return [
    `${file} is no usable role scheme:`,
    ...told.map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} faults more`] : []),
  ].join('\n');
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error);
  return error instanceof Error ? error.message : String(error);
}
