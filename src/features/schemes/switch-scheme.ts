import { type CompiledScheme, compile } from '../../access/compile.ts';
import { diff, rightsOf } from '../../access/diff.ts';
import { type PresetKey, presetKeys, presets } from '../../access/presets.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/state.ts';
import { putInForce, type Redefined } from './put-in-force.ts';
import type { SchemeContent, SchemeInForce } from './queries.ts';

/** By key of a role in force, the role of the other scheme that takes its place. */
export type RoleMapping = Readonly<Record<string, string>>;

/**
 * Which role of another scheme takes the place of which, as it is proposed: the keystone for the keystone, the
 * role of the same key, else the broadest role by which nobody gains, else the narrowest there is; never the
 * keystone for anything else.
 */
export function proposeMapping(before: CompiledScheme, after: CompiledScheme): RoleMapping {
  return Object.fromEntries(
    before.roles.flatMap((role): [string, string][] => {
      if (role === before.ownerRole) return [[role.key, after.ownerRole.key]];
      const same = after.roleByKey.get(role.key);
      if (same !== undefined && same !== after.ownerRole) return [[role.key, same.key]];
      const rights = rightsOf(before, [role.key]);
      const others = after.roles.filter((other) => other !== after.ownerRole);
      const nearest =
        others.find((other) => diff(rights, rightsOf(after, [other.key])).gained.length === 0) ??
        others.at(-1);
      return nearest === undefined ? [] : [[role.key, nearest.key]];
    }),
  );
}

/**
 * Gives the workspace a preset, or one of its former versions again, as its next version; undo is going back.
 * Whoever holds a role gets the one that the mapping names. Throws `Refusal` as `redefineScheme` does, and
 * `nothing_changed`, `scheme_version_not_found`.
 *
 * @param to a preset's key, or `former` for the version that `found` was asked for
 * @param mapping for roles that it does not name, {@link proposeMapping} decides
 */
export function switchScheme(
  actor: Actor,
  scheme: CompiledScheme,
  { to, mapping }: { readonly to: PresetKey | 'former'; readonly mapping: RoleMapping },
  found: SchemeInForce,
  now: Date,
): Redefined {
  const content = contentOf(to, found);
  if (content.preset === actor.workspace.scheme) throw new Refusal('nothing_changed');
  const after = compiledContent(content);
  const moves = { ...proposeMapping(scheme, after), ...mapping };
  return putInForce(actor, scheme, { content, after, moves }, found, now);
}

/** A version's content as a scheme that answers. Throws `Refusal` where the preset is offered no more. */
export function compiledContent(content: SchemeContent): CompiledScheme {
  if (content.preset === null) return compile(content.declaration);
  const preset = presetKeys.find((key) => key === content.preset);
  if (preset === undefined) throw new Refusal('scheme_version_not_found');
  return presets[preset];
}

function contentOf(to: PresetKey | 'former', { asked }: SchemeInForce): SchemeContent {
  if (to !== 'former') return { preset: to, declaration: null };
  if (asked === null) throw new Refusal('scheme_version_not_found');
  return asked;
}
