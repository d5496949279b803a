import { InlineKeyboard } from 'grammy';
import { PAGE_SIZE } from '../../src/features/members/queries.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';

/** The first page of the members of an account's workspace. Throws where the account is not of a member. */
export async function membersPage(
  prisma: PrismaClient,
  accountId: string,
): Promise<{ readonly text: string; readonly keyboard: InlineKeyboard }> {
  const { personId, activeWorkspace } = await prisma.account.findUniqueOrThrow({
    where: { messenger_accountId: { messenger: 'telegram', accountId } },
    include: { activeWorkspace: true },
    // As Prisma Client reads by default; the generated client of the store would join.
    relationLoadStrategy: 'query',
  });
  if (activeWorkspace === null) throw new Error('no workspace');
  const workspaceId = activeWorkspace.id;
  const reader = await prisma.membership.findUnique({
    where: { workspaceId_personId: { workspaceId, personId } },
  });
  if (reader?.state !== 'active') throw new Error('not a member');
  const where = { workspaceId, state: { in: ['active', 'suspended'] } };
  const [total, members] = await Promise.all([
    prisma.membership.count({ where }),
    prisma.membership.findMany({
      where,
      include: { person: true, roles: true },
      relationLoadStrategy: 'query',
      orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
      take: PAGE_SIZE,
    }),
  ]);
  const lines = members.map(
    ({ person, roles }) => `${person.name}: ${roles.map(({ role }) => role).join(', ')}`,
  );
  const keyboard = new InlineKeyboard();
  for (const { id, person } of members) keyboard.text(person.name, `member:${id}`).row();
  keyboard.text('Next', `members:${members.at(-1)?.id}`);
  return { text: `${activeWorkspace.name}, ${total} members\n\n${lines.join('\n')}`, keyboard };
}
