import type { Resource } from '../../../domain/resource.ts';
import { defineClientQuery, type Reader } from '../../../store/define-query.ts';
import { defineStatement, run } from '../../../store/define-statement.ts';
import type { Prisma } from '../../../store/generated/client.ts';
import {
  inSnapshot,
  membershipOf,
  membershipSelect,
  personNowOf,
  recipientOf,
  recipientSelect,
  type SnapshotClient,
  workspaceOf,
  workspaceSelect,
} from '../../../store/rows/client-rows.ts';
import type { FoundApproval } from '../../resources/queries.ts';
import { type Fitting, fittingParameters, fittingResources } from '../../resources/store/queries.ts';
import { type ResourceRow, resourceFrom, resourceTypes } from '../../resources/store/resource-row.ts';

/** People who are asked about one bot at most. */
const MAX_CANDIDATES = 50;

const fittingBots = defineStatement<Fitting, ResourceRow>({
  name: 'publishing-bots',
  columns: resourceTypes,
  sql: fittingResources,
});

/** Bots by id or text; a role held in the workspace, on one of the bots or on its project makes a candidate. */
export const publishingFind = defineClientQuery(
  'publishing.find',
  async ({ pool, prisma }, { workspaceId, asked, roles }) => {
    const bots = (await run(pool, fittingBots, fittingParameters(workspaceId, asked))).map(resourceFrom);
    const role = { in: [...roles] };
    const botIds = bots.map(({ id }) => id);
    const resourceId = { in: bots.flatMap(({ id, project }) => (project ? [id, project.id] : [id])) };
    return inSnapshot(await prisma(), async (client) => {
      const pending = await client.approval.findMany({
        where: { state: 'pending', botId: { in: botIds } },
        select: { id: true, botId: true, expiresAt: true },
      });
      const candidates = await client.membership.findMany({
        where: {
          workspaceId,
          state: 'active',
          OR: [{ roles: { some: { role } } }, { grants: { some: { role, resourceId } } }],
        },
        orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
        take: MAX_CANDIDATES,
        select: { ...membershipSelect, person: { select: recipientSelect } },
      });
      return {
        bots,
        pending,
        candidates: candidates.map(({ person, ...membership }) => ({
          ...recipientOf(person),
          membership: membershipOf(membership),
        })),
      };
    });
  },
);

const approvalSelect = {
  id: true,
  version: true,
  state: true,
  expiresAt: true,
  requestedById: true,
  decidedById: true,
  workspace: { select: workspaceSelect },
  bot: {
    select: {
      id: true,
      name: true,
      stagingVersion: true,
      productionVersion: true,
      publishedAt: true,
      project: { select: { id: true, name: true } },
      _count: { select: { channels: true } },
    },
  },
} as const satisfies Prisma.ApprovalSelect;

type SelectedApproval = Prisma.ApprovalGetPayload<{ select: typeof approvalSelect }>;

/** An approval with the membership of the person who asks in its workspace. */
export const approvalsFind = defineClientQuery(
  'approvals.find',
  async ({ prisma }, { approvalId, personId }) =>
    inSnapshot(await prisma(), async (client) => {
      const approval = await client.approval.findUnique({
        where: { id: approvalId },
        select: approvalSelect,
      });
      const found = approval && (await approvalOf(client, approval));
      if (!found) return null;
      const membership = await client.membership.findUnique({
        where: { workspaceId_personId: { workspaceId: found.workspace.id, personId } },
        select: membershipSelect,
      });
      return { ...found, membership: membership && membershipOf(membership) };
    }),
);

/** Requests that nobody answered in time, at most `limit`, for the scheduled task that closes them. */
export async function dueApprovals(
  { prisma }: Pick<Reader, 'prisma'>,
  now: Date,
  limit: number,
): Promise<readonly FoundApproval[]> {
  return inSnapshot(await prisma(), async (client) => {
    const due = await client.approval.findMany({
      where: { state: 'pending', expiresAt: { lte: now } },
      orderBy: { expiresAt: 'asc' },
      take: limit,
      select: approvalSelect,
    });
    const found: FoundApproval[] = [];
    for (const one of due) {
      const approval = await approvalOf(client, one);
      if (approval) found.push(approval);
    }
    return found;
  });
}

/** Null where the person who asked for it is gone. */
async function approvalOf(client: SnapshotClient, approval: SelectedApproval): Promise<FoundApproval | null> {
  const { id, version, state, expiresAt, workspace, bot, requestedById, decidedById } = approval;
  const requester = await client.person.findUnique({
    where: { id: await personNowOf(client, requestedById) },
    select: recipientSelect,
  });
  if (requester === null) return null;
  const decider =
    decidedById === null
      ? null
      : await client.person.findUnique({
          where: { id: await personNowOf(client, decidedById) },
          select: { name: true },
        });
  const requesterIsMember = await client.membership.count({
    where: {
      workspaceId: workspace.id,
      personId: requester.id,
      state: { in: ['active', 'suspended'] },
    },
  });
  return {
    id,
    version,
    state: state as FoundApproval['state'],
    expiresAt,
    bot: botOf(bot),
    workspace: workspaceOf(workspace),
    requester: recipientOf(requester),
    requesterIsMember: requesterIsMember > 0,
    decidedBy: decider?.name ?? null,
  };
}

function botOf({
  id,
  name,
  project,
  stagingVersion,
  productionVersion,
  publishedAt,
  _count,
}: SelectedApproval['bot']): Resource {
  return {
    kind: 'bot',
    id,
    name,
    bot: { id, name },
    project,
    versions: { staging: stagingVersion, production: productionVersion, publishedAt },
    connection: null,
    contents: _count.channels,
  };
}
