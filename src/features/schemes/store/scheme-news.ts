import type { Reader } from '../../../store/define-query.ts';
import {
  inSnapshot,
  membershipOf,
  membershipSelect,
  personNowOf,
  recipientOf,
  recipientSelect,
} from '../../../store/rows/client-rows.ts';
import type { SchemeNews } from '../tell-scheme.ts';

/**
 * Members of one workspace who are to be told of its scheme, at most `limit`, for the scheduled task that does it. One
 * workspace at a time: its schemes are then read once for all of them.
 */
export async function dueSchemeNews(
  { prisma }: Pick<Reader, 'prisma'>,
  limit: number,
): Promise<readonly SchemeNews[]> {
  return inSnapshot(await prisma(), async (client) => {
    const first = await client.schemeNews.findFirst({
      orderBy: { workspaceId: 'asc' },
      select: { workspaceId: true },
    });
    if (first === null) return [];
    const workspace = await client.workspace.findUnique({
      where: { id: first.workspaceId },
      select: { id: true, name: true, scheme: true, schemeVersion: true },
    });
    if (workspace === null) return [];
    const { schemeVersion, ...told } = workspace;
    const version = await client.schemeVersion.findUnique({
      where: { workspaceId_version: { workspaceId: told.id, version: schemeVersion } },
      select: { madeById: true },
    });
    const maker = version?.madeById
      ? await client.person.findUnique({
          where: { id: await personNowOf(client, version.madeById) },
          select: { name: true },
        })
      : null;
    const news = await client.schemeNews.findMany({
      where: first,
      orderBy: { membershipId: 'asc' },
      take: limit,
      select: {
        scheme: true,
        roles: true,
        membership: { select: { ...membershipSelect, person: { select: recipientSelect } } },
      },
    });
    return news.map(({ scheme, roles, membership: { person, ...membership } }) => ({
      membership: membershipOf(membership),
      workspace: told,
      changedBy: maker?.name ?? null,
      member: recipientOf(person),
      former: { scheme, roles },
    }));
  });
}
