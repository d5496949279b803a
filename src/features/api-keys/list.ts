import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Actor } from '../../domain/state.ts';
import type { ApiKey } from './key.ts';

/** The keys of the actor's workspace that still open something, newest first. Throws `Refusal`. */
export function livingKeys(
  actor: Actor,
  scheme: CompiledScheme,
  existing: readonly ApiKey[],
  now: Date,
): readonly ApiKey[] {
  authorize(actor, scheme, 'api_key.view', now);
  return existing.filter((key) => key.revokedAt === null);
}
