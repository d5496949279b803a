import type { RoleDeclaration, RoleReach, SchemeDeclaration } from '../../../access/define-scheme.ts';
import type { RoleRight } from '../../../access/diff.ts';
import { rightsIn } from '../../../access/rights-table.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { inPairs } from '../../../chat/parts/buttons.ts';
import { rightsSummary, rightsText } from '../../../chat/parts/rights.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import {
  askRoleCopy,
  askRoleTitle,
  changeRequired,
  changeTerm,
  chooseMerge,
  deleteDraftRole,
  mergeRoles,
  previewScheme,
  showDraft,
  showDraftRights,
  showDraftRole,
  showDraftRules,
  showTerms,
} from './actions.ts';
import { draftIn, type SchemeAct } from './scheme-data.ts';

/** The draft as a whole: its roles, and the ways to change, look and save. */
export function draftScreen(ctx: Context, { actor, data }: SchemeAct): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  const { stamp } = data;
  return {
    text: [
      ...t.rich('draft', { workspace: actor.workspace.name }),
      '\n',
      ...declaration.roles.flatMap((role) => [
        '\n',
        ...t.rich('draft-role-line', {
          role: titleOf(ctx, declaration, role),
          rights: { composed: rightsSummary(ownRights(declaration, role), t) },
        }),
      ]),
    ],
    buttons: [
      ...inPairs(
        declaration.roles.map((role) =>
          ctx.button(t.text('draft-role-button', { role: titleOf(ctx, declaration, role) }), showDraftRole, {
            stamp,
            role: tagOf(role.key),
          }),
        ),
      ),
      [
        ctx.button(t.text('button-draft-add'), askRoleCopy, { stamp }),
        ctx.button(t.text('button-draft-rules'), showDraftRules, { stamp }),
      ],
      [ctx.primary(t.text('button-draft-preview'), previewScheme, { stamp })],
      [ctx.button(t.text('button-draft-discard'), cancelDialogue)],
    ],
  };
}

/** One role of the draft: what it allows, and what can be done with it. */
export function draftRole(ctx: Context, { data }: SchemeAct, role: RoleDeclaration): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  const args = { stamp: data.stamp, role: tagOf(role.key) };
  const isOwnerRole = declaration.keystone.role === role.key;
  return {
    text: [
      ...t.rich('draft-role', { role: titleOf(ctx, declaration, role) }),
      '\n\n',
      ...rightsText(ownRights(declaration, role), t),
    ],
    buttons: [
      [
        ctx.button(t.text('button-role-rights'), showDraftRights, { ...args, page: 0 }),
        ctx.button(t.text('button-role-terms'), showTerms, args),
      ],
      [
        ctx.button(t.text('button-role-rename'), askRoleTitle, args),
        ctx.button(t.text('button-role-copy'), askRoleCopy, args),
      ],
      ...(isOwnerRole
        ? []
        : [
            [
              ctx.button(t.text('button-role-merge'), chooseMerge, args),
              ctx.danger(t.text('button-role-delete'), deleteDraftRole, args),
            ],
          ]),
      [ctx.button(t.text('button-draft'), showDraft, { stamp: data.stamp })],
    ],
  };
}

/** Which role of the draft: to copy, or to merge another into. */
export function draftChoice(ctx: Context, { data }: SchemeAct, merged: RoleDeclaration | null): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  const choose = (role: RoleDeclaration): Button => {
    const label = t.text('draft-role-button', { role: titleOf(ctx, declaration, role) });
    return merged === null
      ? ctx.button(label, askRoleCopy, { stamp: data.stamp, role: tagOf(role.key) })
      : ctx.button(label, mergeRoles, { stamp: data.stamp, role: tagOf(merged.key), into: tagOf(role.key) });
  };
  return {
    text:
      merged === null
        ? t.rich('draft-copy-which')
        : t.rich('draft-merge-into', { role: titleOf(ctx, declaration, merged) }),
    buttons: [
      ...inPairs(
        declaration.roles
          .filter(
            (role) =>
              role.key !== merged?.key && !(merged !== null && role.key === declaration.keystone.role),
          )
          .map(choose),
      ),
      [
        merged === null
          ? ctx.button(t.text('button-draft'), showDraft, { stamp: data.stamp })
          : ctx.button(t.text('button-back'), showDraftRole, { stamp: data.stamp, role: tagOf(merged.key) }),
      ],
    ],
  };
}

