import type { ButtonSigner } from '../chat/actions/button-signer.ts';
import type { Translators } from '../chat/i18n.ts';
import type { Messenger } from '../chat/messenger.ts';
import type { Plan } from '../chat/plan.ts';
import type { Registry } from '../chat/registry.ts';
import type { Fallbacks } from '../chat/router.ts';
import type { Codes } from '../chat/secrets/codes.ts';
import type { MessengerName } from '../chat/update.ts';
import type { CommandNames } from './command-names.ts';

/** What of a process the plug-ins need. */
export interface GuestParts {
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  /** Whether a messenger has told who its bot is; its updates can be handled from then on. */
  readonly isReady: (name: MessengerName) => boolean;
  readonly now: () => Date;
  readonly registry: Registry;
  readonly buttons: ButtonSigner;
  readonly codes: Codes;
  readonly translators: Translators;
}

/** A messenger whose screens call the commands as the host's people must type them. */
export function namingCommands(messenger: Messenger, names: CommandNames): Messenger {
  return { ...messenger, render: (reply) => messenger.render(names.write(reply)) };
}

/** In a bot of another's we note where it is, and leave the greeting to the host. */
export function quietGuest(fallbacks: Fallbacks, hosted: ReadonlySet<MessengerName>): Fallbacks {
  const silent = (plan: Plan): Plan => {
    if (plan.kind !== 'decided') return plan;
    return {
      kind: 'decided',
      outcome() {
        const { screen: _, ...outcome } = plan.outcome();
        return outcome;
      },
    };
  };
  return {
    ...fallbacks,
    housekeeping(ctx, event) {
      const plan = fallbacks.housekeeping(ctx, event);
      return hosted.has(ctx.update.messenger) ? silent(plan) : plan;
    },
  };
}
