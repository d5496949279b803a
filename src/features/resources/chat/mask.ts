import { type Act, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, WizardKind } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { maskColumns, obeyMasks, unmaskColumns } from '../mask.ts';
import type { MaskedColumn } from '../queries.ts';
import { maskList } from './mask-list.ts';
import { inWorkspace } from './things-find.ts';

/** `/mask users phone email`: hides columns; `/mask off users phone` shows them; bare it lists what is hidden. */
export const mask: Command = {
  name: 'mask',
  where: 'both',
  needs: 'database.mask',
  run: (act, line) => planning(() => masking(act, line.text)),
};

/** The next message names a table and its columns. */
export const maskWizard: WizardKind = {
  name: 'mask',
  answer: (act, _stored, answer) =>
    planning(() => {
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      return masking(act, answer.text);
    }),
};

/** Shows a column again. */
export const unmaskButton: Action = {
  verb: 'ku',
  run: (act, [table = '', column = '']) =>
    planning(() => changing(act, { off: true, table, columns: [column] })),
};

function masking(act: Act, text: string): Plan {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  const off = act.t.words('words-unmask').has(words[0] ?? '');
  const [table, ...columns] = off ? words.slice(1) : words;
  const { actor, scheme } = inWorkspace(act);
  if (table === undefined || columns.length === 0) {
    obeyMasks(actor, scheme, act.now);
    return asks({ kind: 'masks.list', workspaceId: actor.workspace.id }, (masked) => ({
      screen: maskList(act, masked, []),
      wizard: { name: 'mask', data: {} },
    }));
  }
  return changing(act, { off, table, columns });
}

function changing(
  act: Act,
  {
    off,
    table,
    columns,
  }: { readonly off: boolean; readonly table: string; readonly columns: readonly string[] },
): Plan {
  const { actor, scheme } = inWorkspace(act);
  return asks({ kind: 'masks.list', workspaceId: actor.workspace.id }, (masked) => {
    const change = off ? unmaskColumns : maskColumns;
    const changes = change(actor, scheme, { table, columns }, masked, act.now);
    // Of what was typed, some may have been so before.
    const changed = changes.flatMap((one) =>
      one.kind === 'columns.masked' || one.kind === 'columns.unmasked' ? one.columns : [],
    );
    const note = act.t.rich(off ? 'mask-taken' : 'mask-done', {
      table,
      columns: { composed: changed.join(', ') },
    });
    return {
      changes,
      screen: maskList(act, afterwards(masked, { off, table, columns }), note),
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
