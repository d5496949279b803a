import { compile } from '../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../src/access/define-scheme.ts';
import type { Subject } from '../../src/access/subject.ts';
import { allRights, type Right } from '../../src/access/vocabulary.ts';

/** A member as any library could hold them: roles in the whole workspace, and roles on bots. */
export interface Member {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly grants: readonly { readonly bot: string; readonly roles: readonly string[] }[];
  /** The same in the words of the permission core. */
  readonly subject: Subject;
}

/** A role for what every member may do, for libraries that know no such resource. */
export const everybody = 'everybody';

/** What each role of a scheme allows, by its key. */
export function rightsByRole(declaration: SchemeDeclaration): ReadonlyMap<string, readonly Right[]> {
  const scheme = compile(declaration);
  const allowedBy = (set: number) => allRights.filter((_, row) => ((scheme.allowing[row] ?? 0) & set) !== 0);
  return new Map([
    ...scheme.roles.map((role): [string, readonly Right[]] => [role.key, allowedBy(role.set)]),
    [everybody, allowedBy(1 << 31)],
  ]);
}

/** The first member owns the workspace, the others have a role below and grants on two bots where the scheme has any. */
export function createMember(
  { roles }: SchemeDeclaration,
  isFirst: boolean,
  bots: readonly string[],
  personId: string,
  pick: <T>(from: readonly T[]) => T,
): Member {
  const named = roles.slice(1).filter(({ reach }) => reach === undefined || reach === 'workspace');
  const granted = roles.filter(({ reach }) => reach === 'things' || reach === 'granted_things');
  const ownerRole = roles[0]?.key ?? '';
  const onMembership = isFirst ? [ownerRole] : named.length > 0 ? [pick(named).key] : [];
  const grants =
    isFirst || granted.length === 0
      ? []
      : [bots[0] ?? '', pick(bots.slice(1))].map((bot) => {
          const role = pick(granted);
          return { bot, roles: [role.key, ...(role.requires ?? [])] };
        });
  // Such a role counts only where the membership names it too.
  const alsoNamed = granted.filter(({ reach }) => reach === 'granted_things').map(({ key }) => key);
  return {
    personId,
    roles: [...onMembership, everybody],
    grants,
    subject: {
      personId,
      state: 'active',
      roles: [...onMembership, ...(isFirst ? [] : alsoNamed)].map((role) => ({ role, until: null })),
      grants: grants.flatMap(({ bot, roles: held }) =>
        held.map((role) => ({ role, until: null, resource: { kind: 'bot' as const, id: bot } })),
      ),
    },
  };
}
