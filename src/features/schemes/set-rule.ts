import type { RoleReach, SchemeDeclaration, WhoMayActOnWhom } from '../../access/define-scheme.ts';
import { rightsIn, tableOf } from '../../access/rights-table.ts';
import type { Right } from '../../access/vocabulary.ts';
import { roleIn, type SchemeDraft, withRole } from './draft.ts';

/** A rule of a scheme with the value it is to have. */
export type SchemeRule =
  | { readonly rule: 'roles_per_member'; readonly is: SchemeDeclaration['rolesPerMember'] }
  | { readonly rule: 'keystone_holders'; readonly is: SchemeDeclaration['keystone']['holders'] }
  | { readonly rule: 'edits'; readonly is: WhoMayActOnWhom }
  /** Null: who one may edit one may remove. */
  | { readonly rule: 'removes'; readonly is: WhoMayActOnWhom | null }
  | { readonly rule: 'invitee_must_be_registered'; readonly is: boolean }
  /** An explicit never: nobody has the right, whatever their roles say. */
  | { readonly rule: 'never'; readonly right: Right; readonly is: boolean }
  | { readonly rule: 'requires'; readonly role: string; readonly is: readonly string[] }
  /** Null: any number. */
  | { readonly rule: 'max_holders'; readonly role: string; readonly is: number | null }
  | { readonly rule: 'reach'; readonly role: string; readonly is: RoleReach }
  | { readonly rule: 'without_baseline'; readonly role: string; readonly is: boolean };

/**
 * Changes one rule. Whether the whole still makes sense is asked when the draft is put in force. Throws
 * `Refusal` (`unknown_role`).
 */
export function setRule(draft: SchemeDraft, rule: SchemeRule): SchemeDraft {
  switch (rule.rule) {
    case 'roles_per_member':
      return withRules(draft, { rolesPerMember: rule.is });
    case 'keystone_holders':
      return withRules(draft, { keystone: { ...draft.declaration.keystone, holders: rule.is } });
    case 'edits':
      return withRules(draft, { edits: rule.is });
    case 'removes': {
      const { removes: _, ...rest } = draft.declaration;
      return { ...draft, declaration: rule.is === null ? rest : { ...rest, removes: rule.is } };
    }
    case 'invitee_must_be_registered':
      return withRules(draft, { inviteeMustBeRegistered: rule.is });
    case 'never': {
      const { never = {}, vocabulary } = draft.declaration;
      const forbidden = new Set(rightsIn(never, vocabulary));
      if (rule.is) forbidden.add(rule.right);
      else forbidden.delete(rule.right);
      return withRules(draft, { never: tableOf(forbidden, vocabulary) });
    }
    case 'requires': {
      const { requires: _, ...role } = roleIn(draft, rule.role);
      for (const required of rule.is) roleIn(draft, required);
      return withRole(draft, rule.is.length === 0 ? role : { ...role, requires: rule.is });
    }
    case 'max_holders': {
      const { maxHolders: _, ...role } = roleIn(draft, rule.role);
      return withRole(draft, rule.is === null ? role : { ...role, maxHolders: rule.is });
    }
    case 'reach':
      return withRole(draft, { ...roleIn(draft, rule.role), reach: rule.is });
    case 'without_baseline':
      return withRole(draft, { ...roleIn(draft, rule.role), withoutBaseline: rule.is });
  }
}

function withRules(draft: SchemeDraft, rules: Partial<SchemeDeclaration>): SchemeDraft {
  return { ...draft, declaration: { ...draft.declaration, ...rules } };
}
