import { type Act, decided, type Outcome, type Plan } from '../../../chat/act.ts';
import { isLinkCode } from '../../../chat/codes.ts';
import type { Command } from '../../../chat/command.ts';
import { invitationTokenIn, recoveryTokenIn } from '../../../chat/invitation-token.ts';
import { commandButton, commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { Fallbacks } from '../../../chat/router.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { home } from './home.ts';

/** What the feature of invitations does when the chat is entered through one of its doors. */
export interface InvitationDoors {
  /** The bot was opened by an invitation's link; `token` is what stood in it. */
  openInvitation(act: Act, token: string): Plan;
  /** The bot was opened by a recovery link. */
  openRecovery(act: Act, token: string): Plan;
  /** The person shared their own number. */
  contactShared(
    act: Act,
    contact: Extract<Parameters<Fallbacks['personShown']>[1], { kind: 'contact' }>,
  ): Plan;
  /** A code of `/link` was typed. */
  enterCode(act: Act, code: string): Plan;
  /** A person was shown outside of any dialogue: offers to invite them. */
  offerToInvite(act: Act, answer: Parameters<Fallbacks['personShown']>[1]): Plan;
}

/** What the chat does where no command, button or wizard takes an update. */
export function createFallbacks(registry: Registry, doors: InvitationDoors): Fallbacks {
  return {
    start(act, payload) {
      if (payload === null) return home(act, registry);
      const recovery = recoveryTokenIn(payload);
      if (recovery !== null) return doors.openRecovery(act, recovery);
      const token = invitationTokenIn(payload);
      return token === null
        ? decided(() => say(act, registry, 'unknown-start'))
        : doors.openInvitation(act, token);
    },
    unknownCommand: (act, name, near) =>
      decided(() =>
        near
          ? suggest(act, 'unknown-command-near', name, near)
          : say(act, registry, 'unknown-command', { name }),
      ),
    unknownText: (act, near) => {
      const { event, chat } = act.update;
      if (event.kind === 'message' && chat.kind === 'private' && isLinkCode(event.text))
        return doors.enterCode(act, event.text);
      return decided(() => {
        if (near) return suggest(act, 'unknown-text-near', '', near);
        return act.update.chat.kind === 'group'
          ? { screen: { text: act.t.rich('unknown-text-group'), buttons: [] } }
          : say(act, registry, 'unknown-text');
      });
    },
    personShown(act, answer) {
      if (answer.kind === 'contact' && answer.own && act.update.chat.kind === 'private')
        return doors.contactShared(act, answer);
      if (answer.kind === 'message' && answer.forwardOf === 'hidden')
        return decided(() => say(act, registry, 'shown-hidden', { by: act.pointsBy }));
      if (!act.workspace) return decided(() => say(act, registry, 'shown-without-workspace'));
      return doors.offerToInvite(act, answer);
    },
    anonymous: (act) => decided(() => ({ screen: { text: act.t.rich('anonymous-admin'), buttons: [] } })),
    housekeeping: (act) => decided(() => housekeeping(act)),
  };
}

/** Asks whether another command was meant. */
function suggest(act: Act, key: string, name: string, near: Command): Outcome {
  const go = act.primary(`/${near.name}`, 'hc', near.name);
  return {
    screen: {
      text: act.t.rich(key, { name, near: near.name }),
      buttons: [[go, act.button(act.t.text('button-home'), 'hm')]],
    },
  };
}

/** A sentence and a short way onward. */
function say(act: Act, registry: Registry, key: string, values: Record<string, string> = {}): Outcome {
  const buttons = commandButtons(act, registry, act.workspace ? ['help'] : ['new', 'help']);
  return {
    screen: {
      text: act.t.rich(key, values),
      buttons: inPairs([act.button(act.t.text('button-home'), 'hm'), ...buttons]),
    },
  };
}

/** Notes where the bot is and whom it can write to. In a group it says hello once, when it comes. */
function housekeeping(act: Act): Outcome {
  const { messenger, chat, sender, event } = act.update;
  switch (event.kind) {
    case 'reachability':
      return {
        changes: [
          {
            kind: 'account.reachability',
            messenger,
            accountId: sender.accountId,
            reachable: event.reachable,
          },
        ],
      };
    case 'group':
      if (event.change === 'left') return { changes: [{ kind: 'group.left', messenger, chatId: chat.id }] };
      return {
        changes: [{ kind: 'group.bound', messenger, chatId: chat.id, title: event.title, workspaceId: null }],
        screen: { text: act.t.rich('group-hello'), buttons: [[commandButton(act, 'bind')]] },
      };
    case 'moved':
      return { changes: [{ kind: 'group.moved', messenger, chatId: chat.id, toChatId: event.toChatId }] };
    default:
      throw new Refusal('bad_request');
  }
}
