import type { GrantCount } from '../../../domain/state.ts';
import type { PrismaClient } from '../../../store/generated/client.ts';
import type { ListedMember } from '../queries.ts';

/** Members as a list shows them, in the order of the ids asked for; ids that are gone are left out. */
export async function listedMembers(
  client: Pick<PrismaClient, 'membership'>,
  ids: readonly string[],
): Promise<readonly ListedMember[]> {
  const found = await client.membership.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      state: true,
      person: {
        select: {
          name: true,
          accounts: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { username: true, messenger: true } },
        },
      },
      roles: { select: { role: true, until: true } },
      grants: { select: { role: true, resourceKind: true, until: true } },
    },
  });
  return found.map(({ id, state, person, roles, grants }) => ({
    membershipId: id,
    name: person.name,
    username: person.accounts[0]?.username ?? null,
    messenger: (person.accounts[0]?.messenger ?? null) as ListedMember['messenger'],
    state: state as ListedMember['state'],
    roles,
    granted: counted(grants),
  }));
}

/** How many grants there are of each role, kind and end, by role and kind. */
function counted(
  grants: readonly { readonly role: string; readonly resourceKind: string; readonly until: Date | null }[],
): GrantCount[] {
  const counts = new Map<string, GrantCount>();
  for (const { role, resourceKind, until } of grants) {
    const kind = resourceKind as GrantCount['kind'];
    const key = `${role} ${kind} ${until?.getTime()}`;
    counts.set(key, { role, kind, until, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => compare(a.role, b.role) || compare(a.kind, b.kind));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
