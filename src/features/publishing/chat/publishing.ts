import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { ButtonOf, Context } from '../../../chat/context.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import { publishButton, resourceButton } from '../../resources/chat/resource-button.ts';
import type { FoundApproval } from '../../resources/queries.ts';
import { approvalStateAt } from '../decide-approval.ts';
import type { Published } from '../publish.ts';
import { approvePublishing, refusePublishing } from './actions.ts';

/** Asks which bot to publish. */
export function botQuestion(ctx: Context, bots: readonly Resource[]): Screen {
  const { t } = ctx;
  return {
    text: t.rich(bots.length === 0 ? 'publish-no-bot' : 'publish-which'),
    buttons: [
      ...bots.map((bot) => [publishButton(ctx, bot, t.text('resource-button-bot', { name: bot.name }))]),
      bots.length === 0
        ? [commandButton(ctx, 'bots'), ctx.button(t.text('button-home'), goHome)]
        : [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

/** What became of wanting to publish; who may approve decides at once. */
export function publishedScreen(ctx: Context, bot: Resource, result: Published): Screen {
  const { t } = ctx;
  const { version } = result;
  if (result.kind === 'published')
    return {
      text: t.rich('publish-done', { bot: bot.name, version }),
      buttons: [[resourceButton(ctx, bot)]],
    };
  const names = listed(
    result.approvers.map(({ name }) => name),
    t,
  );
  const values = { bot: bot.name, version, names, expires: t.date(result.expiresAt) };
  return {
    text: t.rich(
      !result.mayApprove
        ? 'publish-asked'
        : result.approvers.length === 0
          ? 'publish-yours'
          : 'publish-asked-and-yours',
      values,
    ),
    buttons: [
      ...(result.mayApprove ? [answers(result.approvalId, t, ctx.button)] : []),
      [resourceButton(ctx, bot)],
    ],
  };
}

/** The card of those who approve. */
export function approvalCard(
  card: {
    readonly actorName: string;
    readonly workspace: { readonly name: string };
    readonly approvalId: string;
    readonly bot: string;
    readonly version: number;
    readonly expiresAt: Date;
  },
  t: Translator,
  button: ButtonOf,
): Screen {
  return {
    text: t.rich('approval-card', {
      actor: card.actorName,
      workspace: card.workspace.name,
      bot: card.bot,
      version: card.version,
      expires: t.date(card.expiresAt),
    }),
    buttons: [answers(card.approvalId, t, button)],
  };
}

/** What a card turns into when its holder has decided. */
export function approvalDecided(ctx: Context, approval: FoundApproval, approve: boolean): Screen {
  const { t } = ctx;
  return {
    text: t.rich(approve ? 'approval-approved' : 'approval-refused', valuesOf(approval)),
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}

/** What a card turns into when it was decided before, or its time is over. */
export function approvalClosed(ctx: Context, approval: FoundApproval): Screen {
  const { t } = ctx;
  const state = approvalStateAt(approval, ctx.now);
  const values = { ...valuesOf(approval), name: approval.decidedBy ?? '—' };
  return {
    text: t.rich(`approval-closed-${state}`, values),
    buttons: [[ctx.button(t.text('button-home'), goHome)]],
  };
}

function valuesOf({ bot, version, workspace }: FoundApproval) {
  return { bot: bot.name, version, workspace: workspace.name };
}

function answers(approvalId: string, t: Translator, button: ButtonOf): Button[] {
  return [
    button(t.text('button-approve'), approvePublishing, { approval: approvalId }),
    button(t.text('button-refuse'), refusePublishing, { approval: approvalId }),
  ];
}
