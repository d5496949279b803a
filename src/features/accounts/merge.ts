import type { CompiledScheme } from '../../access/compile.ts';
import type { HeldRole } from '../../access/subject.ts';
import type { IdentityChange } from './changes.ts';
import { isLivingMember, mergeMemberships, moveMembership, type WorkspaceMerge } from './merge-workspace.ts';
import type { JoinedMembership, WholePerson } from './person.ts';

/** What a merge amounts to in a workspace where both are members. */
export interface Clash {
  readonly workspace: JoinedMembership['workspace'];
  /** What they hold as each, and together. */
  readonly first: readonly HeldRole[];
  readonly second: readonly HeldRole[];
  readonly after: readonly HeldRole[];
  readonly suspended: boolean;
}

/** A merge, decided. */
export interface MergeDecision {
  readonly change: Extract<IdentityChange, { kind: 'persons.merged' }>;
  /** Workspaces that the kept person joins. */
  readonly joined: readonly JoinedMembership['workspace'][];
  readonly clashes: readonly Clash[];
}

/** Tools of the outside, handed in. */
export interface MergeTools {
  readonly now: Date;
  newId(): string;
  scheme(workspace: JoinedMembership['workspace']): CompiledScheme;
}

/**
 * Makes one person of two: `keep` gets all that `gone` has. Memberships of one workspace are joined so that
 * nobody gains a right that neither had; of two invitations to one workspace the broader stays, and none where
 * the person is a member already.
 */
export function mergePersons(
  keep: WholePerson,
  gone: WholePerson,
  linkId: string,
  tools: MergeTools,
): MergeDecision {
  const own = new Map(keep.memberships.map((one) => [one.workspace.id, one]));
  const merges = gone.memberships.map((theirs) => {
    const ours = own.get(theirs.workspace.id);
    const merge: WorkspaceMerge = ours
      ? mergeMemberships(ours, theirs, tools.scheme(theirs.workspace), tools)
      : moveMembership(theirs);
    return { ours, theirs, merge };
  });
  const living = [...keep.memberships, ...gone.memberships].filter(isLivingMember);
  const workspaceIds = [...new Set(living.map(({ workspace }) => workspace.id))];
  const all = <K extends keyof WorkspaceMerge>(key: K) => merges.map(({ merge }) => merge[key]);
  return {
    change: {
      kind: 'persons.merged',
      linkId,
      keep: {
        personId: keep.personId,
        version: keep.version,
        name: keep.name,
        username: keep.accounts[0]?.username ?? null,
      },
      gone: { personId: gone.personId, version: gone.version },
      activeWorkspaceId: keep.activeWorkspaceId ?? gone.activeWorkspaceId,
      kept: all('kept').flat(),
      dropped: all('dropped').flat(),
      rolesGiven: all('rolesGiven').flat(),
      rolesTaken: all('rolesTaken').flat(),
      grantsGiven: all('grantsGiven').flat(),
      grantsTaken: all('grantsTaken').flat(),
      closedInvitations: invitationsToClose(keep, gone, new Set(workspaceIds), tools),
      workspaceIds,
    },
    joined: merges.flatMap(({ ours, theirs, merge }) =>
      merge.after && !(ours && isLivingMember(ours)) ? [theirs.workspace] : [],
    ),
    clashes: merges.flatMap(({ ours, theirs, merge }): Clash[] =>
      ours && merge.after && isLivingMember(ours) && isLivingMember(theirs)
        ? [
            {
              workspace: theirs.workspace,
              first: ours.membership.roles,
              second: theirs.membership.roles,
              after: merge.after.roles,
              suspended: merge.after.state === 'suspended',
            },
          ]
        : [],
    ),
  };
}

/** Invitations to a workspace that the person is in, and of two to one workspace the narrower. */
function invitationsToClose(
  keep: WholePerson,
  gone: WholePerson,
  memberOf: ReadonlySet<string>,
  tools: MergeTools,
): readonly string[] {
  const all = [...keep.invitations, ...gone.invitations];
  return all
    .filter((one) => {
      if (memberOf.has(one.workspaceId)) return true;
      const scheme = tools.scheme({ id: one.workspaceId, name: '', scheme: one.scheme });
      const rank = (roles: readonly string[]): number =>
        Math.min(...roles.map((role) => scheme.roleByKey.get(role)?.rank ?? scheme.roles.length));
      const rival = all.find((other) => other.workspaceId === one.workspaceId && other.id !== one.id);
      if (!rival) return false;
      const difference = rank(one.roles) - rank(rival.roles);
      return difference > 0 || (difference === 0 && gone.invitations.includes(one));
    })
    .map(({ id }) => id);
}
