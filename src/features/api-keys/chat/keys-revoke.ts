import { type Act, asks, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ApiKey } from '../key.ts';
import { revokeKey } from '../revoke.ts';
import { privately } from './keys-private.ts';
import { keyRevokedScreen, revocationQuestion } from './keys-screen.ts';

/** Revoke beside a key: asks. */
export const askRevocationAction: Action = {
  verb: 'kr',
  run: (act, [keyId = '']) => revoking(act, keyId, (key) => ({ screen: revocationQuestion(act, key) })),
};

/** "Yes, revoke". */
export const confirmRevocationAction: Action = {
  verb: 'ky',
  run: (act, [keyId = '']) =>
    revoking(act, keyId, (key, existing) => {
      const { actor, scheme } = privately(act);
      return {
        changes: revokeKey(actor, scheme, existing, keyId, act.now),
        screen: keyRevokedScreen(act, key),
      };
    }),
};

/** A key that is revoked already is shown as such, however often the button is pressed. */
function revoking(
  act: Act,
  keyId: string,
  decide: (key: ApiKey, existing: readonly ApiKey[]) => Outcome,
): Plan {
  return planning(() => {
    const { actor, scheme } = privately(act);
    authorize(actor, scheme, 'api_key.revoke', act.now);
    return asks({ kind: 'keys.list', workspaceId: actor.workspace.id }, (existing) => {
      const key = existing.find(({ id }) => id === keyId);
      if (!key) throw new Refusal('key_not_found');
      return key.revokedAt === null ? decide(key, existing) : { screen: keyRevokedScreen(act, key) };
    });
  });
}
