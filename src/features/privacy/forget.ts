import type { CompiledScheme } from '../../access/compile.ts';
import type { Change } from '../../domain/changes.ts';
import type { Found } from '../../domain/queries.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isLivingMember } from '../accounts/merge-workspace.ts';
import type { JoinedMembership } from '../accounts/person.ts';

type Leaving = NonNullable<Found<'people.leaving'>>;

/** Workspaces that nobody else would head. */
export function headedAlone(
  { whole, shared }: Leaving,
  schemeOf: (key: string) => CompiledScheme,
): readonly JoinedMembership['workspace'][] {
  return whole.memberships
    .filter(isLivingMember)
    .filter(({ membership, workspace }) => {
      const { key } = schemeOf(workspace.scheme).ownerRole;
      const holds = membership.roles.some(({ role }) => role === key);
      return holds && !shared.get(membership.id)?.roles.includes(key);
    })
    .map(({ workspace }) => workspace);
}

/** Removes the person. Throws `Refusal` while they head a workspace alone. */
export function forgetPerson(
  leaving: Leaving,
  schemeOf: (key: string) => CompiledScheme,
): { readonly changes: readonly Change[] } {
  const { whole, shared } = leaving;
  const { personId, version, accounts, email, phone } = whole;
  if (headedAlone(leaving, schemeOf).length > 0) throw new Refusal('forget_sole');
  const heading = whole.memberships.filter(
    (one) =>
      isLivingMember(one) &&
      one.membership.roles.some(({ role }) => role === schemeOf(one.workspace.scheme).ownerRole.key),
  );
  return {
    changes: [
      // Of two last heads who go at once, the second looks again.
      ...heading.map(
        ({ membership, workspace }): Change => ({
          kind: 'guard.governance',
          workspaceId: workspace.id,
          governance: shared.get(membership.id)?.governance ?? 0,
        }),
      ),
      {
        kind: 'person.forgotten',
        personId,
        version,
        pseudonym: `forgotten-${personId.slice(-6)}`,
        names: [
          ...accounts.flatMap(({ messenger, accountId, username }) => [
            `${messenger}:${accountId}`,
            ...(username === null ? [] : [`${messenger}:@${username}`]),
          ]),
          ...(email === null ? [] : [`email:${email}`]),
          ...(phone === null ? [] : [`phone:${phone}`]),
          `person:${personId}`,
        ],
        memberships: whole.memberships.map((one) => ({
          membershipId: one.membership.id,
          workspaceId: one.workspace.id,
          version: one.membership.version,
          living: isLivingMember(one),
        })),
      },
    ],
  };
}
