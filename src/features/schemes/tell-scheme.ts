import type { CompiledScheme } from '../../access/compile.ts';
import { diff } from '../../access/diff.ts';
import { type HeldRole, isLiving } from '../../access/subject.ts';
import type { Change } from '../../domain/changes.ts';
import type { Notice } from '../../domain/notices.ts';
import type { MembershipState, Recipient } from '../../domain/state.ts';
import { rightsOfHolders } from './preview.ts';

/** A person who is to be told what another scheme means for them. */
export interface SchemeNews {
  readonly member: Recipient;
  /** As it is now. */
  readonly membership: MembershipState;
  readonly workspace: { readonly id: string; readonly name: string; readonly scheme: string };
  /** Who changed the scheme last; null where an operator did. */
  readonly changedBy: string | null;
  /** What they held before, by the scheme that stood then. */
  readonly former: { readonly scheme: string; readonly roles: readonly string[] };
}

/**
 * Tells members what they gained and lost by another scheme, compared with what they hold now. Whose rights are the
 * same after all, and a person who is no active member by now, hears nothing.
 *
 * @param scheme the compiled scheme of a name
 */
export function tellOfScheme(
  news: readonly SchemeNews[],
  scheme: (name: string) => CompiledScheme,
  now: Date,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  return {
    changes: [{ kind: 'scheme.told', membershipIds: news.map(({ membership }) => membership.id) }],
    notices: news.flatMap(({ member, membership, workspace, changedBy, former }): Notice[] => {
      if (membership.state !== 'active') return [];
      const living = <Held extends HeldRole>(held: readonly Held[]): readonly Held[] =>
        held.filter(({ until }) => isLiving(until, now.getTime()));
      const roles = living(membership.roles);
      const grants = living(membership.grants);
      const keys = [...new Set([...roles, ...grants].map(({ role }) => role))];
      const { gained, lost } = diff(
        rightsOfHolders(scheme(former.scheme), former.roles),
        rightsOfHolders(scheme(workspace.scheme), keys),
      );
      if (gained.length === 0 && lost.length === 0) return [];
      return [
        {
          kind: 'scheme.changed',
          to: member,
          workspace,
          actorName: changedBy ?? '',
          roles,
          granted: grants.map(({ role, resource: { kind }, until }) => ({ role, kind, until, count: 1 })),
          gained,
          lost,
          now,
        },
      ];
    }),
  };
}
