import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../src/store/generated/client.ts';

/** What is shown to the person who accepted, and what the inviter is told. */
export interface Accepted {
  readonly text: string;
  readonly inviterChat: string;
  readonly notice: string;
}

/** Accepts an invitation in one interactive transaction. Throws where the invitation is not this account's to accept. */
export async function accept(
  prisma: PrismaClient,
  invitationId: string,
  accountId: string,
): Promise<Accepted> {
  const now = new Date();
  const { person, invitation } = await prisma.$transaction(async (tx) => {
    const { person } = await tx.account.findUniqueOrThrow({
      where: { messenger_accountId: { messenger: 'telegram', accountId } },
      include: { person: true },
      // As Prisma Client reads by default; the generated client of the store would join.
      relationLoadStrategy: 'query',
    });
    const invitation = await tx.invitation.findUniqueOrThrow({
      where: { id: invitationId },
      include: { workspace: true },
      relationLoadStrategy: 'query',
    });
    const { workspaceId, inviterId, roles } = invitation;
    const member = await tx.membership.findUnique({
      where: { workspaceId_personId: { workspaceId, personId: person.id } },
    });
    if (member !== null) throw new Error('already a member');
    if (invitation.addressee !== `telegram:${accountId}`) throw new Error('an invitation for another person');
    if (invitation.state !== 'pending' || invitation.expiresAt <= now) throw new Error('no longer pending');
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, state: 'pending', version: invitation.version },
      data: { state: 'accepted', uses: { increment: 1 }, version: { increment: 1 }, decidedAt: now },
    });
    if (count !== 1) throw new Error('accepted by another update meanwhile');
    const membershipId = randomUUID();
    const name = person.name.toLowerCase();
    await tx.membership.create({
      data: {
        id: membershipId,
        workspaceId,
        personId: person.id,
        state: 'active',
        sortName: name,
        search: name,
        joinedAt: now,
        invitedById: inviterId,
      },
    });
    await tx.membershipRole.createMany({
      data: roles.map((role) => ({
        membershipId,
        workspaceId,
        role,
        grantedById: inviterId,
        grantedAt: now,
      })),
    });
    await tx.auditEvent.create({
      data: {
        workspaceId,
        at: now,
        actorId: person.id,
        action: 'invitation.accepted',
        outcome: 'done',
        subjectId: person.id,
        detail: { invitation: invitationId, roles },
      },
    });
    return { person, invitation };
  });
  const inviter = await prisma.account.findFirstOrThrow({ where: { personId: invitation.inviterId } });
  const place = `${invitation.workspace.name}: ${invitation.roles.join(', ')}`;
  return {
    text: `You are now in ${place}.`,
    inviterChat: inviter.privateChatId ?? inviter.accountId,
    notice: `${person.name} accepted your invitation to ${place}.`,
  };
}
