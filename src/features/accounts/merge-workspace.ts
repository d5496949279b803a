import type { CompiledScheme } from '../../access/compile.ts';
import { type MergedMember, mergeMembers } from '../../access/governance/merge.ts';
import { type Grant, type HeldRole, isLiving } from '../../access/subject.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { IdentityChange } from './changes.ts';
import type { JoinedMembership } from './person.ts';

type Merged = Extract<IdentityChange, { kind: 'persons.merged' }>;

/** What merging two people amounts to in one workspace. */
export type WorkspaceMerge = Pick<
  Merged,
  'kept' | 'dropped' | 'rolesGiven' | 'rolesTaken' | 'grantsGiven' | 'grantsTaken'
> & { readonly after: Pick<MergedMember, 'state' | 'roles' | 'grants'> | null };

/** Whether someone belongs to the workspace now. */
export function isLivingMember({ membership }: JoinedMembership): boolean {
  return membership.state === 'active' || membership.state === 'suspended';
}

/** The second person's membership goes to the first, who has none here. */
export function moveMembership({ membership }: JoinedMembership): WorkspaceMerge {
  const { state, roles, grants } = membership;
  return {
    ...nothing,
    kept: [{ ...versionOf(membership), state }],
    after: state === 'active' || state === 'suspended' ? { state, roles, grants } : null,
  };
}

/** Both are written down in the workspace: one row goes on. A membership that ended gives way to one that lives. */
export function mergeMemberships(
  first: JoinedMembership,
  second: JoinedMembership,
  scheme: CompiledScheme,
  { now, newId }: { readonly now: Date; newId(): string },
): WorkspaceMerge {
  if (!isLivingMember(second) || !isLivingMember(first)) {
    const [kept, dropped] = isLivingMember(second) ? [second, first] : [first, second];
    return { ...moveMembership(kept), dropped: [{ ...versionOf(dropped.membership), living: false }] };
  }
  const merged = mergeMembers(scheme, sideOf(first), sideOf(second), now);
  const [kept, dropped] = merged.survivor === 'first' ? [first, second] : [second, first];
  const { id: membershipId, workspaceId, roles, grants } = kept.membership;
  return {
    kept: [{ ...versionOf(kept.membership), state: merged.state }],
    dropped: [{ ...versionOf(dropped.membership), living: true }],
    rolesGiven: merged.roles
      .filter((held) => !roles.some((one) => isSameRole(one, held)))
      .map(({ role, until }) => ({ membershipId, workspaceId, role, until })),
    rolesTaken: roles
      .filter(({ role }) => !merged.roles.some((held) => held.role === role))
      .map(({ role }) => ({ membershipId, role })),
    grantsGiven: merged.grants
      .filter((held) => !grants.some((one) => isSamePlace(one, held) && isSameRole(one, held)))
      .map(({ role, until, resource }) => ({
        id: newId(),
        membershipId,
        workspaceId,
        role,
        until,
        place: resource,
      })),
    // Grants that have ended are swept by themselves.
    grantsTaken: grants
      .filter(
        (one) =>
          isLiving(one.until, now.getTime()) &&
          !merged.grants.some((held) => isSamePlace(one, held) && held.role === one.role),
      )
      .map(({ role, resource }) => ({ membershipId, role, place: resource })),
    after: merged,
  };
}

const nothing = {
  kept: [],
  dropped: [],
  rolesGiven: [],
  rolesTaken: [],
  grantsGiven: [],
  grantsTaken: [],
} as const;

function versionOf({ id, workspaceId, version }: JoinedMembership['membership']) {
  return { membershipId: id, workspaceId, version };
}

function sideOf({ membership, projects }: JoinedMembership) {
  return { subject: subjectOf(membership, membership.personId), projects };
}

function isSameRole(one: HeldRole, other: HeldRole): boolean {
  return one.role === other.role && one.until?.getTime() === other.until?.getTime();
}

function isSamePlace(one: Grant, other: Grant): boolean {
  return one.resource.kind === other.resource.kind && one.resource.id === other.resource.id;
}
