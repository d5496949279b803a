import type { Messenger } from '../../chat/messenger.ts';
import { createApi } from './api.ts';
import { deliver } from './deliver.ts';
import type { Self } from './own-name.ts';
import { parseUpdate } from './parse.ts';
import { POLL_SECONDS, poll } from './polling.ts';
import { receiveWebhook } from './receive.ts';
import { render } from './render.ts';
import { fetchSelf, setMenus, setWebhook } from './setup.ts';
import { createTransport } from './transport.ts';

const TIMEOUT_SECONDS = 15;

/** Settings of the Telegram side. */
interface TelegramOptions {
  readonly token: string;
  /** http or https, without `/bot<token>`; any server that speaks the Bot API. */
  readonly apiRoot: string;
  /** 1–256 of `A-Za-z0-9_-` (setWebhook); null where updates are only pulled. */
  readonly webhookSecret: string | null;
  /** Accept webhook requests without a secret while `webhookSecret` is null. Otherwise all are refused. */
  readonly allowInsecure?: boolean;
  /** Hears of failures that are being retried; never given a secret. */
  readonly warn?: (message: string) => void;
}

/** Telegram as a `Messenger`. Throws if a setting cannot be used; the message names no secret. */
export function createTelegram(options: TelegramOptions): Messenger {
  const { token, webhookSecret, allowInsecure = false, warn = () => undefined } = options;
  if (!/^[\w:.-]+$/.test(token))
    throw new Error('telegram: the bot token holds characters that no token has');
  if (webhookSecret !== null && !/^[\w-]{1,256}$/.test(webhookSecret)) {
    throw new Error('telegram: the webhook secret must be 1 to 256 of A-Z a-z 0-9 _ -');
  }
  const secret = webhookSecret === null ? null : Buffer.from(webhookSecret);
  const transport = createTransport(options.apiRoot, token);
  const api = createApi(transport, token, TIMEOUT_SECONDS);
  // Until init has told, no name is ours.
  let self: Self = { id: 0, username: '' };

  return {
    name: 'telegram',
    toasts: true,
    carriesFiles: true,
    picksPeople: true,
    pointsBy: 'any',
    provesPhone: true,
    async init(signal) {
      self = await fetchSelf(api, signal);
    },
    deepLink(payload) {
      if (self.username === '') throw new Error('telegram: the bot does not know its name before init');
      return `https://t.me/${self.username}?start=${payload}`;
    },
    receive(request) {
      if (secret === null && !allowInsecure) return { kind: 'refused', status: 401 };
      return receiveWebhook(request, secret, self);
    },
    parse(raw) {
      const update = parseUpdate(raw, self);
      return update && { draft: update, complete: async () => update };
    },
    render,
    deliver: (outgoing, signal, upload) => deliver(transport, outgoing, signal, upload),
    registerMenus: (menus, signal) => setMenus(api, menus, signal),
    registerWebhook: (url, signal) => setWebhook(api, url, webhookSecret, signal),
    poll(handle, signal, _place, report) {
      const patient = createApi(transport, token, POLL_SECONDS + TIMEOUT_SECONDS);
      return poll({ api: patient, self, handle, signal, warn, report });
    },
  };
}
