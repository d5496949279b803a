import { presets } from '../access/presets.ts';
import { batchDue, eachDue, type ScheduledTask } from '../delivery/scheduled-tasks.ts';
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

const keptRoles = rolesKeptAfterEnd(Object.values(presets).map(({ declaration }) => declaration));

/** What becomes due by itself, in the order in which it is handled. */
export const scheduledTasks: readonly ScheduledTask[] = [
  eachDue(dueExpiries, expireInvitation),
  eachDue(dueReminders, remindOfInvitation),
  eachDue(dueTransfers, expireTransfer),
  eachDue((parts, now, limit) => dueEndedRoles(parts, keptRoles, now, limit), endRoles),
  eachDue(dueEndedGrants, endGrants),
  eachDue(dueApprovals, expireApproval),
  batchDue(dueSchemeNews, (news, { schemes, now }) => tellOfScheme(news, schemes.get, now())),
];
