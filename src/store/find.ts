import type { Pool } from 'pg';
import type { Found, Query, QueryKind } from '../workspace/queries.ts';
import { pageAudit, verifyChain } from './queries/audit.ts';
import { pageHolders } from './queries/holders.ts';
import { findEmailCode, findLeaving, findLink, findWhole } from './queries/identity.ts';
import { findInvitationPage, findManaged, findOffer } from './queries/invitations.ts';
import { countHolders, findKeepers } from './queries/keepers.ts';
import { listKeys } from './queries/keys.ts';
import { findMembers } from './queries/member-cards.ts';
import { pageOfMembers } from './queries/members.ts';
import { resolvePeople } from './queries/people.ts';
import { findRecovery, findRecoveryTarget } from './queries/recovery.ts';
import { findSchemeInForce, pageOfSchemes } from './queries/schemes.ts';
import { findThings, pageThings } from './queries/things.ts';
import { pageAccess } from './queries/things-access.ts';
import { findGrants } from './queries/things-grants.ts';
import { listMasks } from './queries/things-masks.ts';
import { findApproval, findPublishing } from './queries/things-publishing.ts';
import { findTransfer } from './queries/transfers.ts';
import {
  countMembers,
  countOwned,
  findBindable,
  findWorkspace,
  pageWorkspaces,
  welcome,
} from './queries/workspaces.ts';

type Finders = { [K in QueryKind]: (pool: Pool, query: Query<K>) => Promise<Found<K>> };

const finders: Finders = {
  'people.resolve': resolvePeople,
  'invitation.offer': findOffer,
  'invitation.managed': findManaged,
  'invitation.page': findInvitationPage,
  'members.page': pageOfMembers,
  'members.find': findMembers,
  'members.keepers': findKeepers,
  'members.holders': countHolders,
  'members.holding': pageHolders,
  'transfers.find': findTransfer,
  'things.page': pageThings,
  'things.find': findThings,
  'things.access': pageAccess,
  'grants.find': findGrants,
  'publishing.find': findPublishing,
  'approvals.find': findApproval,
  'masks.list': listMasks,
  'workspaces.owned': countOwned,
  'workspaces.mine': pageWorkspaces,
  'workspaces.one': findWorkspace,
  'workspaces.bindable': findBindable,
  'workspaces.card': countMembers,
  'workspaces.welcome': welcome,
  'people.email': findEmailCode,
  'people.leaving': findLeaving,
  'recovery.target': findRecoveryTarget,
  'recovery.find': findRecovery,
  'people.link': findLink,
  'people.whole': findWhole,
  'audit.page': pageAudit,
  'audit.verify': verifyChain,
  'keys.list': listKeys,
  'scheme.in_force': findSchemeInForce,
  'scheme.history': pageOfSchemes,
};

/** Answers an act's question: one statement. */
export function find<K extends QueryKind>(pool: Pool, query: Query<K>): Promise<Found<K>> {
  const finder = finders[query.kind as K];
  return finder(pool, query);
}
