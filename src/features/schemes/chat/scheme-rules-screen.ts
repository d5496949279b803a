import type { SchemeDeclaration, WhoMayActOnWhom } from '../../../access/define-scheme.ts';
import { rightsIn } from '../../../access/rights-table.ts';
import type { Context } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { rightsInline } from '../../../chat/parts/rights.ts';
import { titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { changeRule, showDraft, showNevers } from './actions.ts';
import { draftIn, type SchemeAct } from './scheme-data.ts';

/** The rules of a scheme that one button each changes, by the letter that means them on it. */
const RULES = {
  m: { values: ['one', 'many'], now: ({ rolesPerMember }: SchemeDeclaration) => rolesPerMember },
  k: {
    values: ['exactly_one', 'at_least_one'],
    now: ({ keystone }: SchemeDeclaration) => keystone.holders,
  },
  e: {
    values: ['broader', 'peers', 'keystone'],
    now: ({ edits }: SchemeDeclaration) => edits,
  },
  r: {
    values: ['broader', 'peers', 'keystone'],
    now: ({ removes, edits }: SchemeDeclaration): WhoMayActOnWhom => removes ?? edits,
  },
  i: {
    values: ['anyone', 'registered'],
    now: ({ inviteeMustBeRegistered }: SchemeDeclaration) =>
      inviteeMustBeRegistered ? 'registered' : 'anyone',
  },
} as const;

export type RuleLetter = keyof typeof RULES;
export type RuleValue = (typeof RULES)[RuleLetter]['values'][number];

const letters: readonly RuleLetter[] = ['m', 'k', 'e', 'r', 'i'];

/** The values of a rule, in the order in which a button goes through them. */
export function valuesOf(letter: RuleLetter): readonly RuleValue[] {
  return RULES[letter].values;
}

/** The rules of a scheme, a sentence each; what nobody may is the last. */
export function ruleSentences(t: Translator, declaration: SchemeDeclaration): string[] {
  const forbidden = rightsIn(declaration.never ?? {}, declaration.vocabulary);
  const never = {
    rights: {
      composed: rightsInline(
        forbidden.map((right) => ({ right, only: null })),
        t,
      ),
    },
  };
  return [
    ...letters.map((letter) => sentence(t, declaration, letter)),
    ...(forbidden.length === 0 ? [] : [t.text('scheme-rule-never', never)]),
  ];
}

/** The rules of a draft: each button says what holds and changes it to the next. */
export function draftRules(ctx: Context, { data }: SchemeAct): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  return {
    text: t.rich('draft-rules'),
    buttons: [
      ...letters.map((letter) => [ruleButton(ctx, declaration, letter, data.stamp)]),
      [ctx.button(t.text('button-draft-never'), showNevers, { stamp: data.stamp, page: 0 })],
      [ctx.button(t.text('button-draft'), showDraft, { stamp: data.stamp })],
    ],
  };
}

function ruleButton(ctx: Context, declaration: SchemeDeclaration, letter: RuleLetter, stamp: string): Button {
  const values = valuesOf(letter);
  const next = (values.indexOf(RULES[letter].now(declaration)) + 1) % values.length;
  return ctx.button(sentence(ctx.t, declaration, letter), changeRule, { stamp, rule: letter, value: next });
}

function sentence(t: Translator, declaration: SchemeDeclaration, letter: RuleLetter): string {
  const value = RULES[letter].now(declaration).replaceAll('_', '-');
  const role = { composed: titleInScheme(t, declaration, declaration.keystone.role) };
  return letter === 'k' || value === 'keystone'
    ? t.text(`scheme-rule-${letter}-${value}`, { role })
    : t.text(`scheme-rule-${letter}-${value}`);
}
