import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { enforceMasks, maskColumns, unmaskColumns } from '../mask.ts';
import type { MaskedColumn } from '../queries.ts';
import type * as actions from './actions.ts';
import { maskList } from './mask-list.ts';
import { inWorkspace } from './resources-find.ts';

/** `/mask users phone email`: hides columns; `/mask off users phone` shows them; bare it lists what is hidden. */
export const mask: Command = {
  name: 'mask',
  where: 'both',
  needs: 'database.mask',
  run: (ctx, line) => planning(() => masking(ctx, line.text)),
};

/** The next message names a table and its columns. */
export const maskWizard: WizardKind = {
  name: 'mask',
  reads: () => 'text',
  answer: (ctx, _stored, answer) =>
    planning(() => {
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      return masking(ctx, answer.text);
    }),
};

/** Showing a column again, by buttons. */
export const maskHandlers = {
  /** Shows a column again. */
  unmaskColumn: (ctx, { table, column }) =>
    planning(() => changing(ctx, { off: true, table, columns: [column] })),
} satisfies Partial<Handlers<typeof actions>>;

function masking(ctx: Context, text: string): Plan {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  const off = ctx.t.words('words-unmask').has(words[0] ?? '');
  const [table, ...columns] = off ? words.slice(1) : words;
  const { actor, scheme } = inWorkspace(ctx);
  if (table === undefined || columns.length === 0) {
    enforceMasks(actor, scheme, ctx.now);
    return asks({ kind: 'masks.list', workspaceId: actor.workspace.id }, (masked) => ({
      screen: maskList(ctx, masked, []),
      wizard: { name: 'mask', data: {} },
    }));
  }
  return changing(ctx, { off, table, columns });
}

function changing(
  ctx: Context,
  {
    off,
    table,
    columns,
  }: { readonly off: boolean; readonly table: string; readonly columns: readonly string[] },
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return asks({ kind: 'masks.list', workspaceId: actor.workspace.id }, (masked) => {
    const change = off ? unmaskColumns : maskColumns;
    const changes = change(actor, scheme, { table, columns }, masked, ctx.now);
    // Of what was typed, some may have been so before.
    const changed = changes.flatMap((one) =>
      one.kind === 'columns.masked' || one.kind === 'columns.unmasked' ? one.columns : [],
    );
    const note = ctx.t.rich(off ? 'mask-taken' : 'mask-done', {
      table,
      columns: { composed: changed.join(', ') },
    });
    return {
      changes,
      screen: maskList(ctx, afterwards(masked, { off, table, columns }), note),
      wizard: null,
    };
  });
}

function afterwards(
  masked: readonly MaskedColumn[],
  {
    off,
    table,
    columns,
  }: { readonly off: boolean; readonly table: string; readonly columns: readonly string[] },
): MaskedColumn[] {
  const others = masked.filter((one) => one.table !== table || !columns.includes(one.column));
  const named = off ? [] : columns.map((column) => ({ table, column }));
  const key = ({ table: name, column }: MaskedColumn): string => `${name} ${column}`;
  return [...others, ...named].sort((a, b) => key(a).localeCompare(key(b)));
}
