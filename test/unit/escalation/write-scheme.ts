import type { Grant, HeldRole } from '../../../src/access/subject.ts';
import type { SchemeChange } from '../../../src/features/schemes/changes.ts';
import { hold, withGrants, withMember } from './rows.ts';
import { compiledAs, isMember, livingMembers, PROJECTS, type World } from './world.ts';

/** What the database's own function makes of a change of scheme, member by member. */
export function writeScheme(world: World, change: Extract<SchemeChange, { kind: 'scheme.changed' }>): World {
  const { plan, version, content } = change;
  hold(
    world.scheme.declaration.key === change.from.scheme && world.version === change.from.version,
    'version',
  );
  const becomes = (role: string): string => plan.moves[role] ?? role;
  const rank = (role: string): number => (plan.roles.includes(role) ? plan.roles.indexOf(role) : 99);
  const loose = [...world.bots].flatMap(([id, { project }]) => (project === null ? [id] : []));
  const everywhere: readonly Grant['resource'][] = [
    ...PROJECTS.map((id) => ({ kind: 'project', id }) as const),
    ...loose.map((id) => ({ kind: 'bot', id }) as const),
  ];

  const members = livingMembers(world).map((row) => {
    const spread = row.roles.filter(({ role }) => plan.spread.includes(role));
    const more = spread.flatMap(({ role, until }) =>
      everywhere
        .filter(({ id }) => !row.grants.some((one) => one.role === role && one.resource.id === id))
        .map((place) => ({ role, until, place })),
    );
    const grants = withGrants(row.grants, more);
    const named = plan.named.flatMap((role): HeldRole[] => {
      const [longest] = grants.filter((one) => one.role === role).sort(longestFirst);
      const isNamed = row.roles.some((held) => held.role === role);
      return longest === undefined || isNamed ? [] : [{ role, until: longest.until }];
    });
    const roles = [...row.roles, ...named].filter(({ role }) => !plan.onThings.includes(becomes(role)));
    const onResources = grants.filter(({ role }) => !plan.onMembership.includes(becomes(role)));
    const left = <T extends HeldRole>(held: readonly T[], place: (one: T) => string): T[] => {
      const best = [...held].sort(
        (a, b) => rank(becomes(a.role)) - rank(becomes(b.role)) || longestFirst(a, b),
      );
      const seen = new Set<string>();
      return best.flatMap((one): T[] => {
        const group = `${place(one)} ${plan.onlyBroadest ? '' : becomes(one.role)}`;
        if (seen.has(group)) return [];
        seen.add(group);
        return [{ ...one, role: becomes(one.role) }];
      });
    };
    return { ...row, roles: left(roles, () => ''), grants: left(onResources, ({ resource }) => resource.id) };
  });
  for (const { role } of members.flatMap((row) => [...row.roles, ...row.grants])) {
    hold(plan.roles.includes(role), `${role} is in use`);
  }

  const after = {
    ...world,
    scheme: compiledAs(content, version),
    version,
    versions: new Map([...world.versions, [version, content] as const]),
    transfers: new Map(
      [...world.transfers].map(([id, row]) => [
        id,
        row.state === 'pending' ? { ...row, state: 'cancelled' as const } : row,
      ]),
    ),
    invitations: new Map(
      [...world.invitations].map(([id, row]) => {
        const open = row.state === 'pending' || row.state === 'expired';
        const roles = [...new Set(row.roles.map(becomes))].sort((a, b) => rank(a) - rank(b));
        return [id, open ? { ...row, roles: plan.onlyBroadest ? roles.slice(0, 1) : roles } : row];
      }),
    ),
  };
  const moved = members.reduce(withMember, after);
  const heads = [...moved.members.values()].filter(
    (row) =>
      isMember(row) &&
      row.state === 'active' &&
      row.roles.some(({ role, until }) => role === plan.keystone && until === null),
  );
  hold(heads.length === 1 || (heads.length > 1 && !plan.sole), 'somebody heads it');
  return moved;
}

function longestFirst(a: HeldRole, b: HeldRole): number {
  return (b.until?.getTime() ?? Number.MAX_VALUE) - (a.until?.getTime() ?? Number.MAX_VALUE);
}
