import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import type { MaskedColumn } from './queries.ts';

/** Identifiers of databases are at most this long (PostgreSQL: 63 bytes, MySQL: 64 characters). */
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_.$-]{0,63}$/u;
/** Columns in one message. */
const MAX_COLUMNS = 20;
/** Columns of one workspace; a list of more is no list any more. */
const MAX_MASKED = 500;

/** Passes where the actor may see what is masked: a person who may mask or unmask. Throws `Refusal`. */
export function enforceMasks(actor: Actor, scheme: CompiledScheme, now: Date): void {
  authorize(actor, scheme, 'database.mask', now);
}

/**
 * Hides columns of a table from everyone who may not unmask. Those hidden already stay as they are. Throws
 * `Refusal`: the rule that denies it, `column_name`, `too_many_columns`, `nothing_changed`.
 */
export function maskColumns(
  actor: Actor,
  scheme: CompiledScheme,
  { table, columns }: Columns,
  masked: readonly MaskedColumn[],
  now: Date,
): readonly Change[] {
  authorize(actor, scheme, 'database.mask', now);
  const wanted = identifiers(table, columns).filter((column) => !isMasked(masked, table, column));
  if (wanted.length === 0) throw new Refusal('nothing_changed');
  if (masked.length + wanted.length > MAX_MASKED)
    throw new Refusal('too_many_columns', { values: { most: MAX_MASKED } });
  return changed(actor, 'columns.masked', table, wanted);
}

/** Shows hidden columns again. Throws `Refusal` as `maskColumns`. */
export function unmaskColumns(
  actor: Actor,
  scheme: CompiledScheme,
  { table, columns }: Columns,
  masked: readonly MaskedColumn[],
  now: Date,
): readonly Change[] {
  authorize(actor, scheme, 'database.unmask', now);
  const wanted = identifiers(table, columns).filter((column) => isMasked(masked, table, column));
  if (wanted.length === 0) throw new Refusal('nothing_changed');
  return changed(actor, 'columns.unmasked', table, wanted);
}

interface Columns {
  readonly table: string;
  readonly columns: readonly string[];
}

function identifiers(table: string, columns: readonly string[]): string[] {
  if (columns.length > MAX_COLUMNS) throw new Refusal('too_many_columns', { values: { most: MAX_COLUMNS } });
  const stray = [table, ...columns].find((name) => !IDENTIFIER.test(name));
  if (stray !== undefined) throw new Refusal('column_name', { values: { name: stray } });
  return [...new Set(columns)];
}

function isMasked(masked: readonly MaskedColumn[], table: string, column: string): boolean {
  return masked.some((one) => one.table === table && one.column === column);
}

function changed(
  actor: Actor,
  kind: 'columns.masked' | 'columns.unmasked',
  table: string,
  columns: readonly string[],
): readonly Change[] {
  return [guardActor(actor, false), { kind, workspaceId: actor.workspace.id, table, columns }];
}
