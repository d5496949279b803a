import { BotRefused, type Messenger, type Outgoing, type WebhookAnswer } from '../../chat/messenger.ts';
import { ellipsize } from '../characters.ts';
import { createBot } from './bot.ts';
import { deliver } from './deliver.ts';
import { receiveWebhook } from './receive.ts';
import { render } from './render.ts';
import { fetchSelf, setWebhook } from './setup.ts';
import { createTransport } from './transport.ts';

/** Characters of a sender's name (creators.viber.com, send_message). */
const MAX_NAME = 28;
const TIMEOUT_MS = 15_000;

/** Settings of the Viber side. */
interface ViberOptions {
  readonly token: string;
  /** http or https, ending in `/pa`; any server that speaks the REST API. */
  readonly apiRoot: string;
  /** Who messages come from, at most 28 characters; undefined: as the account is called. */
  readonly name: string | undefined;
  /** The bot's URI in deep links; undefined: as the account says. */
  readonly uri: string | undefined;
  /** Where Viber can fetch attachments, without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly now: () => Date;
  /** How long an answer may take; 15 s when left out. */
  readonly timeoutMs?: number;
  /** Hears of messages that a phone did not show; never given a secret. */
  readonly warn?: (message: string) => void;
}

/** Viber as a `Messenger`. Throws if a setting cannot be used; the message names no secret. */
export function createViber(options: ViberOptions): Messenger {
  const { token, apiRoot, publicUrl, now, timeoutMs = TIMEOUT_MS, warn = () => undefined } = options;
  if (!/^[!-~]+$/.test(token)) throw new Error('viber: the token holds characters that no token has');
  const transport = createTransport(apiRoot, token, timeoutMs);
  let name = options.name ?? '';
  let uri = options.uri ?? '';
  let bot = createBot(token, name, transport);

  const welcome = ({ body }: Outgoing): WebhookAnswer => ({
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify({ sender: { name }, ...Object(body) }),
  });

  return {
    name: 'viber',
    toasts: false,
    // Viber fetches them itself.
    carriesFiles: publicUrl !== undefined,
    picksPeople: false,
    pointsBy: 'contact',
    provesPhone: false,
    async init(signal) {
      const self = await fetchSelf(transport, signal);
      name ||= ellipsize(self.name ?? 'Bot', MAX_NAME);
      uri ||= self.uri ?? '';
      if (uri === '') throw new BotRefused('the account tells no URI: set VIBER_URI');
      bot = createBot(token, name, transport);
    },
    deepLink(payload) {
      if (uri === '') throw new Error('viber: the bot does not know its URI before init');
      return `viber://pa?chatURI=${encodeURIComponent(uri)}&context=${payload}`;
    },
    receive: (request) => receiveWebhook(request, { authToken: token, now: now(), welcome, warn }),
    render: (reply) => render(reply, publicUrl),
    deliver: (outgoing, signal) => deliver(bot, outgoing, signal),
    // Viber has no menus of commands.
    registerMenus: async () => undefined,
    registerWebhook: (url, signal) => setWebhook(transport, url, signal),
    async poll() {
      throw new Error('viber: updates come by webhook only');
    },
  };
}
