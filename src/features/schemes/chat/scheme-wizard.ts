import { type Act, decided, type Outcome } from '../../../chat/act.ts';
import type { Action, WizardKind } from '../../../chat/command.ts';
import { displayName } from '../../../chat/display-name.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { titleInScheme } from '../../../chat/parts/role-titles.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { addRole } from '../add-role.ts';
import { roleIn, type SchemeDraft } from '../draft.ts';
import { renameRole } from '../rename-role.ts';
import { titleFrom } from '../title.ts';
import { showing } from './scheme.ts';
import { draftIn, SCHEME_WIZARD, type SchemeAct, type SchemeData, schemeActAt } from './scheme-data.ts';
import { draftChoice, draftRole, draftScreen } from './scheme-draft.ts';
import { draftRoleAt, edited, onDraft } from './scheme-edit.ts';

/** Asks for a role's new title. */
const askTitle = onDraft('sn', (act, about, [tag]) =>
  asking(act, about, { what: 'rename', role: draftRoleAt(about, tag).key }),
);

/** Asks for the title of a new role, a copy of another; without one, asks which. */
const askCopy = onDraft('sc', (act, about, [tag]) =>
  tag === undefined
    ? showing(about, (now) => draftChoice(act, now, null))
    : asking(act, about, { what: 'copy', role: draftRoleAt(about, tag).key }),
);

/** The buttons after which a title is typed. */
export const titleButtons: readonly Action[] = [askTitle, askCopy];

/** What is typed is the title asked for; where none is, the draft is shown. */
export const schemeWizard: WizardKind = {
  name: SCHEME_WIZARD,
  answer: (act, _data, answer) =>
    decided(() => {
      const about = current(act);
      if (about === null)
        return {
          screen: {
            text: act.t.rich('draft-over'),
            buttons: [[commandButton(act, 'scheme'), act.button(act.t.text('button-home'), 'hm')]],
          },
          wizard: null,
        };
      const { asking: asked, task } = about.data;
      if (task.kind !== 'draft') return { screen: hint(act) };
      if (asked === null || answer.kind !== 'message') return showing(about, (now) => draftScreen(act, now));
      const draft = draftIn(about.data);
      refuseShown(act, draft, answer.text, asked.what === 'rename' ? asked.role : null);
      const named =
        asked.what === 'rename'
          ? { draft: renameRole(draft, asked.role, answer.text), key: asked.role }
          : addRole(draft, { copyOf: asked.role, title: answer.text });
      return showing(edited(about, named.draft), (now) =>
        draftRole(act, now, roleIn(named.draft, named.key)),
      );
    }),
};

function asking(act: Act, about: SchemeAct, asked: NonNullable<SchemeData['asking']>): Outcome {
  const { t } = act;
  const title = { composed: titleInScheme(t, draftIn(about.data).declaration, asked.role) };
  return showing({ ...about, data: { ...about.data, asking: asked } }, ({ data }) => ({
    text: t.rich(asked.what === 'rename' ? 'draft-ask-title' : 'draft-ask-copy', { role: title }),
    buttons: [[act.button(t.text('button-back'), 'sr', data.stamp, tagOf(asked.role))]],
  }));
}

/**
 * Roles that keep a preset's words have no title of their own in the draft, but one that people read, in each
 * language another. Throws
 * `Refusal` (`role_title_taken`).
 */
function refuseShown(act: Act, { declaration }: SchemeDraft, typed: string, butOf: string | null): void {
  const title = titleFrom(typed);
  const wanted = displayName(title).toLowerCase();
  const { timeZone } = act.t;
  const taken = declaration.roles.some(
    ({ key }) =>
      key !== butOf &&
      act.t.languages.some((language) => {
        const t = act.translator({ language, timeZone });
        return titleInScheme(t, declaration, key).toLowerCase() === wanted;
      }),
  );
  if (taken) throw new Refusal('role_title_taken', { values: { title } });
}

/** Null where the scheme changed since, or another workspace is open: then words are free again. */
function current(act: Act): SchemeAct | null {
  try {
    return schemeActAt(act);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Words do not choose roles here; buttons do. */
function hint(act: Act): Screen {
  const { t } = act;
  return {
    text: t.rich('switch-hint'),
    buttons: [[act.button(t.text('button-back'), 'si'), act.button(t.text('button-cancel'), 'xx')]],
  };
}
