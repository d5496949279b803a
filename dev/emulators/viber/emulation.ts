import type { CallLog } from '../call-log.ts';
import type { Changes } from '../changes.ts';
import type { EventQueue } from './event-queue.ts';
import type { Failures } from './failures.ts';
import type { WebhookTarget } from './types.ts';
import type { World } from './world.ts';

/** Figures that no source settles, or that a test wants smaller. */
export interface ViberLimits {
  /** Messages in an hour to a person who does not answer (creators.viber.com, send-message). */
  readonly unansweredAnHour: number;
  /** `get_user_details` in 12 hours for one person. */
  readonly detailsIn12Hours: number;
  /** What a name reads while `send_name` was not asked for. No source tells it. */
  readonly namePlaceholder: string;
}

/** All that one running emulator holds; the API methods and the control side work on it. */
export interface Emulation {
  readonly now: () => Date;
  readonly bot: { readonly token: string; readonly name: string; readonly uri: string };
  readonly limits: ViberLimits;
  /** Webhooks as the real API takes them: https only. */
  readonly publicWebhooksOnly: boolean;
  readonly newToken: () => string;
  readonly world: World;
  readonly events: EventQueue;
  readonly failures: Failures;
  readonly calls: CallLog;
  readonly changes: Changes;
  webhook: WebhookTarget | null;
}
