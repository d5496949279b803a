import { type Act, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, WizardKind } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Thing } from '../../../domain/thing.ts';
import { idOf } from '../../members/chat/members-find.ts';
import { thingCard } from '../../resources/chat/thing-card.ts';
import { thingChoice } from '../../resources/chat/thing-choice.ts';
import { spoken, thingsMeant } from '../../resources/chat/thing-words.ts';
import { inWorkspace, type ThingPointer } from '../../resources/chat/things-find.ts';
import { sightOf } from '../../resources/sight.ts';
import { approvalStateAt, decideApproval } from '../decide-approval.ts';
import { approvingRoles, obeyPublishing, publishBot } from '../publish.ts';
import {
  approvalClosed,
  approvalDecided,
  botQuestion,
  publishButton,
  publishedScreen,
} from './publishing.ts';

/** `/publish Shop`: from staging to production, by way of the approver where the scheme has one. */
export const publish: Command = {
  name: 'publish',
  where: 'both',
  needs: 'workspace.view',
  run: (act, line) =>
    planning(() => (line.text === '' ? askWhich(act) : publishing(act, { name: line.text }))),
};

/** The next message names the bot. */
export const publishWizard: WizardKind = {
  name: 'publish',
  answer: (act, _stored, answer) =>
    planning(() => {
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      return publishing(act, { name: answer.text });
    }),
};

/** Publish on a bot's card, and the answers on an approver's. */
export const publishButtons: readonly Action[] = [
  {
    verb: 'pv',
    run: (act, [id, version]) => planning(() => publishing(act, { id: idOf(id) }, Number(version))),
  },
  { verb: 'va', run: (act, [id]) => planning(() => answering(act, idOf(id), true)) },
  { verb: 'vr', run: (act, [id]) => planning(() => answering(act, idOf(id), false)) },
];

function askWhich(act: Act): Plan {
  const { actor, scheme } = inWorkspace(act);
  const sight = sightOf(scheme, subjectOf(actor.membership, actor.person.id), act.now);
  return asks(
    { kind: 'things.page', workspaceId: actor.workspace.id, of: 'bot', within: null, sight, after: null },
    ({ things }) => ({
      screen: botQuestion(act, things),
      wizard: things.length === 0 ? null : { name: 'publish', data: {} },
    }),
  );
}

/** `version` is the one that a button was made for; once it is published, the bot's card is shown instead. */
function publishing(act: Act, pointer: ThingPointer, version: number | null = null): Plan {
  const { actor, scheme } = inWorkspace(act);
  return asks(
    {
      kind: 'publishing.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: ['bot'],
        ids: 'id' in pointer ? [pointer.id] : [],
        text: 'name' in pointer ? spoken(pointer.name) : null,
        sight: sightOf(scheme, subjectOf(actor.membership, actor.person.id), act.now),
      },
      roles: approvingRoles(scheme),
    },
    (found) => {
      const choice = (one: Thing) =>
        publishButton(act, one, act.t.text('thing-button-bot', { name: one.name }));
      const meant = 'id' in pointer ? found.bots : thingsMeant(pointer.name, found.bots);
      const [bot, another] = meant;
      if (!bot) {
        throw 'id' in pointer
          ? new Refusal('button_stale')
          : new Refusal('thing_not_found', { values: { name: pointer.name } });
      }
      if (another) return { screen: thingChoice(act, meant, choice), wizard: null };
      obeyPublishing(actor, scheme, bot, act.now);
      if (version !== null && bot.versions?.staging !== version) {
        return { screen: thingCard(act, actor, bot), wizard: null };
      }
      const { result, changes, notices } = publishBot(actor, scheme, bot, found, {
        now: act.now,
        approvalId: act.newId(),
      });
      return { changes, notices, screen: publishedScreen(act, bot, result), wizard: null };
    },
  );
}

/** A card may be pressed while another workspace is open: it is answered in the bot's own. */
function answering(act: Act, approvalId: string, approve: boolean): Plan {
  return asks({ kind: 'approvals.find', approvalId, personId: act.person.id }, (found) => {
    if (!found?.membership) throw new Refusal('approval_over');
    if (approvalStateAt(found, act.now) !== 'pending') return { screen: approvalClosed(act, found) };
    const actor: Actor = { person: act.person, workspace: found.workspace, membership: found.membership };
    const scheme = act.scheme(found.workspace.scheme);
    const { changes, notices } = decideApproval(actor, scheme, found, approve, act.now);
    return { changes, notices, screen: approvalDecided(act, found, approve) };
  });
}
