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
 * Which role of another scheme takes the place of which, as it is proposed: the owner's role for the owner's role, the
 * role of the same key where nobody gains by it, else the broadest role by which nobody gains. Where there is none,
 * nothing is proposed: the person who switches chooses it. Nobody is proposed to gain.
 *
 * @param keepsKeys true where the other scheme is a version of the same one: a role that is still there is itself
 */
export function proposeMapping(
  before: CompiledScheme,
  after: CompiledScheme,
  keepsKeys: boolean,
): RoleMapping {
  return Object.fromEntries(
    before.roles.flatMap((role): [string, string][] => {
      if (role === before.ownerRole) return [[role.key, after.ownerRole.key]];
      if (keepsKeys && role.key !== after.ownerRole.key && after.roleByKey.has(role.key))
        return [[role.key, role.key]];
      const rights = rightsOf(before, [role.key]);
      const narrower = after.roles
        .filter((other) => other !== after.ownerRole)
        .map((other) => ({ key: other.key, change: diff(rights, rightsOf(after, [other.key])) }))
        .filter(({ change }) => change.gained.length === 0)
        .sort(
          (one, other) =>
            Number(other.key === role.key) - Number(one.key === role.key) ||
            one.change.lost.length - other.change.lost.length,
        );
      const [nearest] = narrower;
      return nearest === undefined ? [] : [[role.key, nearest.key]];
    }),
  );
}

/**
 * Gives the workspace a preset, or one of its former versions again, as its next version; undo is going back.
 * A person who holds a role gets the one that the mapping names. Throws `Refusal` as `redefineScheme` does, and
 * `nothing_changed`, `scheme_version_not_found`, and `role_needs_target` where a role that people have has no successor.
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
  const moves = { ...proposeMapping(scheme, after, to === 'former'), ...mapping };
  const open = scheme.roles.find(
    ({ key }) => moves[key] === undefined && ((found.holders[key] ?? 0) > 0 || (found.invited[key] ?? 0) > 0),
  );
  if (open !== undefined) throw new Refusal('role_needs_target', { about: open.key });
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
