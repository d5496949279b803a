/** Why a right is denied, from the most to the least general reason. */
export const decisionRules = [
  /** The workspace has no such right. */
  'unknown_right',
  /** Only members have rights. */
  'not_member',
  /** A suspended member has none for now. */
  'suspended',
  /** The scheme forbids it to everybody. */
  'never',
  /** Allowed only on what is one's own. */
  'own_only',
  /** The role that would allow it sleeps, because a role it requires is not held here. */
  'requires_missing',
  /** The role that would allow it is held elsewhere, not here. */
  'no_grant_here',
  /** The role that would allow it has ended. */
  'ended',
  /** No role of the member allows it. */
  'no_role_allows',
] as const;

/** Why an act on members, their roles or their invitations is refused. */
export const governanceRules = [
  /** Nobody manages themselves. */
  'self',
  /** The person acted on is not a member. */
  'target_not_member',
  /** The person acted on is suspended. */
  'target_suspended',
  /** The person acted on holds a role as broad as the actor's, or broader. */
  'not_broader',
  /** Only a holder of the keystone role does this. */
  'keystone_only',
  /** The role would give more than the actor holds. */
  'exceeds_own',
  /** The role would outlast what gives the actor the right to give it. */
  'outlasts_own',
  /** The end asked for is not in the future. */
  'ends_in_past',
  /** Ownership is neither given, taken nor lent: it is transferred. */
  'keystone_by_transfer_only',
  /** The workspace would be left without its owner or last administrator. */
  'last_keystone',
  /** In this scheme nothing is transferred; the role is given like others. */
  'no_transfer',
  /** A role needs another one in the same place that is not there, or ends sooner. */
  'requires_missing',
  /** A role that stays needs the one being taken. */
  'requires_held',
  /** A member holds one role only. */
  'one_role_only',
  /** A member needs a role; taking the last one is removal. */
  'role_needed',
  /** As many members as the scheme allows hold the role already. */
  'max_holders',
  /** The scheme has no such role. */
  'unknown_role',
  /** The role is held on projects or bots, and none was named. */
  'resource_needed',
  /** The role reaches the whole workspace and cannot be narrowed to a resource. */
  'workspace_only',
  /** The grant is of a role that the member does not have. */
  'role_not_held',
  /** The scheme lets in only people already known to Castellan. */
  'not_registered',
] as const;

export type DecisionRule = (typeof decisionRules)[number];
export type GovernanceRule = (typeof governanceRules)[number];
