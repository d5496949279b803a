import { defineClientQuery, type Reader } from '../../../store/define-query.ts';
import type { Prisma } from '../../../store/generated/client.ts';
import {
  inSnapshot,
  membershipOf,
  membershipSelect,
  recipientOf,
  recipientSelect,
  type SnapshotClient,
  workspaceOf,
  workspaceSelect,
} from '../../../store/rows/client-rows.ts';
import type { FoundTransfer, TransferSide } from '../../members/queries.ts';

const transferSelect = {
  id: true,
  state: true,
  expiresAt: true,
  workspace: { select: workspaceSelect },
  from: { select: recipientSelect },
  to: { select: recipientSelect },
} as const satisfies Prisma.TransferSelect;

type SelectedTransfer = Prisma.TransferGetPayload<{ select: typeof transferSelect }>;

/** An offer of ownership, for those who answer or withdraw it. */
export const transfersFind = defineClientQuery('transfers.find', async ({ prisma }, { transferId }) =>
  inSnapshot(await prisma(), async (client) => {
    const transfer = await client.transfer.findUnique({ where: { id: transferId }, select: transferSelect });
    return transfer && withSides(client, transfer);
  }),
);

/** Offers that nobody answered in time, at most `limit`, for the scheduled task that closes them. */
export async function dueTransfers(
  { prisma }: Pick<Reader, 'prisma'>,
  now: Date,
  limit: number,
): Promise<readonly FoundTransfer[]> {
  return inSnapshot(await prisma(), async (client) => {
    const due = await client.transfer.findMany({
      where: { state: 'pending', expiresAt: { lte: now } },
      orderBy: { expiresAt: 'asc' },
      take: limit,
      select: transferSelect,
    });
    const found: FoundTransfer[] = [];
    for (const transfer of due) found.push(await withSides(client, transfer));
    return found;
  });
}

async function withSides(client: SnapshotClient, transfer: SelectedTransfer): Promise<FoundTransfer> {
  const { id, state, expiresAt, workspace, from, to } = transfer;
  const memberships = await client.membership.findMany({
    where: { workspaceId: workspace.id, personId: { in: [from.id, to.id] } },
    select: membershipSelect,
  });
  const side = (person: typeof from): TransferSide => {
    const membership = memberships.find(({ personId }) => personId === person.id);
    return { ...recipientOf(person), membership: membership ? membershipOf(membership) : null };
  };
  return {
    id,
    state: state as FoundTransfer['state'],
    expiresAt,
    workspace: workspaceOf(workspace),
    from: side(from),
    to: side(to),
  };
}
