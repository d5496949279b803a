import type { MembershipState } from '../../src/domain/state.ts';
import type { Account, JoinedMembership, WholePerson } from '../../src/features/accounts/person.ts';
import { hoursLater, idOf, membershipOf } from './builders.ts';

/** A Telegram account with a private chat. */
export function accountOf(name: string): Account {
  return {
    messenger: 'telegram',
    accountId: `account of ${name}`,
    name,
    username: null,
    privateChatId: `chat of ${name}`,
  };
}

/** A membership in the workspace of the examples. */
export function joinedAs(
  name: string,
  roles: readonly string[],
  scheme = 'company',
  patch: Partial<MembershipState> = {},
): JoinedMembership {
  return {
    membership: membershipOf(name, roles, patch),
    workspace: { id: idOf('workspace'), name: 'Acme', scheme },
    projects: new Map(),
  };
}

/** A person with everything that is theirs: by default one account and nothing else. */
export function personOf(name: string, patch: Partial<WholePerson> = {}): WholePerson {
  return {
    personId: idOf(name),
    name,
    language: 'en',
    timeZone: 'UTC',
    email: null,
    phone: null,
    createdAt: hoursLater(-1000),
    version: 2,
    accounts: [accountOf(name)],
    activeWorkspaceId: null,
    memberships: [],
    invitations: [],
    ...patch,
  };
}
