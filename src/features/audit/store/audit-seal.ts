import type { Reader } from '../../../store/define-query.ts';
import type { Prisma } from '../../../store/generated/client.ts';
import { sql } from '../../../store/sql.ts';
import {
  combined,
  type Head,
  isSame,
  ORIGIN,
  type Register,
  type SealedContent,
  type SealKeys,
} from './seal-keys.ts';

type Client = Prisma.TransactionClient;

/** Any number will do, as long as nothing else of ours locks it: "seal" in ASCII. */
const SEALER_LOCK = 0x7365616c;
/** Time for a batch, the wait for another sealer included. */
const BATCH_MS = 120_000;
/** An event id is drawn a moment before its transaction has a number: a scan settles only after so long. */
const SETTLE_AFTER_MS = 60_000;

/** The register does not fit the key: it was changed, or written with another secret. Nothing is sealed then. */
export class RegisterBroken extends Error {
  override readonly name = 'RegisterBroken';
  constructor() {
    super(
      'the register of the audit does not fit APP_SECRET: the secret is another one, or the database was changed',
    );
  }
}

/**
 * Chains up to `limit` events that have no seal yet, and returns how many those were. Updates write their events
 * without waiting for one another, so ids are not in the order of commits: each event is sealed when it is found, and
 * one that commits late comes later in the chain. One process seals at a time; the others wait. Throws
 * {@link RegisterBroken}.
 */
export async function sealAudit(
  { prisma }: Pick<Reader, 'prisma'>,
  keys: SealKeys,
  limit: number,
): Promise<number> {
  const client = await prisma();
  return client.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`select pg_advisory_xact_lock(${SEALER_LOCK})::text`);
      // What is settled is decided by a snapshot older than the one that the events are read by.
      const scan = await readScan(tx);
      const register = await readRegister(tx, keys, scan);
      const events = await unsealed(tx, register.settledId, limit);
      const digested = events.length === 0 ? register : await sealEvents(tx, keys, register, events);
      const next = events.length < limit ? settled(digested, scan) : digested;
      if (next !== register)
        await tx.auditRegister.update({
          where: { id: 1 },
          data: { ...next, mac: bytes(keys.registerMac(next)) },
        });
      return events.length;
    },
    { timeout: BATCH_MS, maxWait: BATCH_MS },
  );
}

/** What the database knows of its transactions at one moment, by its own clock. */
interface Scan {
  readonly xmin: bigint;
  readonly xmax: bigint;
  readonly newestId: bigint;
  readonly at: Date;
}

async function readScan(tx: Client): Promise<Scan> {
  const [scan] = await tx.$queryRaw<Scan[]>(sql`
select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xmin, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as xmax,
       (select coalesce(max(id), 0) from audit_events) as "newestId", clock_timestamp()::timestamptz(3) as at`);
  if (!scan) throw new Error('the database told no snapshot');
  return scan;
}

async function readRegister(tx: Client, keys: SealKeys, scan: Scan): Promise<Register> {
  const found = await tx.auditRegister.findUnique({ where: { id: 1 } });
  if (found === null) return beginRegister(tx, keys, scan);
  const { mac, id: _, ...register } = found;
  if (!isSame(mac, keys.registerMac(register))) throw new RegisterBroken();
  return register;
}

/**
 * Begins the register of an installation. Chains of a former version get their heads, so that keyed seals go on from
 * them; where heads or keyed seals are there already, the register was deleted, and that stays noted.
 */
async function beginRegister(tx: Client, keys: SealKeys, scan: Scan): Promise<Register> {
  const isFirst =
    (await tx.auditHead.count()) === 0 && (await tx.auditSeal.count({ where: { keyed: true } })) === 0;
  let digest: Buffer = ORIGIN;
  const ends = isFirst
    ? await tx.auditSeal.findMany({
        distinct: ['workspaceId'],
        orderBy: [{ workspaceId: 'asc' }, { position: 'desc' }],
      })
    : [];
  for (const { workspaceId, position, hash } of ends) {
    const head: Head = { workspaceId, count: position, lastSeal: hash, unkeyed: position, intact: true };
    await tx.auditHead.create({ data: { ...head, mac: bytes(keys.headMac(head)) } });
    digest = combined(digest, keys.term(head));
  }
  const register: Register = {
    heads: BigInt(ends.length),
    digest: bytes(digest),
    settledId: 0n,
    scannedId: scan.newestId,
    scannedXmax: scan.xmax,
    scannedAt: scan.at,
    intact: isFirst,
  };
  await tx.auditRegister.create({ data: { ...register, mac: bytes(keys.registerMac(register)) } });
  return register;
}

