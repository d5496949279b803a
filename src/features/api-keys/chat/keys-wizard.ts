import { z } from 'zod';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
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
export function askKeyName(ctx: Context): Plan {
  return planning(() => {
    const { actor, scheme } = privately(ctx);
    authorize(actor, scheme, 'api_key.create', ctx.now);
    return decided(() => ({
      screen: askKeyNameScreen(ctx, actor.workspace.name),
      wizard: { name: 'key', data: { workspaceId: actor.workspace.id } },
    }));
  });
}

/**
 * Creates a key and shows it, this once. The message waits in the outbox like any other, so until the messenger
 * has taken it the key stands there in the clear; then the row is deleted, and only the hash remains.
 */
export function createNamed(ctx: Context, typed: string): Plan {
  return planning(() => {
    const { actor, scheme } = privately(ctx);
    authorize(actor, scheme, 'api_key.create', ctx.now);
    return asks({ kind: 'keys.list', workspaceId: actor.workspace.id }, (existing): Outcome => {
      const { token, publicId, secretHash } = ctx.mintKey();
      const drawn = { keyId: ctx.newId(), publicId, secretHash };
      const changes = createKey(actor, scheme, existing, { name: typed, scopes: SCOPES }, drawn, ctx.now);
      return { changes, screen: newKeyScreen(ctx, plainText(typed), token), wizard: null };
    });
  });
}

/** The next message is the name, as long as the same workspace is still the active one. */
export const keyWizard: WizardKind = {
  name: 'key',
  reads: () => 'text',
  answer(ctx, data, answer) {
    const asked = stored.safeParse(data);
    if (!asked.success || asked.data.workspaceId !== ctx.workspace?.id) {
      return decided(() => ({
        screen: {
          text: ctx.t.rich('keys-elsewhere'),
          buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
        },
        wizard: null,
      }));
    }
    return answer.kind === 'message' ? createNamed(ctx, answer.text) : askKeyName(ctx);
  },
};
