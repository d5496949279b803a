/**
 * The bot that is ours, too: a `Bot` of grammY, a `Telegraf`, or just what they know. Described by what is read of
 * them, so that neither library has to be installed.
 */
export type TelegramHost =
  | { readonly token: string; readonly apiRoot?: string }
  | {
      readonly token: string;
      readonly api: {
        readonly options?: { readonly apiRoot?: string; readonly environment?: string } | undefined;
      };
    }
  | {
      readonly telegram: {
        readonly token: string;
        readonly options: { readonly apiRoot: string; readonly apiMode?: string; readonly testEnv?: boolean };
      };
    };

/** The middleware of both libraries: a context with the update as Telegram sent it, and the way on. */
export type TelegramMiddleware = (
  context: { readonly update: object },
  next: () => Promise<unknown>,
) => Promise<void>;

const OFFICIAL_ROOT = 'https://api.telegram.org';

/** Token and API root of a host's bot. Throws where its client calls another environment than the Bot API's usual. */
export function telegramOf(host: TelegramHost): { readonly token: string; readonly apiRoot: string } {
  const client =
    'telegram' in host
      ? { token: host.telegram.token, ...host.telegram.options }
      : { token: host.token, ...('api' in host ? host.api.options : { apiRoot: host.apiRoot }) };
  const { token, apiRoot = OFFICIAL_ROOT } = client;
  const unusual =
    ('environment' in client && client.environment === 'test') ||
    ('testEnv' in client && client.testEnv === true) ||
    ('apiMode' in client && client.apiMode === 'user');
  if (unusual) throw new Error("castellan: Telegram's test environment and user mode are not supported");
  return { token, apiRoot: apiRoot.replace(/\/+$/, '') };
}

/**
 * Middleware that takes what is ours and passes everything else on.
 *
 * @param take true when the update was ours
 */
export function telegramMiddleware(take: (update: object) => Promise<boolean>): TelegramMiddleware {
  return async (context, next) => {
    if (!(await take(context.update))) await next();
  };
}
