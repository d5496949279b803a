import type { Found, Query, QueryKind } from '../domain/queries.ts';
import type { QuerySpec, Reader } from '../store/define-query.ts';
import { peopleEmail, peopleLeaving, peopleLink, peopleWhole } from './accounts/store/identity-queries.ts';
import { peopleResolve } from './accounts/store/people-queries.ts';
import { recoveryFind, recoveryTarget } from './accounts/store/recovery-queries.ts';
import { keysList } from './api-keys/store/queries.ts';
import { auditPage, auditVerify } from './audit/store/queries.ts';
import { grantsFind } from './grants/store/queries.ts';
import { invitationManaged, invitationOffer, invitationPage } from './invitations/store/queries.ts';
import { membersAdmins, membersHolders } from './members/store/admins.ts';
import { membersHolding } from './members/store/holders.ts';
import { membersFind } from './members/store/member-cards.ts';
import { membersPage } from './members/store/members.ts';
import { transfersFind } from './ownership/store/queries.ts';
import { approvalsFind, publishingFind } from './publishing/store/queries.ts';
import { masksList } from './resources/store/masks.ts';
import { resourcesFind, resourcesPage } from './resources/store/queries.ts';
import { resourcesAccess } from './resources/store/resources-access.ts';
import { schemeHistory, schemeInForce } from './schemes/store/queries.ts';
import {
  workspacesBindable,
  workspacesCard,
  workspacesMine,
  workspacesOne,
  workspacesOwned,
} from './workspaces/store/queries.ts';
import { workspacesWelcome } from './workspaces/store/welcome.ts';

/** How each kind of question is answered; a kind without a spec does not compile. */
const specs: { readonly [K in QueryKind]: QuerySpec<K> } = {
  'people.resolve': peopleResolve,
  'invitation.offer': invitationOffer,
  'invitation.managed': invitationManaged,
  'invitation.page': invitationPage,
  'members.page': membersPage,
  'members.find': membersFind,
  'members.admins': membersAdmins,
  'members.holders': membersHolders,
  'members.holding': membersHolding,
  'transfers.find': transfersFind,
  'resources.page': resourcesPage,
  'resources.find': resourcesFind,
  'resources.access': resourcesAccess,
  'grants.find': grantsFind,
  'publishing.find': publishingFind,
  'approvals.find': approvalsFind,
  'masks.list': masksList,
  'workspaces.owned': workspacesOwned,
  'workspaces.mine': workspacesMine,
  'workspaces.one': workspacesOne,
  'workspaces.bindable': workspacesBindable,
  'workspaces.card': workspacesCard,
  'workspaces.welcome': workspacesWelcome,
  'people.email': peopleEmail,
  'people.leaving': peopleLeaving,
  'recovery.target': recoveryTarget,
  'recovery.find': recoveryFind,
  'people.link': peopleLink,
  'people.whole': peopleWhole,
  'audit.page': auditPage,
  'audit.verify': auditVerify,
  'keys.list': keysList,
  'scheme.in_force': schemeInForce,
  'scheme.history': schemeHistory,
};

/** Answers the questions of the use cases. */
export type QueryRunner = <K extends QueryKind>(query: Query<K>) => Promise<Found<K>>;

/** Opens the answering of one store: what askers share (a batch under way) belongs to it. */
export function createQueryRunner(reader: Reader): QueryRunner {
  const opened = new Map<QueryKind, unknown>();
  return <K extends QueryKind>(query: Query<K>) => {
    const kind = query.kind as K;
    let answer = opened.get(kind) as ((query: Query<K>) => Promise<Found<K>>) | undefined;
    if (answer === undefined) {
      answer = specs[kind].open(reader);
      opened.set(kind, answer);
    }
    return answer(query);
  };
}
