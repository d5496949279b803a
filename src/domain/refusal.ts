import type { DecisionRule, GovernanceRule } from '../access/rules.ts';

/** Refusals beside the permission core's own rules. */
export const refusals = [
  'no_workspace',
  'nobody_found',
  'member_elsewhere',
  'several_found',
  'already_member',
  'already_invited',
  'invitation_not_found',
  'invitation_accepted',
  'invitation_declined',
  'invitation_revoked',
  'invitation_expired',
  'invitation_used_up',
  'invitation_for_another',
  'invitation_own',
  'inviter_lost_right',
  'transfer_not_found',
  'transfer_over',
  'transfer_pending',
  'transfer_unreachable',
  'workspace_not_found',
  'workspace_name',
  'name_mixes_scripts',
  'workspace_name_same',
  'too_many_workspaces',
  'resource_not_found',
  'resource_several',
  'resource_name_taken',
  'project_not_empty',
  'move_gives',
  'channel_token',
  'grant_requires',
  'grant_required',
  'too_many_resources',
  'nobody_approves',
  'approval_pending',
  'approval_over',
  'column_name',
  'too_many_columns',
  'invitation_resources_gone',
  'group_bound_elsewhere',
  'nothing_to_bind',
  'too_many_people',
  'link_uses',
  'too_many_keys',
  'key_not_found',
  'key_name',
  'key_revoked',
  'role_title',
  'role_title_taken',
  'too_many_roles',
  'role_in_use',
  'role_needs_target',
  'role_merged_into',
  'role_not_below',
  'role_requires_itself',
  'required_elsewhere',
  'keystone_stays',
  'keystone_limited',
  'keystone_several',
  'keystone_cannot_manage',
  'keystone_cannot_define',
  'scheme_broken',
  'scheme_version_not_found',
  'code_tries',
  'link_own',
  'link_over',
  'last_account',
  'recovery_over',
  'recovery_own',
  'recovery_member',
  'forget_sole',
  'no_mail',
  'email_codes',
  'email_wrong',
  'contact_not_own',
  'time_zone',
  'date_unreadable',
  'date_ambiguous',
  'nothing_changed',
  'changed_meanwhile',
  'button_not_yours',
  'button_forged',
  'button_stale',
  'private_only',
  'group_only',
  'bad_request',
] as const;

/** Every way an act can be refused. A code has a sentence in each language (`refusal-<code>`). */
export type RefusalCode = (typeof refusals)[number] | DecisionRule | GovernanceRule;

/** What a refusal says beside its code. */
export interface RefusalDetails {
  /** Values for the sentence. Names are hostile; the translator isolates them. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Key of the role that the refusal is about: its title is the sentence's `$role`. */
  readonly about?: string;
  /** Keys of roles that would allow the act: shown as who can help. */
  readonly roles?: readonly string[];
  /** The scheme that these roles belong to, where it is not the active workspace's. */
  readonly scheme?: string;
  /** Set where a right was denied: the attempt is audited under this action. */
  readonly attempt?: Attempt;
}

/** An attempt on a right, for the audit. */
export interface Attempt {
  readonly workspaceId: string;
  readonly action: string;
  readonly subjectId: string | null;
}

/** An act that may not be done, for a reason a person can read. Use cases throw it and nothing else. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(`refused: ${code}`);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
