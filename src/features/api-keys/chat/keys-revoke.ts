import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ApiKey } from '../key.ts';
import { revokeKey } from '../revoke.ts';
import type * as actions from './actions.ts';
import { privately } from './keys-private.ts';
import { keyRevokedScreen, revocationQuestion } from './keys-screen.ts';

/** Revoking a key, by buttons. */
export const keysRevokeHandlers = {
  /** Revoke beside a key: asks. */
  askRevokingKey: (ctx, { key: keyId }) =>
    revoking(ctx, keyId, (key) => ({ screen: revocationQuestion(ctx, key) })),
  /** "Yes, revoke". */
  confirmRevokingKey: (ctx, { key: keyId }) =>
    revoking(ctx, keyId, (key, existing) => {
      const { actor, scheme } = privately(ctx);
      return {
        changes: revokeKey(actor, scheme, existing, keyId, ctx.now),
        screen: keyRevokedScreen(ctx, key),
      };
    }),
} satisfies Partial<Handlers<typeof actions>>;

/** A key that is revoked already is shown as such, however often the button is pressed. */
function revoking(
  ctx: Context,
  keyId: string,
  decide: (key: ApiKey, existing: readonly ApiKey[]) => Outcome,
): Plan {
  return planning(() => {
    const { actor, scheme } = privately(ctx);
    authorize(actor, scheme, 'api_key.revoke', ctx.now);
    return asks({ kind: 'keys.list', workspaceId: actor.workspace.id }, (existing) => {
      const key = existing.find(({ id }) => id === keyId);
      if (!key) throw new Refusal('key_not_found');
      return key.revokedAt === null ? decide(key, existing) : { screen: keyRevokedScreen(ctx, key) };
    });
  });
}
