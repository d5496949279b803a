import type { Pool } from 'pg';
import type { Found, Query, QueryKind } from '../domain/queries.ts';
import { findEmailCode, findLeaving, findLink, findWhole } from './accounts/store/identity-queries.ts';
import { resolvePeople } from './accounts/store/people-queries.ts';
import { findRecovery, findRecoveryTarget } from './accounts/store/recovery-queries.ts';
import { listKeys } from './api-keys/store/queries.ts';
import { pageAudit, verifyChain } from './audit/store/queries.ts';
import { findGrants } from './grants/store/queries.ts';
import { findInvitationPage, findManaged, findOffer } from './invitations/store/queries.ts';
import { pageHolders } from './members/store/holders.ts';
import { countHolders, findKeepers } from './members/store/keepers.ts';
import { findMembers } from './members/store/member-cards.ts';
import { pageOfMembers } from './members/store/members.ts';
import { findTransfer } from './ownership/store/queries.ts';
import { findApproval, findPublishing } from './publishing/store/queries.ts';
import { listMasks } from './resources/store/masks.ts';
import { findThings, pageThings } from './resources/store/queries.ts';
import { pageAccess } from './resources/store/things-access.ts';
import { findSchemeInForce, pageOfSchemes } from './schemes/store/queries.ts';
import {
  countMembers,
  countOwned,
  findBindable,
  findWorkspace,
  pageWorkspaces,
  welcome,
} from './workspaces/store/queries.ts';

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
