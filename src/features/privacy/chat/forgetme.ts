import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { isLivingMember } from '../../accounts/merge-workspace.ts';
import { forgetPerson, headedAlone } from '../forget.ts';

/** `/forgetme`: removes the person, once a word was typed. */
export const forgetCommand: Command = {
  name: 'forgetme',
  where: 'private',
  needs: null,
  run: (ctx) =>
    leaving(ctx, (found) => ({
      screen: {
        text: ctx.t.rich('forget-ask', {
          count: found.whole.memberships.filter(isLivingMember).length,
          word: { composed: ctx.t.text('forget-word') },
        }),
        buttons: [[ctx.button(ctx.t.text('button-cancel'), cancelDialogue)]],
      },
      wizard: { name: 'forget', data: {} },
    })),
};

/** Anything but the word keeps everything. */
export const forgetWizard: WizardKind = {
  name: 'forget',
  answer: (ctx, _data, answer) =>
    leaving(ctx, (found) => {
      const typed = answer.kind === 'message' ? answer.text.trim().toUpperCase() : '';
      if (typed !== ctx.t.text('forget-word')) {
        return {
          screen: {
            text: ctx.t.rich('forget-kept'),
            buttons: [[commandButton(ctx, 'forgetme'), ctx.button(ctx.t.text('button-home'), goHome)]],
          },
          wizard: null,
        };
      }
      const { changes } = forgetPerson(found, ctx.scheme);
      // Buttons belong to a person, and there is none any more.
      return { changes, screen: { text: ctx.t.rich('forget-done'), buttons: [] }, wizard: null };
    }),
};

type Found = Parameters<typeof headedAlone>[0];

function leaving(ctx: Context, decide: (found: Found) => Outcome): Plan {
  return asks({ kind: 'people.leaving', personId: ctx.person.id }, (found) => {
    // Nothing is known yet of who writes for the first time.
    if (!found) throw new Refusal('nothing_changed');
    const alone = headedAlone(found, ctx.scheme);
    if (alone.length === 0) return decide(found);
    const names = listed(
      alone.map(({ name }) => name),
      ctx.t,
    );
    return {
      screen: {
        text: ctx.t.rich('refusal-forget-sole', { workspaces: names }),
        buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
      },
      wizard: null,
    };
  });
}
