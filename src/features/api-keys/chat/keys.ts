import { type Act, asks, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { livingKeys } from '../list.ts';
import { privately } from './keys-private.ts';
import { keyListScreen } from './keys-screen.ts';
import { askKeyName, createNamed } from './keys-wizard.ts';

/** `/keys`: the workspace's API keys. `/keys new Name` creates one. */
export const keysCommand: Command = {
  name: 'keys',
  where: 'private',
  needs: 'api_key.view',
  run(act, line) {
    const [, first = '', name = ''] = /^(\S*)\s*(.*)$/su.exec(line.text) ?? [];
    if (!act.t.words('words-new-key').has(first)) return keyList(act, 0);
    return name === '' ? askKeyName(act) : createNamed(act, name);
  },
};

/** A page of the keys. */
export const keyListAction: Action = {
  verb: 'kl',
  run: (act, [page = '']) => keyList(act, /^\d{1,2}$/.test(page) ? Number(page) : 0),
};

/** "New key". */
export const newKeyAction: Action = { verb: 'kn', run: (act) => askKeyName(act) };

function keyList(act: Act, page: number): Plan {
  return planning(() => {
    const { actor, scheme } = privately(act);
    return asks(
      { kind: 'keys.list', workspaceId: actor.workspace.id },
      (existing): Outcome => ({
        screen: keyListScreen(act, livingKeys(actor, scheme, existing, act.now), page),
      }),
    );
  });
}
