import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource } from '../../../domain/resource.ts';
import { approvingRoles } from '../../../domain/scheme-roles.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { publishButton } from '../../resources/chat/resource-button.ts';
import { resourceCard } from '../../resources/chat/resource-card.ts';
import { resourceChoice } from '../../resources/chat/resource-choice.ts';
import { resourcesMeant, spoken } from '../../resources/chat/resource-words.ts';
import { inWorkspace, type ResourcePointer } from '../../resources/chat/resources-find.ts';
import { visibilityOf } from '../../resources/visibility.ts';
import { approvalStateAt, decideApproval } from '../decide-approval.ts';
import { enforcePublishing, publishBot } from '../publish.ts';
import type * as actions from './actions.ts';
import { approvalClosed, approvalDecided, botQuestion, publishedScreen } from './publishing.ts';

/** `/publish Shop`: from staging to production, by way of the approver where the scheme has one. */
export const publish: Command = {
  name: 'publish',
  where: 'both',
  needs: 'bot.publish',
  reach: 'right_on_resources',
  run: (ctx, line) =>
    planning(() => (line.text === '' ? askWhich(ctx) : publishing(ctx, { name: line.text }))),
};

/** The next message names the bot. */
export const publishWizard: WizardKind = {
  name: 'publish',
  answer: (ctx, _stored, answer) =>
    planning(() => {
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      return publishing(ctx, { name: answer.text });
    }),
};

/** Publish on a bot's card, and the answers on an approver's. */
export const publishHandlers = {
  publishBot: (ctx, { bot: id, version }) => planning(() => publishing(ctx, { id: id }, version)),

  approvePublishing: (ctx, { approval: id }) => planning(() => answering(ctx, id, true)),

  refusePublishing: (ctx, { approval: id }) => planning(() => answering(ctx, id, false)),
} satisfies Partial<Handlers<typeof actions>>;

function askWhich(ctx: Context): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const visibility = visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now);
  return asks(
    {
      kind: 'resources.page',
      workspaceId: actor.workspace.id,
      of: 'bot',
      within: null,
      visibility,
      after: null,
    },
    ({ resources }) => ({
      screen: botQuestion(ctx, resources),
      wizard: resources.length === 0 ? null : { name: 'publish', data: {} },
    }),
  );
}

/** `version` is the one that a button was made for; once it is published, the bot's card is shown instead. */
function publishing(ctx: Context, pointer: ResourcePointer, version: number | null = null): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  return asks(
    {
      kind: 'publishing.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: ['bot'],
        ids: 'id' in pointer ? [pointer.id] : [],
        text: 'name' in pointer ? spoken(pointer.name) : null,
        visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      roles: approvingRoles(scheme),
    },
    (found) => {
      const choice = (one: Resource) =>
        publishButton(ctx, one, ctx.t.text('resource-button-bot', { name: one.name }));
      const meant = 'id' in pointer ? found.bots : resourcesMeant(pointer.name, found.bots);
      const [bot, another] = meant;
      if (!bot) {
        throw 'id' in pointer
          ? new Refusal('button_stale')
          : new Refusal('resource_not_found', { values: { name: pointer.name } });
      }
      if (another) return { screen: resourceChoice(ctx, meant, choice), wizard: null };
      enforcePublishing(actor, scheme, bot, ctx.now);
      if (version !== null && bot.versions?.staging !== version) {
        return { screen: resourceCard(ctx, actor, bot), wizard: null };
      }
      const { result, changes, notices } = publishBot(actor, scheme, bot, found, {
        now: ctx.now,
        approvalId: ctx.newId(),
      });
      return { changes, notices, screen: publishedScreen(ctx, bot, result), wizard: null };
    },
  );
}

/** A card may be pressed while another workspace is open: it is answered in the bot's own. */
function answering(ctx: Context, approvalId: string, approve: boolean): Plan {
  return asks({ kind: 'approvals.find', approvalId, personId: ctx.person.id }, (found) => {
    if (!found?.membership) throw new Refusal('approval_over');
    if (approvalStateAt(found, ctx.now) !== 'pending') return { screen: approvalClosed(ctx, found) };
    const actor: Actor = { person: ctx.person, workspace: found.workspace, membership: found.membership };
    const scheme = ctx.scheme(found.workspace.scheme);
    const { changes, notices } = decideApproval(actor, scheme, found, approve, ctx.now);
    return { changes, notices, screen: approvalDecided(ctx, found, approve) };
  });
}
