import type { Found, Query } from '../../../domain/queries.ts';
import type { Who } from '../../../domain/who.ts';
import { defineClientQuery } from '../../../store/define-query.ts';
import { escapeLike } from '../../../store/escape-like.ts';
import type { Prisma, PrismaClient, AuditEvent as StoredEvent } from '../../../store/generated/client.ts';
import type { AuditEvent, AuditFilter } from '../queries.ts';
import { RegisterBroken, sealAudit } from './audit-seal.ts';
import { verifyAudit } from './audit-verify.ts';
import { createSealKeys, SEAL_PURPOSE } from './seal-keys.ts';

/** A page of a workspace's audit, newest first; one event more than asked for tells whether there are older ones. */
export const auditPage = defineClientQuery(
  'audit.page',
  async ({ prisma }, query: Query<'audit.page'>): Promise<Found<'audit.page'>> => {
    const client = await prisma();
    const { workspaceId, filter, before, limit } = query;
    const people = await peopleMeant(client, workspaceId, filter);
    const rows = await client.auditEvent.findMany({
      where: {
        workspaceId,
        ...(before === null ? {} : { id: { lt: BigInt(before) } }),
        ...(await conditionOf(client, filter, people)),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    return {
      events: await eventsOf(client, rows.slice(0, limit)),
      hasOlder: rows.length > limit,
      people,
    };
  },
);

type Client = Pick<PrismaClient, 'account' | 'auditEvent' | 'formerPerson' | 'membership' | 'person'>;
type People = Found<'audit.page'>['people'];

/** With a filter the scan walks back along the workspace's events until the page is full. */
async function conditionOf(
  client: Client,
  filter: AuditFilter,
  people: People,
): Promise<Prisma.AuditEventWhereInput> {
  switch (filter.kind) {
    case 'all':
      return {};
    case 'refused':
      return { outcome: 'refused' };
    case 'action': {
      const { action } = filter;
      return { OR: [{ action }, { action: { startsWith: `${escapeLike(action)}.` } }] };
    }
    case 'person':
    case 'who': {
      const now = people.map(({ personId }) => personId);
      const former = await client.formerPerson.findMany({
        where: { personId: { in: now } },
        select: { id: true },
      });
      const known = { in: [...now, ...former.map(({ id }) => id)] };
      return { OR: [{ actorId: known }, { subjectId: known }] };
    }
  }
}

/** People who fit a name at most. */
const MAX_NAMED = 3;

/** Only people who are or were members of the workspace are found, so that nothing is learnt of anybody else. */
async function peopleMeant(client: Client, workspaceId: string, filter: AuditFilter): Promise<People> {
  const meant = await meantBy(client, filter);
  if (meant === null) return [];
  const members = await client.membership.findMany({
    where: { workspaceId, ...meant },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    ...('search' in meant ? { take: MAX_NAMED } : {}),
    select: { person: { select: { id: true, name: true } } },
  });
  return members.map(({ person }) => ({ personId: person.id, name: person.name }));
}

async function meantBy(client: Client, filter: AuditFilter): Promise<Prisma.MembershipWhereInput | null> {
  if (filter.kind === 'person') return { personId: filter.personId };
  if (filter.kind !== 'who') return null;
  if (filter.who.kind === 'name') return { search: { contains: escapeLike(filter.who.name.toLowerCase()) } };
  const account = accountMeant(filter.messenger, filter.who);
  if (account === null) return null;
  const accounts = await client.account.findMany({ where: account, select: { personId: true } });
  return { personId: { in: accounts.map(({ personId }) => personId) } };
}

function accountMeant(
  messenger: string,
  who: Exclude<Who, { kind: 'name' }>,
): Prisma.AccountWhereInput | null {
  switch (who.kind) {
    case 'account':
      return { messenger, accountId: who.accountId };
    case 'username':
      return { messenger, username: who.username.toLowerCase() };
    case 'phone':
    case 'email':
      return null;
  }
}

/** Names are those of the people that the recorded ids mean now. */
async function eventsOf(client: Client, rows: readonly StoredEvent[]): Promise<AuditEvent[]> {
  const recorded = [
    ...new Set(rows.flatMap(({ actorId, subjectId }) => [actorId, ...(subjectId ? [subjectId] : [])])),
  ];
  const former = await client.formerPerson.findMany({ where: { id: { in: recorded } } });
  const nowOf = new Map(former.map(({ id, personId }) => [id, personId]));
  const persons = await client.person.findMany({
    where: { id: { in: recorded.map((id) => nowOf.get(id) ?? id) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(persons.map(({ id, name }) => [id, name]));
  const named = (id: string | null): string | null =>
    id === null ? null : (nameOf.get(nowOf.get(id) ?? id) ?? null);
  return rows.map(({ id, at, actorId, subjectId, action, outcome, detail }) => ({
    id: String(id),
    at,
    actor: named(actorId),
    subject: named(subjectId),
    action,
    outcome: outcome as AuditEvent['outcome'],
    detail,
  }));
}

/** Events sealed in one transaction before a verification. */
const SEAL_BATCH = 1_000;

/** Seals what is left to seal, so that the newest events are under the chain too, and recomputes it. */
export const auditVerify = defineClientQuery('audit.verify', async (reader, { workspaceId, noted }) => {
  if (reader.keyFor === undefined) throw new Error('the audit is verified by the key of the installation');
  const keys = createSealKeys(reader.keyFor(SEAL_PURPOSE));
  try {
    while ((await sealAudit(reader, keys, SEAL_BATCH)) === SEAL_BATCH);
  } catch (error) {
    // The verification tells it.
    if (!(error instanceof RegisterBroken)) throw error;
  }
  return verifyAudit(reader, keys, workspaceId, noted);
});
