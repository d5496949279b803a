import { defineClientQuery } from '../../../store/define-query.ts';
import { type ListedMember, PAGE_SIZE } from '../queries.ts';
import { listedMembers } from './listed-members.ts';

/**
 * Ids grow with time, so their order is that of joining. Each table yields the first of its own along the index of
 * roles, one more than a page.
 */
export const membersHolding = defineClientQuery(
  'members.holding',
  async ({ prisma }, { workspaceId, role, afterId }) => {
    const client = await prisma();
    const where = { workspaceId, role, ...(afterId === null ? {} : { membershipId: { gt: afterId } }) };
    const page = { where, orderBy: { membershipId: 'asc' }, take: PAGE_SIZE + 1 } as const;
    const [inWorkspace, onResources] = await Promise.all([
      client.membershipRole.findMany({ ...page, select: { membershipId: true } }),
      client.grant.groupBy({ ...page, by: ['membershipId'] }),
    ]);
    const ids = [...new Set([...inWorkspace, ...onResources].map(({ membershipId }) => membershipId))].sort();
    const members: readonly ListedMember[] = await listedMembers(client, ids.slice(0, PAGE_SIZE));
    return { members, hasNext: ids.length > PAGE_SIZE };
  },
);
