import type { Language, NoticeAddress } from '../../../domain/state.ts';
import type { Reader } from '../../../store/define-query.ts';
import { recipientOf, recipientSelect } from '../../../store/rows/client-rows.ts';

/** Where a person is told something now, and in which language; null where there is no such place. */
export async function findAddress(
  { prisma }: Pick<Reader, 'prisma'>,
  personId: string,
): Promise<{ readonly language: Language; readonly address: NoticeAddress } | null> {
  const person = await (await prisma()).person.findUnique({
    where: { id: personId },
    select: recipientSelect,
  });
  if (person === null) return null;
  const { language, address } = recipientOf(person);
  return address && { language, address };
}
