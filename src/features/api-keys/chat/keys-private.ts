import type { CompiledScheme } from '../../../access/compile.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';

/**
 * Who acts on keys, and under which scheme. Throws `Refusal` in a group: a key shown there would be everybody's,
 * and a payload made in a private chat can be sent from elsewhere by a client that was tampered with.
 */
export function privately(ctx: Context): { readonly actor: Actor; readonly scheme: CompiledScheme } {
  if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
  const actor = actorOf(ctx);
  return { actor, scheme: ctx.scheme(actor.workspace.scheme) };
}
