import { runNamed } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Answer, Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { showInvitation } from '../../invitations/chat/actions.ts';
import type * as actions from './actions.ts';

/** `/phone`: the messenger's own button hands the number over. A typed one proves nothing. */
export const phoneCommand: Command = {
  name: 'phone',
  where: 'private',
  needs: null,
  run: (ctx) => decided(() => ask(ctx)),
};

/** Forgetting a phone number, by buttons. */
export const phoneHandlers = {
  /** "Remove the number". */
  removePhone: (ctx) =>
    decided(() => ({
      changes: [{ kind: 'phone.removed', personId: ctx.person.id }],
      screen: { text: ctx.t.rich('phone-removed'), buttons: [[profileButton(ctx)]] },
    })),
} satisfies Partial<Handlers<typeof actions>>;

export const phoneWizard: WizardKind = {
  name: 'phone',
  answer: (ctx, _data, answer) =>
    answer.kind === 'contact' ? contactShared(ctx, answer) : decided(() => ask(ctx)),
};

/** A contact was shared: one's own is kept, and invitations that wait for the number are shown. */
export function contactShared(ctx: Context, contact: Extract<Answer, { kind: 'contact' }>): Plan {
  return planning(() => {
    if (!contact.own) throw new Refusal('contact_not_own');
    if (ctx.update.chat.kind !== 'private') throw new Refusal('private_only');
    const phone = `+${contact.phone.replace(/\D/g, '')}`;
    if (!/^\+\d{7,15}$/.test(phone)) throw new Refusal('bad_request');
    const { messenger, sender } = ctx.update;
    return asks(
      {
        kind: 'workspaces.welcome',
        personId: ctx.person.id,
        messenger,
        accountId: sender.accountId,
        username: sender.username,
        phone,
        now: ctx.now,
      },
      ({ invitations }): Outcome => {
        const { t } = ctx;
        return {
          changes: [{ kind: 'phone.confirmed', personId: ctx.person.id, phone }],
          screen: {
            text: t.rich('phone-confirmed', { phone, count: invitations.length }),
            buttons: [
              ...invitations.map(({ invitationId, workspace }) => [
                ctx.button(t.text('button-open-invitation', { workspace: workspace.name }), showInvitation, {
                  invitation: invitationId,
                }),
              ]),
              [profileButton(ctx)],
            ],
            closeAsk: true,
          },
          wizard: null,
        };
      },
    );
  });
}

function ask(ctx: Context): Outcome {
  if (!ctx.provesPhone) {
    return {
      screen: {
        text: ctx.t.rich('phone-elsewhere'),
        buttons: [[commandButton(ctx, 'link'), profileButton(ctx)]],
      },
      wizard: null,
    };
  }
  const screen: Screen = {
    text: ctx.t.rich('phone-ask'),
    buttons: [],
    ask: { kind: 'contact', label: ctx.t.text('button-share-phone') },
  };
  return { screen, wizard: { name: 'phone', data: { asked: true } } };
}

function profileButton(ctx: Context) {
  return ctx.button(ctx.t.text('button-profile'), runNamed, { command: 'me' });
}
