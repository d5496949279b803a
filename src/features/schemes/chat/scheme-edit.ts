import type { RoleDeclaration } from '../../../access/define-scheme.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { taggedRole } from '../../../chat/parts/role-tags.ts';
import { decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { refuseInUse } from '../constraints.ts';
import { deleteRole } from '../delete-role.ts';
import { roleIn, type SchemeDraft } from '../draft.ts';
import { mergeRole } from '../merge-role.ts';
import { setRight } from '../toggle-right.ts';
import type * as actions from './actions.ts';
import { askInForce, showing } from './scheme.ts';
import { draftIn, type SchemeAct, schemeActAt, withDraft } from './scheme-data.ts';
import { draftChoice, draftRole, draftScreen } from './scheme-draft.ts';
import { draftRights, rightNumbered, rightPages } from './scheme-rights.ts';

/** A press on a draft: `show` makes the screen of what is, or of what an edit made of it. */
export function onDraft<A extends { readonly stamp: string }>(
  show: (ctx: Context, about: SchemeAct, args: A) => Outcome,
): (ctx: Context, args: A) => Plan {
  return (ctx, args) => decided(() => show(ctx, schemeActAt(ctx, args.stamp), args));
}

/** The same with another draft. */
export function edited(about: SchemeAct, draft: SchemeDraft): SchemeAct {
  return { ...about, data: withDraft(about.data, draft) };
}

/** The role of the draft that a tag means. */
export function draftRoleAt({ data }: SchemeAct, tag: string | undefined): RoleDeclaration {
  return taggedRole(draftIn(data).declaration.roles, tag);
}

/** The buttons that change the roles of a draft. */
export const schemeEditHandlers = {
  showDraft: onDraft((ctx, about) => showing(about, (now) => draftScreen(ctx, now))),

  showDraftRole: onDraft((ctx, about, { role: tag }) => {
    const role = draftRoleAt(about, tag);
    return showing(about, (now) => draftRole(ctx, now, role));
  }),

  showDraftRights: onDraft((ctx, about, { role: tag, page }) => {
    const role = draftRoleAt(about, tag);
    return showing(about, (now) => draftRights(ctx, now, role, pageOf(about, page)));
  }),
  /** Gives a role a right, takes it or narrows it; the button says what it makes, so twice is as good as once. */
  setDraftRight: onDraft((ctx, about, { role: tag, right: number, extent }) => {
    const right = rightNumbered(draftIn(about.data).declaration, number);
    if (right === null) throw new Refusal('button_stale');
    const { key } = draftRoleAt(about, tag);
    const draft = setRight(draftIn(about.data), key, right, extent);
    const page = rightPages(draft.declaration).findIndex((rights) => rights.includes(right));
    return showing(edited(about, draft), (now) => draftRights(ctx, now, roleIn(draft, key), page));
  }),

  chooseMerge: onDraft((ctx, about, { role: tag }) => {
    const role = draftRoleAt(about, tag);
    return showing(about, (now) => draftChoice(ctx, now, role));
  }),

  mergeRoles: onDraft((ctx, about, { role: tag, into }) => {
    const draft = mergeRole(draftIn(about.data), draftRoleAt(about, tag).key, draftRoleAt(about, into).key);
    return showing(edited(about, draft), (now) => draftScreen(ctx, now));
  }),
  /** A role in use is refused at once: taken out of the draft, it could no longer be merged. */
  deleteDraftRole: (ctx, { stamp, role: tag }) =>
    planning(() => {
      const about = schemeActAt(ctx, stamp);
      const { key } = draftRoleAt(about, tag);
      return askInForce(ctx, null, (found) => {
        refuseInUse(key, found);
        const draft = deleteRole(draftIn(about.data), key);
        return showing(edited(about, draft), (now) => draftScreen(ctx, now));
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

/** A page of rights by its number, within the pages there are. */
export function pageOf({ data }: SchemeAct, page: number): number {
  return page < rightPages(draftIn(data).declaration).length ? page : 0;
}