/**
 * The register once every event has its seal that was there at the last scan. All transactions of that scan are over;
 * where the numbers have gone back, the database was restored into another cluster, and the scan is made anew.
 */
function settled(register: Register, { xmin, xmax, newestId, at }: Scan): Register {
  if (xmax < register.scannedXmax) return { ...register, scannedXmax: xmax, scannedAt: at };
  const isOver = xmin >= register.scannedXmax && +at - +register.scannedAt >= SETTLE_AFTER_MS;
  if (!isOver || newestId === register.settledId) return register;
  return {
    ...register,
    settledId: register.scannedId,
    scannedId: newestId,
    scannedXmax: xmax,
    scannedAt: at,
  };
}

function unsealed(tx: Client, settledId: bigint, limit: number): Promise<SealedContent[]> {
  return tx.$queryRaw<SealedContent[]>(sql`
select e.id::text, e.workspace_id as "workspaceId", e.at, e.actor_id as "actorId", e.action, e.outcome,
       e.subject_id as "subjectId", e.detail from audit_events e
 where e.id > ${settledId} and not exists (select 1 from audit_seals s where s.event_id = e.id)
 order by e.id limit ${limit}::int`);
}

/** Seals events behind the ends of their chains, and returns the register over the new ends. */
async function sealEvents(
  tx: Client,
  keys: SealKeys,
  register: Register,
  events: readonly SealedContent[],
): Promise<Register> {
  const workspaceIds = [...new Set(events.map(({ workspaceId }) => workspaceId))];
  const heads = await readHeads(tx, keys, workspaceIds);
  const before = new Map(heads);
  const seals = events.map((event) => {
    const { workspaceId } = event;
    const head = heads.get(workspaceId) ?? emptyHead(workspaceId);
    const hash = bytes(keys.seal(head.lastSeal, event));
    const position = head.count + 1n;
    heads.set(workspaceId, { ...head, count: position, lastSeal: hash });
    return { workspaceId, position, eventId: BigInt(event.id), hash, keyed: true };
  });
  await tx.auditSeal.createMany({ data: seals });
  let digest: Uint8Array = register.digest;
  let added = 0n;
  for (const head of heads.values()) {
    const former = before.get(head.workspaceId);
    const data = { ...head, mac: bytes(keys.headMac(head)) };
    await tx.auditHead.upsert({ where: { workspaceId: head.workspaceId }, create: data, update: data });
    if (former === undefined) added += 1n;
    else digest = combined(digest, keys.term(former));
    digest = combined(digest, keys.term(head));
  }
  return { ...register, digest: bytes(digest), heads: register.heads + added };
}

/** The heads of some chains. One that does not fit its seal or its chain is marked, and the chain goes on behind it. */
async function readHeads(tx: Client, keys: SealKeys, workspaceIds: string[]): Promise<Map<string, Head>> {
  const found = await tx.auditHead.findMany({ where: { workspaceId: { in: workspaceIds } } });
  const ends = await tx.auditSeal.findMany({
    where: { workspaceId: { in: workspaceIds } },
    distinct: ['workspaceId'],
    orderBy: [{ workspaceId: 'asc' }, { position: 'desc' }],
  });
  const endOf = new Map(ends.map((end) => [end.workspaceId, end]));
  const heads = new Map<string, Head>();
  for (const { mac, ...head } of found) {
    const end = endOf.get(head.workspaceId);
    const isWhole =
      isSame(mac, keys.headMac(head)) && end?.position === head.count && isSame(end.hash, head.lastSeal);
    heads.set(head.workspaceId, isWhole ? head : { ...head, intact: false });
  }
  for (const { workspaceId, position, hash } of ends) {
    const head = heads.get(workspaceId);
    if (head === undefined || head.count < position)
      heads.set(workspaceId, { ...emptyHead(workspaceId), count: position, lastSeal: hash, intact: false });
  }
  return heads;
}

function emptyHead(workspaceId: string): Head {
  return { workspaceId, count: 0n, lastSeal: bytes(ORIGIN), unkeyed: 0n, intact: true };
}

/** As Prisma Client takes bytes. */
function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
