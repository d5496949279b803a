import type { KnownEntities, RoleDeclaration, SchemeDeclaration } from '../../access/define-scheme.ts';
import { Refusal } from '../../domain/refusal.ts';
import { roleIn, type SchemeDraft } from './draft.ts';

/**
 * Takes a role away. Whether anybody holds it is asked when the draft is put in force: a role in use can only be
 * merged. Throws `Refusal`: `unknown_role`, `keystone_stays`, `requires_held` where another role needs it, and
 * `role_merged_into` where other roles were merged into it before.
 */
export function deleteRole(draft: SchemeDraft, key: string): SchemeDraft {
  roleIn(draft, key);
  if (Object.values(draft.moves).includes(key)) throw new Refusal('role_merged_into', { about: key });
  const needing = draft.declaration.roles.find(({ requires }) => requires?.includes(key));
  if (needing !== undefined) throw new Refusal('requires_held', { about: needing.key });
  return { ...draft, declaration: withoutRole(draft.declaration, key, null) };
}

/**
 * The scheme without a role. Throws `Refusal` (`keystone_stays`).
 *
 * @param instead the role that means it where others require or recommend it; null: nowhere any more
 */
export function withoutRole(
  declaration: SchemeDeclaration,
  key: string,
  instead: string | null,
): SchemeDeclaration {
  if (declaration.keystone.role === key) throw new Refusal('keystone_stays', { about: key });
  const { recommendations, entities, ...rest } = declaration;
  const recommended = recommendations?.flatMap(({ person, role }) => {
    if (role !== key) return [{ person, role }];
    return instead === null ? [] : [{ person, role: instead }];
  });
  return {
    ...rest,
    roles: declaration.roles.flatMap((role) => (role.key === key ? [] : [requiring(role, key, instead)])),
    ...(recommended === undefined ? {} : { recommendations: recommended }),
    ...(entities === undefined ? {} : { entities: entitiesWithout(entities, key, instead) }),
  };
}

function requiring(role: RoleDeclaration, key: string, instead: string | null): RoleDeclaration {
  const { requires, ...rest } = role;
  const left = new Set(requires?.flatMap((one) => (one === key ? (instead ?? []) : one)));
  left.delete(role.key);
  return left.size === 0 ? rest : { ...rest, requires: [...left] };
}

function entitiesWithout(
  { subjects, ...rest }: KnownEntities,
  key: string,
  instead: string | null,
): KnownEntities {
  if (subjects === undefined) return rest;
  const mapped = mapValues(subjects, (ofType) =>
    mapValues(ofType, (subject) => {
      const roles = new Set(subject.roles.flatMap((role) => (role === key ? (instead ?? []) : role)));
      return { ...subject, roles: [...roles] };
    }),
  );
  return { ...rest, subjects: mapped };
}

function mapValues<V>(
  record: Readonly<Record<string, V>>,
  change: (value: V) => V,
): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
