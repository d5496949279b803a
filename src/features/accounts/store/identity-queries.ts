import { defineClientQuery } from '../../../store/define-query.ts';
import { inSnapshot, type SnapshotClient } from '../../../store/rows/client-rows.ts';
import type { WholePerson } from '../person.ts';
import { accountOf, accountSelect, wholePerson } from './whole-person.ts';

const HOUR_MS = 60 * 60_000;

/** The code that was typed, and the two people that it would make one. */
export const peopleLink = defineClientQuery('people.link', async ({ prisma }, query) =>
  inSnapshot(await prisma(), async (client) => {
    const { by, personId, messenger, accountId, now } = query;
    const tries = await client.codeTry.findFirst({
      where: { messenger, accountId, since: { gt: new Date(now.getTime() - HOUR_MS) } },
      select: { tries: true },
    });
    const misses = tries?.tries ?? 0;
    const code = await client.linkCode.findFirst({
      where: {
        ...('linkId' in by ? { id: by.linkId } : { codeHash: Uint8Array.from(by.codeHash) }),
        expiresAt: { gt: now },
      },
      select: { id: true, personId: true, messenger: true, accountId: true },
    });
    if (code === null) return { link: null, misses };
    const shownTo = await client.account.findFirst({
      where: { messenger: code.messenger, accountId: code.accountId, personId: code.personId },
      select: accountSelect,
    });
    const keep = await wholePerson(client, code.personId);
    if (shownTo === null || keep === null) return { link: null, misses };
    // A person who writes for the first time is stored only with the answer.
    const gone = (await wholePerson(client, personId)) ?? newcomer(personId, now);
    return { link: { linkId: code.id, shownTo: accountOf(shownTo), keep, gone }, misses };
  }),
);

function newcomer(personId: string, createdAt: Date): WholePerson {
  return {
    personId,
    name: '',
    language: 'en',
    timeZone: 'UTC',
    email: null,
    phone: null,
    createdAt,
    version: 0,
    accounts: [],
    activeWorkspaceId: null,
    memberships: [],
    invitations: [],
  };
}

/** Everything that is one person's. */
export const peopleWhole = defineClientQuery('people.whole', async ({ prisma }, { personId }) =>
  inSnapshot(await prisma(), (client) => wholePerson(client, personId)),
);

/** The code on its way to an address, and how many went there within the hour. */
export const peopleEmail = defineClientQuery('people.email', async ({ prisma }, { personId, email, now }) =>
  inSnapshot(await prisma(), async ({ emailCode }) => {
    const code = await emailCode.findUnique({ where: { personId } });
    const hourAgo = new Date(now.getTime() - HOUR_MS);
    const toOthers =
      email === null
        ? null
        : await emailCode.aggregate({
            where: { email, personId: { not: personId }, since: { gt: hourAgo } },
            _sum: { sends: true },
          });
    const sends = code !== null && code.since > hourAgo ? code.sends : 0;
    return {
      pending: code && {
        email: code.email,
        codeHash: Buffer.from(code.codeHash),
        tries: code.tries,
        expiresAt: code.expiresAt,
      },
      sends: Math.max(sends, toOthers?._sum.sends ?? 0),
    };
  }),
);

/** Everything that is one person's, and which of their roles others hold for good, too. */
export const peopleLeaving = defineClientQuery('people.leaving', async ({ prisma }, { personId }) =>
  inSnapshot(await prisma(), async (client) => {
    const whole = await wholePerson(client, personId);
    if (whole === null) return null;
    const workspaces = await client.workspace.findMany({
      where: { id: { in: whole.memberships.map(({ workspace }) => workspace.id) } },
      select: { id: true, governance: true },
    });
    const governanceOf = new Map(workspaces.map(({ id, governance }) => [id, governance]));
    const shared = new Map<string, { readonly governance: number; readonly roles: readonly string[] }>();
    for (const { membership } of whole.memberships) {
      const roles: string[] = [];
      for (const { role } of membership.roles) {
        if (await isHeldByAnother(client, membership, role)) roles.push(role);
      }
      shared.set(membership.id, { governance: governanceOf.get(membership.workspaceId) ?? 0, roles });
    }
    return { whole, shared };
  }),
);

/** One holder is enough to know, however many there are. */
async function isHeldByAnother(
  client: SnapshotClient,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
  role: string,
): Promise<boolean> {
  const other = await client.membershipRole.findFirst({
    where: { workspaceId, role, until: null, membershipId: { not: id }, membership: { state: 'active' } },
    select: { membershipId: true },
  });
  return other !== null;
}
