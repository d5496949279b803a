import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf } from '../../../chat/act.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';

/**
 * Who acts on keys, and under which scheme. Throws `Refusal` in a group: a key shown there would be everybody's,
 * and a payload made in a private chat can be sent from elsewhere by a client that was tampered with.
 */
export function privately(act: Act): { readonly actor: Actor; readonly scheme: CompiledScheme } {
  if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
  const actor = actorOf(act);
  return { actor, scheme: act.scheme(actor.workspace.scheme) };
}
