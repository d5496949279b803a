import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { MaskedColumn } from '../queries.ts';
import { unmaskColumn } from './actions.ts';

/** Columns that get a button each; the others are shown again by a line. */
const MAX_BUTTONS = 8;
/** What a button has room for beside its seal. */
const NAME_BYTES = 44;

/** The hidden columns of a workspace, table by table. `note` stands above: what was just done. */
export function maskList(ctx: Context, masked: readonly MaskedColumn[], note: RichText): Screen {
  const { t } = ctx;
  const tables = [...new Set(masked.map(({ table }) => table))];
  const lines = tables.flatMap((table): RichText => {
    const columns = masked.flatMap((one) => (one.table === table ? [one.column] : []));
    return ['\n', ...t.rich('mask-line', { table, columns: { composed: columns.join(', ') } })];
  });
  const short = masked.filter(({ table, column }) => Buffer.byteLength(table + column) <= NAME_BYTES);
  return {
    text: [
      ...(note.length > 0 ? [...note, '\n\n'] : []),
      ...t.rich(masked.length === 0 ? 'mask-none' : 'mask-list'),
      ...(lines.length > 0 ? ['\n', ...lines] : []),
      '\n\n',
      ...t.rich('mask-how'),
    ],
    buttons: [
      ...short.slice(0, MAX_BUTTONS).map(({ table, column }) => [
        ctx.button(t.text('button-unmask', { column: { composed: `${table}.${column}` } }), unmaskColumn, {
          table,
          column,
        }),
      ]),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
