import { goHome, runNamed } from '../../../chat/actions/core-actions.ts';
import type { CommandInfo } from '../../../chat/command-info.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton, commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { decided, type Outcome, type Plan } from '../../../chat/plan.ts';
import type { Fallbacks, Housekeeping } from '../../../chat/router.ts';
import { isLinkCode } from '../../../chat/secrets/codes.ts';
import { hasTokenForm, invitationTokenIn, recoveryTokenIn } from '../../../chat/secrets/invitation-token.ts';
import { home, orWhatWaits } from './home.ts';

/** What the feature of invitations does when the chat is entered through one of its doors. */
export interface InvitationDoors {
  /** The bot was opened by an invitation's link; `token` is what stood in it. */
  openInvitation(ctx: Context, token: string): Plan;
  /** The bot was opened by a recovery link. */
  openRecovery(ctx: Context, token: string): Plan;
  /** The person shared their own number. */
  contactShared(
    ctx: Context,
    contact: Extract<Parameters<Fallbacks['personShown']>[1], { kind: 'contact' }>,
  ): Plan;
  /** A code of `/link` was typed. */
  enterCode(ctx: Context, code: string): Plan;
  /** A person was shown outside of any dialogue: offers to invite them. */
  offerToInvite(ctx: Context, answer: Parameters<Fallbacks['personShown']>[1]): Plan;
}

/** What the chat does where no command, button or wizard takes an update. */
export function createFallbacks(doors: InvitationDoors): Fallbacks {
  return {
    start(ctx, payload) {
      if (payload === null) return home(ctx);
      const recovery = recoveryTokenIn(payload);
      if (recovery !== null) return doors.openRecovery(ctx, recovery);
      const token = invitationTokenIn(payload);
      if (token !== null) return doors.openInvitation(ctx, token);
      // A parameter of our form is a link that lost a part; any other is a site's own, such as `spring-sale`.
      return hasTokenForm(payload) ? decided(() => say(ctx, 'unknown-start')) : home(ctx);
    },
    unknownCommand: (ctx, name, near) =>
      decided(() =>
        near ? suggest(ctx, 'unknown-command-near', name, near) : say(ctx, 'unknown-command', { name }),
      ),
    unknownText: (ctx, near) => {
      const { event, chat } = ctx.update;
      if (event.kind === 'message' && chat.kind === 'private' && isLinkCode(event.text))
        return doors.enterCode(ctx, event.text);
      if (chat.kind === 'group')
        return decided(() =>
          near
            ? suggest(ctx, 'unknown-text-near', '', near)
            : { screen: { text: ctx.t.rich('unknown-text-group'), buttons: [] } },
        );
      const unknown = (): Outcome =>
        near ? suggest(ctx, 'unknown-text-near', '', near) : say(ctx, 'unknown-text');
      return ctx.open?.question ? decided(unknown) : orWhatWaits(ctx, unknown);
    },
    personShown(ctx, answer) {
      if (answer.kind === 'contact' && answer.own && ctx.update.chat.kind === 'private')
        return doors.contactShared(ctx, answer);
      if (answer.kind === 'message' && answer.forwardOf === 'hidden')
        return decided(() => say(ctx, 'shown-hidden', { by: ctx.pointsBy }));
      if (!ctx.workspace) return decided(() => say(ctx, 'shown-without-workspace'));
      return doors.offerToInvite(ctx, answer);
    },
    anonymous: (ctx) => decided(() => ({ screen: { text: ctx.t.rich('anonymous-admin'), buttons: [] } })),
    housekeeping: (ctx, event) => decided(() => housekeeping(ctx, event)),
  };
}

/** Asks whether another command was meant. */
function suggest(ctx: Context, key: string, name: string, near: CommandInfo): Outcome {
  const go = ctx.primary(`/${near.name}`, runNamed, { command: near.name });
  return {
    screen: {
      text: ctx.t.rich(key, { name, near: near.name }),
      buttons: [[go, ctx.button(ctx.t.text('button-home'), goHome)]],
    },
  };
}

/** A sentence and a short way onward. */
function say(ctx: Context, key: string, values: Record<string, string> = {}): Outcome {
  const buttons = commandButtons(ctx, ctx.workspace ? ['help'] : ['new', 'help']);
  return {
    screen: {
      text: ctx.t.rich(key, values),
      buttons: inPairs([ctx.button(ctx.t.text('button-home'), goHome), ...buttons]),
    },
  };
}

/** Notes where the bot is and who it can write to. In a group it says hello once, when it comes. */
function housekeeping(ctx: Context, event: Housekeeping): Outcome {
  const { messenger, chat, sender } = ctx.update;
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
        screen: { text: ctx.t.rich('group-hello'), buttons: [[commandButton(ctx, 'bind')]] },
      };
    case 'moved':
      return { changes: [{ kind: 'group.moved', messenger, chatId: chat.id, toChatId: event.toChatId }] };
  }
}
