import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { displayName } from '../../../chat/display-name.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { titleInScheme } from '../../../chat/parts/role-titles.ts';
import { decided, type Outcome } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { addRole } from '../add-role.ts';
import { roleIn, type SchemeDraft } from '../draft.ts';
import { renameRole } from '../rename-role.ts';
import { titleFrom } from '../title.ts';
import type * as actions from './actions.ts';
import { beginSwitch, showDraftRole } from './actions.ts';
import { showing } from './scheme.ts';
import { draftIn, SCHEME_WIZARD, type SchemeAct, type SchemeData, schemeActAt } from './scheme-data.ts';
import { draftChoice, draftRole, draftScreen } from './scheme-draft.ts';
import { draftRoleAt, edited, onDraft } from './scheme-edit.ts';

/** The buttons after which a title is typed. */
export const schemeWizardHandlers = {
  /** Asks for a role's new title. */
  askRoleTitle: onDraft((ctx, about, { role: tag }) =>
    asking(ctx, about, { what: 'rename', role: draftRoleAt(about, tag).key }),
  ),
  /** Asks for the title of a new role, a copy of another; without one, asks which. */
  askRoleCopy: onDraft((ctx, about, { role: tag }) =>
    tag === null
      ? showing(about, (now) => draftChoice(ctx, now, null))
      : asking(ctx, about, { what: 'copy', role: draftRoleAt(about, tag).key }),
  ),
} satisfies Partial<Handlers<typeof actions>>;

/** What is typed is the title asked for; where none is, the draft is shown. */
export const schemeWizard: WizardKind = {
  name: SCHEME_WIZARD,
  reads: (ctx) => (current(ctx)?.data.asking ? 'text' : null),
  answer: (ctx, _data, answer) =>
    decided(() => {
      const about = current(ctx);
      if (about === null)
        return {
          screen: {
            text: ctx.t.rich('draft-over'),
            buttons: [[commandButton(ctx, 'scheme'), ctx.button(ctx.t.text('button-home'), goHome)]],
          },
          wizard: null,
        };
      const { asking: asked, task } = about.data;
      if (task.kind !== 'draft') return { screen: hint(ctx) };
      if (asked === null || answer.kind !== 'message') return showing(about, (now) => draftScreen(ctx, now));
      const draft = draftIn(about.data);
      refuseShown(ctx, draft, answer.text, asked.what === 'rename' ? asked.role : null);
      const named =
        asked.what === 'rename'
          ? { draft: renameRole(draft, asked.role, answer.text), key: asked.role }
          : addRole(draft, { copyOf: asked.role, title: answer.text });
      return showing(edited(about, named.draft), (now) =>
        draftRole(ctx, now, roleIn(named.draft, named.key)),
      );
    }),
};

function asking(ctx: Context, about: SchemeAct, asked: NonNullable<SchemeData['asking']>): Outcome {
  const { t } = ctx;
  const title = { composed: titleInScheme(t, draftIn(about.data).declaration, asked.role) };
  return showing({ ...about, data: { ...about.data, asking: asked } }, ({ data }) => ({
    text: t.rich(asked.what === 'rename' ? 'draft-ask-title' : 'draft-ask-copy', { role: title }),
    buttons: [
      [ctx.button(t.text('button-back'), showDraftRole, { stamp: data.stamp, role: tagOf(asked.role) })],
    ],
  }));
}

/**
 * Roles that keep a preset's words have no title of their own in the draft, but one that people read, in each
 * language another. Throws
 * `Refusal` (`role_title_taken`).
 */
function refuseShown(ctx: Context, { declaration }: SchemeDraft, typed: string, butOf: string | null): void {
  const title = titleFrom(typed);
  const wanted = displayName(title).toLowerCase();
  const { timeZone } = ctx.t;
  const taken = declaration.roles.some(
    ({ key }) =>
      key !== butOf &&
      ctx.t.languages.some((language) => {
        const t = ctx.translator({ language, timeZone });
        return titleInScheme(t, declaration, key).toLowerCase() === wanted;
      }),
  );
  if (taken) throw new Refusal('role_title_taken', { values: { title } });
}

/** Null where the scheme changed since, or another workspace is open: then words are free again. */
function current(ctx: Context): SchemeAct | null {
  try {
    return schemeActAt(ctx);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Words do not choose roles here; buttons do. */
function hint(ctx: Context): Screen {
  const { t } = ctx;
  return {
    text: t.rich('switch-hint'),
    buttons: [
      [ctx.button(t.text('button-back'), beginSwitch), ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}
