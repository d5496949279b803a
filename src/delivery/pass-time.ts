import { presets } from '../access/presets.ts';
import { schemesIn } from '../domain/scheme-ref.ts';
import { endGrants } from '../features/grants/end-grants.ts';
import { dueEndedGrants } from '../features/grants/store/ended-grants.ts';
import { expireInvitation } from '../features/invitations/expire.ts';
import { remindOfInvitation } from '../features/invitations/remind.ts';
import { dueExpiries, dueReminders } from '../features/invitations/store/due.ts';
import { endRoles, rolesKeptAfterEnd } from '../features/members/end-roles.ts';
import { dueEndedRoles } from '../features/members/store/ended-roles.ts';
import { expireTransfer } from '../features/ownership/close-transfer.ts';
import { dueTransfers } from '../features/ownership/store/queries.ts';
import { expireApproval } from '../features/publishing/decide-approval.ts';
import { dueApprovals } from '../features/publishing/store/queries.ts';
import { dueSchemeNews } from '../features/schemes/store/scheme-news.ts';
import { tellOfScheme } from '../features/schemes/tell-scheme.ts';
import { carryOut, type SystemAct, type SystemActParts } from './system-acts.ts';

/** Cases looked up at once. */
const BATCH = 100;

/** Something that becomes due: which cases are, and what is then done about each. */
interface Due<Case> {
  find(parts: SystemActParts, now: Date): Promise<readonly Case[]>;
  act(due: Case, now: Date): SystemAct;
}

function dueOf<Case>(due: Due<Case>): Due<Case> {
  return due;
}

const expiries = dueOf({ find: (parts, now) => dueExpiries(parts, now, BATCH), act: expireInvitation });
const reminders = dueOf({ find: (parts, now) => dueReminders(parts, now, BATCH), act: remindOfInvitation });
const transfers = dueOf({ find: (parts, now) => dueTransfers(parts, now, BATCH), act: expireTransfer });
const kept = rolesKeptAfterEnd(Object.values(presets).map(({ declaration }) => declaration));
const endings = dueOf({ find: (parts, now) => dueEndedRoles(parts, kept, now, BATCH), act: endRoles });
const grants = dueOf({ find: (parts, now) => dueEndedGrants(parts, now, BATCH), act: endGrants });
const approvals = dueOf({ find: (parts, now) => dueApprovals(parts, now, BATCH), act: expireApproval });

/**
 * Does everything that is due by now: invitations and transfers that expire, reminders, roles that end, in the
 * workspace and on resources, approvals that nobody gave, and who is to be told of another scheme. Any number of
 * processes may do it at once: each act is guarded by the state it was found in. A case or a kind that fails does
 * not keep the others from being done; then it rejects in the end.
 */
export async function passTime(parts: SystemActParts): Promise<void> {
  const failures: unknown[] = [];
  const kinds = [
    () => exhaust(parts, expiries, failures),
    () => exhaust(parts, reminders, failures),
    () => exhaust(parts, transfers, failures),
    () => exhaust(parts, endings, failures),
    () => exhaust(parts, grants, failures),
    () => exhaust(parts, approvals, failures),
    () => tellOfSchemes(parts),
  ];
  for (const kind of kinds) await kind().catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} due cases failed: ${String(failures[0])}`);
}

/** A batch in one commit: of thousands whose rights changed, each is told once, whichever process is at it. */
async function tellOfSchemes(parts: SystemActParts): Promise<void> {
  for (;;) {
    const news = await dueSchemeNews(parts, BATCH);
    if (news.length === 0) return;
    await parts.schemes.load(schemesIn(news));
    const act = tellOfScheme(news, parts.schemes.get, parts.now());
    if ((await carryOut(parts, act)) !== 'committed') return;
  }
}

async function exhaust<Case>(parts: SystemActParts, due: Due<Case>, failures: unknown[]): Promise<void> {
  const now = parts.now();
  for (let found = await due.find(parts, now); found.length > 0; found = await due.find(parts, now)) {
    let done = 0;
    for (const one of found) {
      const outcome = await execute(parts, due, one, now).catch((error: unknown) => failures.push(error));
      if (outcome === 'committed') done++;
    }
    // Nothing fitted: somebody else is at it, and the rest is theirs.
    if (done === 0 || found.length < BATCH) return;
  }
}

async function execute<Case>(parts: SystemActParts, due: Due<Case>, one: Case, now: Date) {
  return carryOut(parts, due.act(one, now));
}
