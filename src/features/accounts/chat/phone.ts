import { type Act, asks, decided, type Outcome, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Answer, Command, WizardKind } from '../../../chat/command.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';

/** `/phone`: the messenger's own button hands the number over. A typed one proves nothing. */
export const phoneCommand: Command = {
  name: 'phone',
  where: 'private',
  needs: null,
  run: (act) => decided(() => ask(act)),
};

/** "Remove the number". */
export const removePhone: Action = {
  verb: 'up',
  run: (act) =>
    decided(() => ({
      changes: [{ kind: 'phone.removed', personId: act.person.id }],
      screen: { text: act.t.rich('phone-removed'), buttons: [[profileButton(act)]] },
    })),
};

export const phoneWizard: WizardKind = {
  name: 'phone',
  answer: (act, _data, answer) =>
    answer.kind === 'contact' ? contactShared(act, answer) : decided(() => ask(act)),
};

/** A contact was shared: one's own is kept, and invitations that wait for the number are shown. */
export function contactShared(act: Act, contact: Extract<Answer, { kind: 'contact' }>): Plan {
  return planning(() => {
    if (!contact.own) throw new Refusal('contact_not_own');
    if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
    const phone = `+${contact.phone.replace(/\D/g, '')}`;
    if (!/^\+\d{7,15}$/.test(phone)) throw new Refusal('bad_request');
    const { messenger, sender } = act.update;
    return asks(
      {
        kind: 'workspaces.welcome',
        personId: act.person.id,
        messenger,
        accountId: sender.accountId,
        username: sender.username,
        phone,
        now: act.now,
      },
      ({ invitations }): Outcome => {
        const { t } = act;
        return {
          changes: [{ kind: 'phone.confirmed', personId: act.person.id, phone }],
          screen: {
            text: t.rich('phone-confirmed', { phone, count: invitations.length }),
            buttons: [
              ...invitations.map(({ invitationId, workspace }) => [
                act.button(
                  t.text('button-open-invitation', { workspace: workspace.name }),
                  'ib',
                  invitationId,
                ),
              ]),
              [profileButton(act)],
            ],
            closeAsk: true,
          },
          wizard: null,
        };
      },
    );
  });
}

function ask(act: Act): Outcome {
  if (!act.provesPhone) {
    return {
      screen: {
        text: act.t.rich('phone-elsewhere'),
        buttons: [[commandButton(act, 'link'), profileButton(act)]],
      },
      wizard: null,
    };
  }
  const screen: Screen = {
    text: act.t.rich('phone-ask'),
    buttons: [],
    ask: { kind: 'contact', label: act.t.text('button-share-phone') },
  };
  return { screen, wizard: { name: 'phone', data: { asked: true } } };
}

function profileButton(act: Act) {
  return act.button(act.t.text('button-profile'), 'hc', 'me');
}
