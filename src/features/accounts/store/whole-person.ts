import type { Language } from '../../../domain/state.ts';
import type { Prisma } from '../../../store/generated/client.ts';
import { membershipOf, membershipSelect, type SnapshotClient } from '../../../store/rows/client-rows.ts';
import type { Account, JoinedMembership, WholePerson } from '../person.ts';

/** What Prisma Client selects of an account. */
export const accountSelect = {
  messenger: true,
  accountId: true,
  name: true,
  username: true,
  privateChatId: true,
} as const satisfies Prisma.AccountSelect;

/** The account as the use cases see it. */
export function accountOf({
  messenger,
  ...account
}: Prisma.AccountGetPayload<{ select: typeof accountSelect }>): Account {
  return { messenger: messenger as Account['messenger'], ...account };
}

/** Everything that is one person's; null where there is no such person. */
export async function wholePerson(client: SnapshotClient, personId: string): Promise<WholePerson | null> {
  const person = await client.person.findUnique({
    where: { id: personId },
    include: {
      accounts: {
        orderBy: [{ lastSeenAt: 'desc' }, { messenger: 'asc' }, { accountId: 'asc' }],
        select: { ...accountSelect, activeWorkspaceId: true },
      },
      memberships: {
        orderBy: { id: 'asc' },
        select: { ...membershipSelect, workspace: { select: { id: true, name: true, scheme: true } } },
      },
    },
  });
  if (person === null) return null;
  const { accounts, memberships } = person;
  const invitations = await client.invitation.findMany({
    where: { addressee: `person:${personId}`, state: 'pending' },
    orderBy: { id: 'asc' },
    select: { id: true, workspaceId: true, roles: true, workspace: { select: { scheme: true } } },
  });
  const projectOf = await projectsOf(
    client,
    memberships.flatMap(({ grants }) =>
      grants.flatMap(({ resourceKind, resourceId }) => (resourceKind === 'bot' ? [resourceId] : [])),
    ),
  );
  return {
    personId: person.id,
    name: person.name,
    language: person.language as Language,
    timeZone: person.timeZone,
    email: person.email,
    phone: person.phone,
    createdAt: person.createdAt,
    version: person.version,
    accounts: accounts.map(({ activeWorkspaceId: _, ...account }) => accountOf(account)),
    activeWorkspaceId:
      accounts.find(({ activeWorkspaceId }) => activeWorkspaceId !== null)?.activeWorkspaceId ?? null,
    memberships: memberships.map(({ workspace, ...membership }): JoinedMembership => {
      const projects = membership.grants.flatMap(({ resourceId }) => {
        const project = projectOf.get(resourceId);
        return project === undefined ? [] : [[resourceId, project] as const];
      });
      return { membership: membershipOf(membership), workspace, projects: new Map(projects) };
    }),
    invitations: invitations.map(({ workspace, ...invitation }) => ({
      ...invitation,
      scheme: workspace.scheme,
    })),
  };
}

async function projectsOf(client: SnapshotClient, botIds: string[]): Promise<ReadonlyMap<string, string>> {
  if (botIds.length === 0) return new Map();
  const bots = await client.bot.findMany({
    where: { id: { in: botIds } },
    select: { id: true, projectId: true },
  });
  return new Map(bots.flatMap(({ id, projectId }) => (projectId === null ? [] : [[id, projectId] as const])));
}
