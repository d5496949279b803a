import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { livingKeys } from '../list.ts';
import type * as actions from './actions.ts';
import { privately } from './keys-private.ts';
import { keyListScreen } from './keys-screen.ts';
import { askKeyName, createNamed } from './keys-wizard.ts';

/** `/keys`: the workspace's API keys. `/keys new Name` creates one. */
export const keysCommand: Command = {
  name: 'keys',
  where: 'private',
  needs: 'api_key.view',
  run(ctx, line) {
    const [, first = '', name = ''] = /^(\S*)\s*(.*)$/su.exec(line.text) ?? [];
    if (!ctx.t.words('words-new-key').has(first)) return keyList(ctx, 0);
    return name === '' ? askKeyName(ctx) : createNamed(ctx, name);
  },
};

/** The list of keys, and a new one, by buttons. */
export const keysHandlers = {
  /** A page of the keys. */
  listKeys: (ctx, { page }) => keyList(ctx, page ?? 0),
  /** "New key". */
  startKey: (ctx) => askKeyName(ctx),
} satisfies Partial<Handlers<typeof actions>>;

function keyList(ctx: Context, page: number): Plan {
  return planning(() => {
    const { actor, scheme } = privately(ctx);
    return asks(
      { kind: 'keys.list', workspaceId: actor.workspace.id },
      (existing): Outcome => ({
        screen: keyListScreen(ctx, livingKeys(actor, scheme, existing, ctx.now), page),
      }),
    );
  });
}
