import type { Grant as HeldGrant } from '../../access/subject.ts';
import type {
  Language,
  MembershipState,
  NoticeAddress,
  Recipient,
  WorkspaceState,
} from '../../domain/state.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';

/** What Prisma Client selects of a workspace. */
export const workspaceSelect = {
  id: true,
  name: true,
  scheme: true,
  governance: true,
  invitationTtlHours: true,
} as const satisfies Prisma.WorkspaceSelect;

/** What it selects of a membership. */
export const membershipSelect = {
  id: true,
  workspaceId: true,
  personId: true,
  state: true,
  version: true,
  roles: { select: { role: true, until: true } },
  grants: { select: { role: true, resourceKind: true, resourceId: true, until: true } },
} as const satisfies Prisma.MembershipSelect;

/** What it selects of a person who is told something: of the accounts that can be written to, the one used last. */
export const recipientSelect = {
  id: true,
  name: true,
  language: true,
  timeZone: true,
  email: true,
  accounts: {
    where: { reachable: true, privateChatId: { not: null } },
    orderBy: { lastSeenAt: 'desc' },
    take: 1,
    select: { messenger: true, privateChatId: true },
  },
} as const satisfies Prisma.PersonSelect;

type SelectedMembership = Prisma.MembershipGetPayload<{ select: typeof membershipSelect }>;
type SelectedRecipient = Prisma.PersonGetPayload<{ select: typeof recipientSelect }>;
type SelectedWorkspace = Prisma.WorkspaceGetPayload<{ select: typeof workspaceSelect }>;

/** The workspace as the use cases see it. */
export function workspaceOf({
  id,
  name,
  scheme,
  governance,
  invitationTtlHours,
}: SelectedWorkspace): WorkspaceState {
  return { id, name, scheme, governance, invitationTtlHours };
}

/** The membership with all that a decision needs. */
export function membershipOf({
  id,
  workspaceId,
  personId,
  state,
  version,
  ...held
}: SelectedMembership): MembershipState {
  return {
    id,
    workspaceId,
    personId,
    state: state as MembershipState['state'],
    version,
    roles: held.roles,
    grants: held.grants.map(
      ({ role, resourceKind, resourceId, until }): HeldGrant => ({
        role,
        resource: { kind: resourceKind as HeldGrant['resource']['kind'], id: resourceId },
        until,
      }),
    ),
  };
}

/** The person with where they are told something: in a private chat, else by e-mail. */
export function recipientOf({ id, name, language, timeZone, email, accounts }: SelectedRecipient): Recipient {
  const [account] = accounts;
  const address: NoticeAddress | null =
    account && account.privateChatId !== null
      ? { messenger: account.messenger as NoticeAddress['messenger'], chatId: account.privateChatId }
      : email === null
        ? null
        : { messenger: 'email', chatId: email };
  return { personId: id, name, language: language as Language, timeZone, address };
}

/** Prisma Client inside a transaction. */
export type SnapshotClient = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Milliseconds for a snapshot to get a connection, and then to be read; beyond them the update fails and comes again. */
const SNAPSHOT_MS = 10_000;

/**
 * Runs reads that all see the database at one moment. What a decision is guarded by (versions) and what it stands on
 * must be of the same moment, and Prisma Client takes several statements where raw SQL takes one.
 */
export function inSnapshot<T>(
  prisma: PrismaClient,
  read: (client: SnapshotClient) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(read, {
    isolationLevel: 'RepeatableRead',
    maxWait: SNAPSHOT_MS,
    timeout: SNAPSHOT_MS,
  });
}

/** The id of the person that a recorded id means now: of two people who were merged one is left. */
export async function personNowOf(client: SnapshotClient, id: string): Promise<string> {
  const former = await client.formerPerson.findUnique({ where: { id }, select: { personId: true } });
  return former?.personId ?? id;
}
