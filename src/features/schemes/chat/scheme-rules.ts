import type { Handlers } from '../../../chat/actions/handler.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { roleIn } from '../draft.ts';
import { type SchemeRule, setRule } from '../set-rule.ts';
import type * as actions from './actions.ts';
import { showing } from './scheme.ts';
import { draftIn } from './scheme-data.ts';
import { draftTerms, LIMITS, REACHES } from './scheme-draft.ts';
import { draftRoleAt, edited, onDraft, pageOf } from './scheme-edit.ts';
import { draftNevers, rightNumbered } from './scheme-rights.ts';
import { draftRules, type RuleLetter, type RuleValue, valuesOf } from './scheme-rules-screen.ts';

/** The buttons that change the rules of a draft. */
export const schemeRulesHandlers = {
  showDraftRules: onDraft((ctx, about) => showing(about, (now) => draftRules(ctx, now))),

  changeRule: onDraft((ctx, about, { rule: letter, value: place }) => {
    const rule = ruleFrom(letter, valuesOf(letter)[place]);
    return showing(edited(about, setRule(draftIn(about.data), rule)), (now) => draftRules(ctx, now));
  }),
  /** A page of what nobody may; with a right and 0 or 1 it changes first. */
  showNevers: onDraft((ctx, about, { page, right: number, forbidden }) => {
    const right = number === null ? null : rightNumbered(draftIn(about.data).declaration, number);
    const now =
      right === null
        ? about
        : edited(about, setRule(draftIn(about.data), { rule: 'never', right, is: forbidden === true }));
    return showing(now, (shown) => draftNevers(ctx, shown, pageOf(shown, page)));
  }),

  showTerms: onDraft((ctx, about, { role: tag }) => {
    const role = draftRoleAt(about, tag);
    return showing(about, (now) => draftTerms(ctx, now, role));
  }),

  changeTerm: onDraft((ctx, about, { role: tag, term: what, value }) => {
    const { key } = draftRoleAt(about, tag);
    const draft = setRule(draftIn(about.data), termFrom(key, what, value));
    return showing(edited(about, draft), (now) => draftTerms(ctx, now, roleIn(draft, key)));
  }),

  changeRequired: onDraft((ctx, about, { role: tag, other, required: isRequired }) => {
    const { key, requires = [] } = draftRoleAt(about, tag);
    const required = draftRoleAt(about, other).key;
    const rest = requires.filter((one) => one !== required);
    const draft = setRule(draftIn(about.data), {
      rule: 'requires',
      role: key,
      is: isRequired ? [...rest, required] : rest,
    });
    return showing(edited(about, draft), (now) => draftTerms(ctx, now, roleIn(draft, key)));
  }),
} satisfies Partial<Handlers<typeof actions>>;

function ruleFrom(letter: RuleLetter, value: RuleValue | undefined): SchemeRule {
  switch (value) {
    case undefined:
      throw new Refusal('button_stale');
    case 'one':
    case 'many':
      return { rule: 'roles_per_member', is: value };
    case 'exactly_one':
    case 'at_least_one':
      return { rule: 'keystone_holders', is: value };
    case 'anyone':
    case 'registered':
      return { rule: 'invitee_must_be_registered', is: value === 'registered' };
    case 'broader':
    case 'peers':
    case 'keystone':
      return { rule: letter === 'e' ? 'edits' : 'removes', is: value };
  }
}

function termFrom(role: string, what: 'r' | 'n' | 'b', value: number): SchemeRule {
  const reach = REACHES[value];
  const limit = LIMITS[value];
  if (what === 'b') return { rule: 'without_baseline', role, is: value === 1 };
  if (what === 'r' && reach !== undefined) return { rule: 'reach', role, is: reach };
  if (what === 'n' && limit !== undefined)
    return { rule: 'max_holders', role, is: limit === 0 ? null : limit };
  throw new Refusal('button_stale');
}
