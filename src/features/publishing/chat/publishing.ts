import type { Act } from '../../../chat/act.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
import type { ButtonOf } from '../../notice-screens.ts';
import { thingButton } from '../../resources/chat/thing-button.ts';
import type { FoundApproval } from '../../resources/queries.ts';
import { approvalStateAt } from '../decide-approval.ts';
import type { Published } from '../publish.ts';

/** Publishes the version that stands there now: pressed twice, it publishes once. */
export function publishButton(act: Act, { id, versions }: Thing, label: string): Button {
  return act.button(label, 'pv', id, String(versions?.staging ?? 1));
}

/** Asks which bot to publish. */
export function botQuestion(act: Act, bots: readonly Thing[]): Screen {
  const { t } = act;
  return {
    text: t.rich(bots.length === 0 ? 'publish-no-bot' : 'publish-which'),
    buttons: [
      ...bots.map((bot) => [publishButton(act, bot, t.text('thing-button-bot', { name: bot.name }))]),
      bots.length === 0
        ? [commandButton(act, 'bots'), act.button(t.text('button-home'), 'hm')]
        : [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

/** What became of wanting to publish; who may approve decides at once. */
export function publishedScreen(act: Act, bot: Thing, result: Published): Screen {
  const { t } = act;
  const { version } = result;
  if (result.kind === 'published')
    return { text: t.rich('publish-done', { bot: bot.name, version }), buttons: [[thingButton(act, bot)]] };
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
      ...(result.mayApprove ? [answers(result.approvalId, t, act.button)] : []),
      [thingButton(act, bot)],
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
export function approvalDecided(act: Act, approval: FoundApproval, approve: boolean): Screen {
  const { t } = act;
  return {
    text: t.rich(approve ? 'approval-approved' : 'approval-refused', valuesOf(approval)),
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}

/** What a card turns into when it was decided before, by whoever, or its time is over. */
export function approvalClosed(act: Act, approval: FoundApproval): Screen {
  const { t } = act;
  const state = approvalStateAt(approval, act.now);
  const values = { ...valuesOf(approval), name: approval.decidedBy ?? '—' };
  return {
    text: t.rich(`approval-closed-${state}`, values),
    buttons: [[act.button(t.text('button-home'), 'hm')]],
  };
}

function valuesOf({ bot, version, workspace }: FoundApproval) {
  return { bot: bot.name, version, workspace: workspace.name };
}

function answers(approvalId: string, t: Translator, button: ButtonOf): Button[] {
  return [
    button(t.text('button-approve'), 'va', approvalId),
    button(t.text('button-refuse'), 'vr', approvalId),
  ];
}