/** Where a role is held, as a button goes through it. */
export const REACHES: readonly RoleReach[] = ['workspace', 'things', 'workspace_or_things', 'granted_things'];
/** How many may hold a role, as a button goes through it; 0 is any number. */
export const LIMITS: readonly number[] = [0, 1, 2, 3, 5, 10];

/** On what terms a role is held: each button says what holds and changes it to the next. */
export function draftTerms(ctx: Context, { data }: SchemeAct, role: RoleDeclaration): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  const tag = tagOf(role.key);
  const reach = role.reach ?? 'workspace';
  const limit = role.maxHolders ?? 0;
  const after = <T>(values: readonly T[], now: T): number => (values.indexOf(now) + 1) % values.length;
  const set = (label: string, term: 'r' | 'n' | 'b', value: number): Button[] => [
    ctx.button(label, changeTerm, { stamp: data.stamp, role: tag, term, value }),
  ];
  const others = declaration.roles.filter(({ key }) => key !== role.key);
  return {
    text: t.rich('draft-terms', { role: titleOf(ctx, declaration, role) }),
    buttons: [
      ...(declaration.keystone.role === role.key
        ? []
        : [
            set(t.text(`role-reach-${reach.replaceAll('_', '-')}`), 'r', after(REACHES, reach)),
            set(
              limit === 0 ? t.text('role-limit-none') : t.text('role-limit', { count: limit }),
              'n',
              after(LIMITS, limit),
            ),
            set(
              t.text(role.withoutBaseline ? 'role-baseline-no' : 'role-baseline-yes'),
              'b',
              role.withoutBaseline ? 0 : 1,
            ),
            ...others.map((other) => {
              const needed = role.requires?.includes(other.key) === true;
              const label = t.text(needed ? 'role-requires-yes' : 'role-requires-no', {
                role: titleOf(ctx, declaration, other),
              });
              return [
                ctx.button(label, changeRequired, {
                  stamp: data.stamp,
                  role: tag,
                  other: tagOf(other.key),
                  required: !needed,
                }),
              ];
            }),
          ]),
      [ctx.button(t.text('button-back'), showDraftRole, { stamp: data.stamp, role: tag })],
    ],
  };
}

/** The terms of a role, a sentence each; the buttons above say the same. */
export function termSentences(ctx: Context, declaration: SchemeDeclaration, role: RoleDeclaration): string[] {
  const { t } = ctx;
  const { reach = 'workspace', maxHolders, withoutBaseline = false, requires = [] } = role;
  return [
    t.text(`role-reach-${reach.replaceAll('_', '-')}`),
    maxHolders === undefined ? t.text('role-limit-none') : t.text('role-limit', { count: maxHolders }),
    t.text(withoutBaseline ? 'role-baseline-no' : 'role-baseline-yes'),
    ...requires.map((key) =>
      t.text('role-requires-yes', { role: { composed: titleInScheme(t, declaration, key) } }),
    ),
  ];
}

function titleOf(ctx: Context, declaration: SchemeDeclaration, role: RoleDeclaration): { composed: string } {
  return { composed: titleInScheme(ctx.t, declaration, role.key) };
}

/** What a role of a draft gives by itself. */
function ownRights({ vocabulary }: SchemeDeclaration, { can, canOnOwn = {} }: RoleDeclaration): RoleRight[] {
  const everywhere = rightsIn(can, vocabulary);
  return [
    ...everywhere.map((right): RoleRight => ({ right, only: null })),
    ...rightsIn(canOnOwn, vocabulary).flatMap((right): RoleRight[] =>
      everywhere.includes(right) ? [] : [{ right, only: 'own' }],
    ),
  ];
}
