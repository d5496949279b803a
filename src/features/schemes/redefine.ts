import { type CompiledScheme, compile } from '../../access/compile.ts';
import type { SchemeDeclaration } from '../../access/define-scheme.ts';
import { rightsOf } from '../../access/diff.ts';
import { schemeFaults } from '../../access/scheme-faults.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import type { SchemeDraft } from './draft.ts';
import { refusalOfFault } from './fault-refusal.ts';
import { putInForce, type Redefined } from './put-in-force.ts';
import type { SchemeInForce } from './queries.ts';

/**
 * Puts a draft in the place of the scheme in force, as its next version: shown first (`preview`), committed later
 * (`changes`), decided anew both times. Throws `Refusal`: the rule that denies it (`keystone_only`, `not_broader`,
 * `exceeds_own`, or who may define roles at all), what is wrong with the scheme, `role_in_use`, `max_holders`,
 * `keystone_several`, and `changed_meanwhile` where the draft was made from another version.
 *
 * @param scheme the scheme in force, compiled
 * @param from the version that the draft was made from
 */
export function redefineScheme(
  actor: Actor,
  scheme: CompiledScheme,
  { draft, from }: { readonly draft: SchemeDraft; readonly from: number },
  found: SchemeInForce,
  now: Date,
): Redefined {
  if (found.version !== from) throw new Refusal('changed_meanwhile');
  const { declaration, moves } = draft;
  const next = { content: { preset: null, declaration }, after: soundScheme(declaration), moves };
  return putInForce(actor, scheme, next, found, now);
}

/** Compiles a scheme without faults in which someone can still define roles. Throws `Refusal` on any other. */
function soundScheme(declaration: SchemeDeclaration): CompiledScheme {
  const [fault] = schemeFaults(declaration);
  if (fault !== undefined) throw refusalOfFault(fault);
  const after = compile(declaration);
  const { key } = after.ownerRole;
  if (!rightsOf(after, [key]).some(({ right, only }) => right === 'role.define' && only === null)) {
    throw new Refusal('keystone_cannot_define', { about: key });
  }
  return after;
}
