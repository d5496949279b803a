import type { Reader } from '../../../store/define-query.ts';
import type { AuditHead, AuditSeal, Prisma } from '../../../store/generated/client.ts';
import { sql } from '../../../store/sql.ts';
import type { AuditVerified } from '../queries.ts';
import {
  combined,
  isSame,
  type NotedFingerprint,
  ORIGIN,
  readFingerprint,
  type SealKeys,
  unkeyedSeal,
} from './seal-keys.ts';

type Client = Prisma.TransactionClient;

/** Rows recomputed at a time: bounds the memory of a verification. */
const BATCH = 1_000;
/** Time for the whole chain of a workspace. */
const VERIFY_MS = 10 * 60_000;

/**
 * Recomputes the chain of one workspace from its events, at one moment, and compares it with its head and with the
 * register over all heads.
 *
 * @param noted a fingerprint noted earlier, as a person typed it; null: none
 */
export async function verifyAudit(
  { prisma }: Pick<Reader, 'prisma'>,
  keys: SealKeys,
  workspaceId: string,
  noted: string | null = null,
): Promise<AuditVerified> {
  const client = await prisma();
  return client.$transaction(
    async (tx): Promise<AuditVerified> => {
      const head = await tx.auditHead.findUnique({ where: { workspaceId } });
      const fingerprint = noted === null ? null : readFingerprint(noted);
      const chain = await recompute(tx, keys, workspaceId, Number(head?.unkeyed ?? 0), fingerprint);
      const fault = chain.isBroken ? 'event' : await faultBeyond(tx, keys, workspaceId, head, chain);
      return {
        events: chain.events,
        unkeyed: Number(head?.unkeyed ?? 0),
        fault,
        fingerprint:
          fault !== null || chain.events === 0
            ? null
            : keys.fingerprint(workspaceId, chain.events, chain.lastSeal),
        noted: noted === null ? null : notedVerdict(fingerprint, chain),
      };
    },
    { isolationLevel: 'RepeatableRead', timeout: VERIFY_MS, maxWait: VERIFY_MS },
  );
}

interface Chain {
  /** Events that fit, from the first one on. */
  readonly events: number;
  readonly lastSeal: Uint8Array;
  /** Whether the event behind them does not fit. */
  readonly isBroken: boolean;
  /** Whether the seal that was asked for has the noted fingerprint. */
  readonly isNoted: boolean;
}

async function recompute(
  tx: Client,
  keys: SealKeys,
  workspaceId: string,
  unkeyed: number,
  noted: NotedFingerprint | null,
): Promise<Chain> {
  let chain: Chain = { events: 0, lastSeal: ORIGIN, isBroken: false, isNoted: false };
  for (;;) {
    const seals = await tx.auditSeal.findMany({
      where: { workspaceId, position: { gt: chain.events } },
      orderBy: { position: 'asc' },
      take: BATCH,
    });
    const events = await tx.auditEvent.findMany({
      where: { workspaceId, id: { in: seals.map(({ eventId }) => eventId) } },
      omit: { xact: true },
    });
    const eventOf = new Map(events.map((event) => [event.id, { ...event, id: String(event.id) }]));
    for (const seal of seals) {
      const position = chain.events + 1;
      const event = eventOf.get(seal.eventId);
      const isKeyed = position > unkeyed;
      const expected =
        event === undefined
          ? null
          : isKeyed
            ? keys.seal(chain.lastSeal, event)
            : unkeyedSeal(chain.lastSeal, event);
      const fits = Number(seal.position) === position && seal.keyed === isKeyed;
      if (!fits || expected === null || !isSame(expected, seal.hash)) return { ...chain, isBroken: true };
      const isNoted = chain.isNoted || isMeant(keys, seal, noted);
      chain = { events: position, lastSeal: seal.hash, isBroken: false, isNoted };
    }
    if (seals.length < BATCH) return chain;
  }
}

function isMeant(keys: SealKeys, seal: AuditSeal, noted: NotedFingerprint | null): boolean {
  if (noted === null) return false;
  if (noted.kind === 'former')
    return !seal.keyed && Buffer.from(seal.hash).toString('hex').startsWith(noted.digits);
  const position = Number(seal.position);
  return (
    noted.position === position && keys.fingerprint(seal.workspaceId, position, seal.hash) === noted.text
  );
}

function notedVerdict(noted: NotedFingerprint | null, { isNoted }: Chain): AuditVerified['noted'] {
  if (noted === null) return 'unreadable';
  return isNoted ? 'fits' : 'differs';
}

/** What is wrong though every seal that is there fits. */
async function faultBeyond(
  tx: Client,
  keys: SealKeys,
  workspaceId: string,
  head: AuditHead | null,
  { events, lastSeal }: Chain,
): Promise<AuditVerified['fault']> {
  const register = await tx.auditRegister.findUnique({ where: { id: 1 } });
  if (head === null && events > 0) return 'end';
  if (head !== null) {
    if (Number(head.count) > events) return 'end';
    const isWhole = head.intact && isSame(head.mac, keys.headMac(head));
    if (!isWhole || Number(head.count) !== events || !isSame(head.lastSeal, lastSeal)) return 'end';
  }
  if (register === null) return head === null ? null : 'register';
  const { digest, heads } = await digestOf(tx, keys);
  const isRegistered =
    register.intact &&
    isSame(register.mac, keys.registerMac(register)) &&
    register.heads === heads &&
    isSame(register.digest, digest);
  if (!isRegistered) return 'register';
  const slippedIn = await tx.$queryRaw<unknown[]>(sql`
select 1 from audit_events e where e.workspace_id = ${workspaceId}::uuid and e.id <= ${register.settledId}
   and not exists (select 1 from audit_seals s where s.event_id = e.id and s.workspace_id = e.workspace_id) limit 1`);
  return slippedIn.length > 0 ? 'slipped_in' : null;
}

/** The digest of all heads, which the register must have. */
async function digestOf(tx: Client, keys: SealKeys): Promise<{ digest: Uint8Array; heads: bigint }> {
  let digest: Uint8Array = ORIGIN;
  let heads = 0n;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await tx.auditHead.findMany({
      where: { workspaceId: { gt: after } },
      orderBy: { workspaceId: 'asc' },
      take: BATCH,
    });
    for (const head of page) digest = combined(digest, keys.term(head));
    heads += BigInt(page.length);
    after = page.at(-1)?.workspaceId ?? after;
    if (page.length < BATCH) return { digest, heads };
  }
}
