import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { commandMenus } from '../chat/menus.ts';
import type { MessengerName } from '../chat/update.ts';
import type { Language } from '../domain/state.ts';
import { isInMenu } from '../features/index.ts';
import { type TelegramMiddleware, telegramMiddleware } from '../messengers/telegram/plugin.ts';
import { hostWebhook } from '../messengers/vk/host-webhook.ts';
import { type VkMiddleware, vkMiddleware } from '../messengers/vk/plugin.ts';
import { type OnFailure, UpdateFailed } from './intake.ts';
import { type CastellanOptions, namesOf, prepareGuest, type Running } from './start-guest.ts';
import { failRequest, watchWebhook } from './webhook-scope.ts';

export type { Language } from '../domain/state.ts';
export type { TelegramHost, TelegramMiddleware } from '../messengers/telegram/plugin.ts';
export type { VkHost, VkMiddleware } from '../messengers/vk/plugin.ts';
export type { OnFailure } from './intake.ts';
export { UpdateFailed } from './intake.ts';
export type { CastellanOptions } from './start-guest.ts';

/** How a plug-in behaves. */
export interface PluginOptions {
  /** Default `hold`. */
  readonly onFailure?: OnFailure;
}

/** Castellan as a guest in a bot of yours. */
export interface Castellan {
  /**
   * Database, migrations, sender, jobs. Updates that come meanwhile wait for it. Rejects with what is wrong; a messenger
   * that does not answer is told in the log and tried again.
   */
  start(): Promise<void>;
  /** Finishes what is in progress and what it queues, and releases everything. Stop your bot first. */
  stop(): Promise<void>;
  /** Middleware for `bot.use` of grammY. */
  grammy(options?: PluginOptions): TelegramMiddleware;
  /** Middleware for `bot.use` of Telegraf. */
  telegraf(options?: PluginOptions): TelegramMiddleware;
  /** Middleware for `vk.updates.use` of vk-io. */
  vk(): VkMiddleware;
  /**
   * A request handler for VK's Callback server in place of vk-io's own: `host` gets what is yours, as in
   * `(event) => vk.updates.handleWebhookUpdate(event)`.
   */
  vkWebhook(
    server: { readonly secret: string; readonly confirmation: string },
    host: (event: never) => Promise<unknown>,
  ): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Wraps your webhook's request handler, so that an update of ours without effect is delivered again. */
  readonly webhook: typeof watchWebhook;
  /** Our commands for your menu, in the form `setMyCommands` takes. Throws before `start` has resolved. */
  menuCommands(
    language: Language,
    scope?: 'private' | 'group',
  ): { readonly command: string; readonly description: string }[];
  /** Where it listens; empty: nowhere. */
  readonly url: string;
}

/** Makes Castellan for a bot of yours. Throws on options that cannot be right; does nothing before `start`. */
export function createCastellan(options: CastellanOptions): Castellan {
  const log = options.log ?? pino({ level: 'warn' });
  let starting: Promise<Running> | null = null;
  let running: Running | null = null;
  let stopped = false;
  const start = prepareGuest(options, log);

  const take = async (messenger: MessengerName, update: object, onFailure: OnFailure): Promise<boolean> => {
    if (!starting) throw new Error('castellan: call start() before updates come');
    if (stopped) {
      if (failRequest()) return true;
      throw new UpdateFailed('castellan is stopped');
    }
    // If it could not start, the host was told by start(), and its bot goes on alone.
    const now = running ?? (await starting.catch(() => null));
    return now?.intakes.get(messenger)?.take(update, onFailure) ?? false;
  };
  const telegram = ({ onFailure = 'hold' }: PluginOptions = {}): TelegramMiddleware =>
    telegramMiddleware((update) => take('telegram', update, onFailure));

  return {
    async start() {
      starting ??= start();
      running = await starting;
    },
    async stop() {
      stopped = true;
      await (await starting?.catch(() => null))?.stop();
    },
    grammy: telegram,
    telegraf: telegram,
    vk: () => vkMiddleware(groupIdOf(options), (event) => take('vk', event, 'hold')),
    vkWebhook: ({ secret, confirmation }, host) =>
      hostWebhook(
        { groupId: groupIdOf(options), secret: Buffer.from(secret), confirmation },
        {
          take: (event) => take('vk', event, 'throw'),
          host,
          hostFailed: (error) => log.error({ err: error }, 'a handler of the host failed'),
        },
      ),
    webhook: watchWebhook,
    menuCommands(language, scope = 'private') {
      if (!running) throw new Error('castellan: the menu is known after start()');
      const { registry, translators } = running.app.guest;
      const menu = commandMenus(registry.commands, translators, isInMenu).find(
        (one) => one.language === language && one.scope === scope,
      );
      const { outward } = namesOf(options);
      return (menu?.commands ?? []).map(({ name, description }) => ({ command: outward(name), description }));
    },
    get url() {
      return running?.app.url ?? '';
    },
  };
}

function groupIdOf({ vk }: CastellanOptions): number {
  if (!vk) throw new Error('castellan: name the community in the option vk');
  return vk.groupId;
}
