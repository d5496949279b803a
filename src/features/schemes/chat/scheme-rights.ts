import {
  memberBaseline,
  type RoleDeclaration,
  type SchemeDeclaration,
} from '../../../access/define-scheme.ts';
import { rightsIn } from '../../../access/rights-table.ts';
import { type Right, rightsWith } from '../../../access/vocabulary.ts';
import type { Context } from '../../../chat/context.ts';
import { rightsByResource, rightTitle } from '../../../chat/parts/rights.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import { extentOf, type RightExtent } from '../toggle-right.ts';
import { setDraftRight, showDraftRights, showDraftRole, showDraftRules, showNevers } from './actions.ts';
import { draftIn, type SchemeAct } from './scheme-data.ts';

/** Rights on a page, at most; those to one resource stay together. */
const MAX_ON_PAGE = 9;

/** The rights that a scheme knows, in pages: whole resources, as many as fit. */
export function rightPages({ vocabulary }: SchemeDeclaration): readonly (readonly Right[])[] {
  const resources = rightsByResource(rightsWith(vocabulary).map((right) => ({ right, only: null })));
  const pages: Right[][] = [];
  for (const rights of resources.values()) {
    const last = pages.at(-1);
    if (!last || last.length + rights.length > MAX_ON_PAGE) pages.push([]);
    pages.at(-1)?.push(...rights.map(({ right }) => right));
  }
  return pages;
}

/** The right that a number on a button means; null where it means none. */
export function rightNumbered({ vocabulary }: SchemeDeclaration, text: string | undefined): Right | null {
  return rightsWith(vocabulary)[Number.parseInt(text ?? '', 36)] ?? null;
}

function rightNumber({ vocabulary }: SchemeDeclaration, right: Right): string {
  return rightsWith(vocabulary).indexOf(right).toString(36);
}

/** What a button makes of a right: not, everywhere, only one's own. */
const NEXT: Readonly<Record<RightExtent, RightExtent>> = { no: 'yes', yes: 'own', own: 'no' };

/** What a role cannot take from a member who is not shut out of it. */
const baseline: readonly Right[] = rightsIn(memberBaseline);

/**
 * One page of a role's rights: each button shows how far the role has the right and changes that. What every member
 * may anyway is no choice.
 */
export function draftRights(ctx: Context, { data }: SchemeAct, role: RoleDeclaration, page: number): Screen {
  const { t } = ctx;
  const tag = tagOf(role.key);
  const { declaration } = draftIn(data);
  const pages = rightPages(declaration);
  const title = { composed: titleInScheme(t, declaration, role.key) };
  const rights = (pages[page] ?? []).filter(
    (right) => role.withoutBaseline === true || !baseline.includes(right),
  );
  return {
    text: t.rich('draft-rights', { role: title, page: page + 1, pages: pages.length }),
    buttons: [
      ...rights.map((right) => {
        const extent = extentOf(role, right, declaration.vocabulary);
        const label = t.text(`draft-right-${extent}`, { right: rightTitle(right, t) });
        return [
          ctx.button(label, setDraftRight, {
            stamp: data.stamp,
            role: tag,
            right: rightNumber(declaration, right),
            extent: NEXT[extent],
          }),
        ];
      }),
      ...turning(ctx, page, pages.length, (label, to) =>
        ctx.button(label, showDraftRights, { stamp: data.stamp, role: tag, page: to }),
      ),
      [ctx.button(t.text('button-back'), showDraftRole, { stamp: data.stamp, role: tag })],
    ],
  };
}

/** One page of what the scheme forbids to everybody. */
export function draftNevers(ctx: Context, { data }: SchemeAct, page: number): Screen {
  const { t } = ctx;
  const { declaration } = draftIn(data);
  const pages = rightPages(declaration);
  const forbidden = rightsIn(declaration.never ?? {}, declaration.vocabulary);
  return {
    text: t.rich('draft-nevers', { page: page + 1, pages: pages.length }),
    buttons: [
      ...(pages[page] ?? []).map((right) => {
        const isForbidden = forbidden.includes(right);
        const label = t.text(isForbidden ? 'draft-never-yes' : 'draft-never-no', {
          right: rightTitle(right, t),
        });
        return [
          ctx.button(label, showNevers, {
            stamp: data.stamp,
            page,
            right: rightNumber(declaration, right),
            forbidden: !isForbidden,
          }),
        ];
      }),
      ...turning(ctx, page, pages.length, (label, to) =>
        ctx.button(label, showNevers, { stamp: data.stamp, page: to }),
      ),
      [ctx.button(t.text('button-draft-rules'), showDraftRules, { stamp: data.stamp })],
    ],
  };
}

function turning(
  ctx: Context,
  page: number,
  pages: number,
  to: (label: string, page: number) => Button,
): Button[][] {
  const { t } = ctx;
  return [
    [
      ...(page > 0 ? [to(t.text('button-previous-page'), page - 1)] : []),
      ...(page < pages - 1 ? [to(t.text('button-next-page'), page + 1)] : []),
    ],
  ];
}
