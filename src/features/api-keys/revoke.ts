import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { guardOf } from '../invitations/manage.ts';
import type { ApiKey } from './key.ts';

/**
 * Revokes an API key of the actor's workspace, for good. Throws `Refusal`.
 *
 * @param existing the workspace's keys (`keys.list`)
 */
export function revokeKey(
  actor: Actor,
  scheme: CompiledScheme,
  existing: readonly ApiKey[],
  keyId: string,
  now: Date,
): readonly Change[] {
  authorize(actor, scheme, 'api_key.revoke', now);
  const key = existing.find(({ id }) => id === keyId);
  if (!key) throw new Refusal('key_not_found');
  if (key.revokedAt !== null) throw new Refusal('key_revoked', { values: { name: key.name } });
  return [guardOf(actor), { kind: 'key.revoked', keyId, workspaceId: actor.workspace.id, name: key.name }];
}
