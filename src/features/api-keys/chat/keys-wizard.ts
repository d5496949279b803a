import { z } from 'zod';
import { type Act, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { WizardKind } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { plainText } from '../../../domain/plain-text.ts';
import { createKey } from '../create.ts';
import type { KeyScope } from '../key.ts';
import { privately } from './keys-private.ts';
import { askKeyNameScreen, newKeyScreen } from './keys-screen.ts';

/** What a key made in the chat may ask: all there is, as the panels that use one need both. */
const SCOPES: readonly KeyScope[] = ['evaluate', 'search'];

const stored = z.object({ workspaceId: z.string() });

/** Asks for the name of a new key. */
export function askKeyName(act: Act): Plan {
  return planning(() => {
    const { actor, scheme } = privately(act);
    authorize(actor, scheme, 'api_key.create', act.now);
    return decided(() => ({
      screen: askKeyNameScreen(act, actor.workspace.name),
      wizard: { name: 'key', data: { workspaceId: actor.workspace.id } },
    }));
  });
}

/**
 * Creates a key and shows it, this once. The message waits in the outbox like any other, so until the messenger
 * has taken it the key stands there in the clear; then the row is deleted, and only the hash remains.
 */
export function createNamed(act: Act, typed: string): Plan {
  return planning(() => {
    const { actor, scheme } = privately(act);
    authorize(actor, scheme, 'api_key.create', act.now);
    return asks({ kind: 'keys.list', workspaceId: actor.workspace.id }, (existing): Outcome => {
      const { token, publicId, secretHash } = act.mintKey();
      const drawn = { keyId: act.newId(), publicId, secretHash };
      const changes = createKey(actor, scheme, existing, { name: typed, scopes: SCOPES }, drawn, act.now);
      return { changes, screen: newKeyScreen(act, plainText(typed), token), wizard: null };
    });
  });
}

/** The next message is the name, as long as the same workspace is still the active one. */
export const keyWizard: WizardKind = {
  name: 'key',
  answer(act, data, answer) {
    const asked = stored.safeParse(data);
    if (!asked.success || asked.data.workspaceId !== act.workspace?.id) {
      return decided(() => ({
        screen: {
          text: act.t.rich('keys-elsewhere'),
          buttons: [[act.button(act.t.text('button-home'), 'hm')]],
        },
        wizard: null,
      }));
    }
    return answer.kind === 'message' ? createNamed(act, answer.text) : askKeyName(act);
  },
};
