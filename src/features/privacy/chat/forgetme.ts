import { type Act, asks, type Outcome, type Plan } from '../../../chat/act.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { isLivingMember } from '../../accounts/merge-workspace.ts';
import { forgetPerson, headedAlone } from '../forget.ts';

/** `/forgetme`: removes the person, once a word was typed. */
export const forgetCommand: Command = {
  name: 'forgetme',
  where: 'private',
  needs: null,
  run: (act) =>
    leaving(act, (found) => ({
      screen: {
        text: act.t.rich('forget-ask', {
          count: found.whole.memberships.filter(isLivingMember).length,
          word: { composed: act.t.text('forget-word') },
        }),
        buttons: [[act.button(act.t.text('button-cancel'), 'xx')]],
      },
      wizard: { name: 'forget', data: {} },
    })),
};

/** Anything but the word keeps everything. */
export const forgetWizard: WizardKind = {
  name: 'forget',
  answer: (act, _data, answer) =>
    leaving(act, (found) => {
      const typed = answer.kind === 'message' ? answer.text.trim().toUpperCase() : '';
      if (typed !== act.t.text('forget-word')) {
        return {
          screen: {
            text: act.t.rich('forget-kept'),
            buttons: [[commandButton(act, 'forgetme'), act.button(act.t.text('button-home'), 'hm')]],
          },
          wizard: null,
        };
      }
      const { changes } = forgetPerson(found, act.scheme);
      // Buttons belong to a person, and there is none any more.
      return { changes, screen: { text: act.t.rich('forget-done'), buttons: [] }, wizard: null };
    }),
};

type Found = Parameters<typeof headedAlone>[0];

function leaving(act: Act, decide: (found: Found) => Outcome): Plan {
  return asks({ kind: 'people.leaving', personId: act.person.id }, (found) => {
    // Nothing is known yet of who writes for the first time.
    if (!found) throw new Refusal('nothing_changed');
    const alone = headedAlone(found, act.scheme);
    if (alone.length === 0) return decide(found);
    const names = listed(
      alone.map(({ name }) => name),
      act.t,
    );
    return {
      screen: {
        text: act.t.rich('refusal-forget-sole', { workspaces: names }),
        buttons: [[act.button(act.t.text('button-home'), 'hm')]],
      },
      wizard: null,
    };
  });
}
