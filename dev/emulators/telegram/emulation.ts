import type { CallLog } from '../call-log.ts';
import type { Changes } from '../changes.ts';
import type { CallbackQueries } from './callback-queries.ts';
import type { CommandLists } from './command-lists.ts';
import type { Failures } from './failures.ts';
import type { FileShelf } from './file-shelf.ts';
import type { LongPoll } from './long-poll.ts';
import type { User } from './types.ts';
import type { UpdateStream } from './update-stream.ts';
import type { WebhookDelivery } from './webhook.ts';
import type { WebhookTarget } from './webhook-post.ts';
import type { World } from './world.ts';

/** All that one running emulator holds; the API methods and the control side work on it. */
export interface Emulation {
  readonly now: () => Date;
  readonly bot: User;
  readonly token: string;
  /** Off: the bot sees every message of its groups. */
  privacyMode: boolean;
  /** Webhooks as api.telegram.org takes them: https on four ports only. */
  readonly publicWebhooksOnly: boolean;
  readonly webhookTimeoutMs: number;
  readonly world: World;
  readonly stream: UpdateStream;
  readonly longPoll: LongPoll;
  readonly callbacks: CallbackQueries;
  readonly failures: Failures;
  readonly files: FileShelf;
  readonly commands: CommandLists;
  readonly calls: CallLog;
  readonly changes: Changes;
  webhook: WebhookDelivery | undefined;
  readonly openWebhook: (target: WebhookTarget) => WebhookDelivery;
}

/** Unix seconds, the unit of every date in the API. */
export function seconds(emulation: Emulation): number {
  return Math.floor(emulation.now().getTime() / 1000);
}
