import type { CompiledScheme } from '../../access/compile.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { isVisibleText, plainText } from '../../domain/plain-text.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { guardOf } from '../invitations/manage.ts';
import { type ApiKey, type KeyScope, MAX_KEY_NAME, MAX_KEYS, USUAL_RATE_PER_MINUTE } from './key.ts';

/** The key that someone wants. */
export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Default: {@link USUAL_RATE_PER_MINUTE}. */
  readonly ratePerMinute?: number;
}

/** What was drawn for it: an id for us, and of the key itself all that may be stored. */
export interface DrawnKey {
  readonly keyId: string;
  readonly publicId: string;
  readonly secretHash: Buffer;
}

/**
 * Creates an API key of the actor's workspace. Throws `Refusal`.
 *
 * @param existing the workspace's keys (`keys.list`)
 */
export function createKey(
  actor: Actor,
  scheme: CompiledScheme,
  existing: readonly ApiKey[],
  wanted: WantedKey,
  drawn: DrawnKey,
  now: Date,
): readonly Change[] {
  authorize(actor, scheme, 'api_key.create', now);
  const name = plainText(wanted.name);
  if (!isVisibleText(name) || [...name].length > MAX_KEY_NAME) {
    throw new Refusal('key_name', { values: { most: MAX_KEY_NAME } });
  }
  if (existing.filter((key) => key.revokedAt === null).length >= MAX_KEYS) {
    throw new Refusal('too_many_keys', { values: { most: MAX_KEYS } });
  }
  return [
    guardOf(actor),
    {
      kind: 'key.created',
      ...drawn,
      workspaceId: actor.workspace.id,
      name,
      scopes: wanted.scopes,
      ratePerMinute: wanted.ratePerMinute ?? USUAL_RATE_PER_MINUTE,
    },
  ];
}
