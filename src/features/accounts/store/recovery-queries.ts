import type { Found, Query } from '../../../domain/queries.ts';
import { defineClientQuery } from '../../../store/define-query.ts';
import {
  inSnapshot,
  membershipOf,
  membershipSelect,
  personNowOf,
  recipientOf,
  recipientSelect,
  workspaceOf,
  workspaceSelect,
} from '../../../store/rows/client-rows.ts';
import { membersAdmins } from '../../members/store/admins.ts';
import { membersFind } from '../../members/store/member-cards.ts';

/** A rare command: it asks two questions of others instead of one of its own. */
export const recoveryTarget = defineClientQuery(
  'recovery.target',
  async (reader, { actorId, ...query }: Query<'recovery.target'>): Promise<Found<'recovery.target'>> => {
    const { workspaceId, ownerRole } = query;
    const [found, admins] = await Promise.all([
      membersFind.open(reader)({ ...query, kind: 'members.find' }),
      membersAdmins.open(reader)({ kind: 'members.admins', workspaceId, ownerRole, leavingId: actorId }),
    ]);
    return { found, heads: admins.others };
  },
);

/** A recovery link with its issuer, its member and the person who opened it. */
export const recoveryFind = defineClientQuery('recovery.find', async ({ prisma }, { by, personId }) =>
  inSnapshot(await prisma(), async (client) => {
    const link = await client.recovery.findUnique({
      where: 'id' in by ? by : { tokenHash: Uint8Array.from(by.tokenHash) },
      select: {
        id: true,
        usedAt: true,
        expiresAt: true,
        issuedById: true,
        workspace: { select: workspaceSelect },
        membership: { select: { ...membershipSelect, person: { select: recipientSelect } } },
      },
    });
    if (link === null) return null;
    const issuer = await client.person.findUnique({
      where: { id: await personNowOf(client, link.issuedById) },
      select: recipientSelect,
    });
    if (issuer === null) return null;
    const others = await client.membership.findMany({
      where: { workspaceId: link.workspace.id, personId: { in: [issuer.id, personId] } },
      select: membershipSelect,
    });
    const membershipIn = (id: string) => {
      const one = others.find((membership) => membership.personId === id);
      return one ? membershipOf(one) : null;
    };
    const { person: target, ...targetMembership } = link.membership;
    return {
      id: link.id,
      used: link.usedAt !== null,
      expiresAt: link.expiresAt,
      workspace: workspaceOf(link.workspace),
      issuer: recipientOf(issuer),
      issuerMembership: membershipIn(issuer.id),
      target: recipientOf(target),
      targetMembership: membershipOf(targetMembership),
      viewerMembership: membershipIn(personId),
    };
  }),
);
