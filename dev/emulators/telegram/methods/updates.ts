import type { Emulation } from '../emulation.ts';
import { badRequest, conflict } from '../errors.ts';
import type { Params } from '../params.ts';
import type { Method, Outcome } from './outcome.ts';

// Client.cpp, process_get_updates_query: 1-100 updates, at most 50 seconds.
const MAX_UPDATES = 100;
const MAX_POLL_SECONDS = 50;
// Bot API, setWebhook: 1-100 connections, 40 unless asked.
const DEFAULT_CONNECTIONS = 40;
const MAX_CONNECTIONS = 100;
const MAX_SECRET = 256;
const PUBLIC_PORTS: ReadonlySet<string> = new Set(['', '443', '80', '88', '8443']);

export const getUpdates: Method = async (emulation, { params, onHangUp }) => {
  if (emulation.webhook !== undefined) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  readAllowedUpdates(emulation, params);
  const limit = params.integer('limit') ?? MAX_UPDATES;
  const result = await emulation.longPoll.poll({
    offset: params.integer('offset') ?? 0,
    limit: limit < 1 || limit > MAX_UPDATES ? MAX_UPDATES : limit,
    timeoutSeconds: Math.min(Math.max(params.integer('timeout') ?? 0, 0), MAX_POLL_SECONDS),
    onWaiting: onHangUp,
  });
  return { result };
};

export const setWebhook: Method = async (emulation, { params }) => {
  const url = params.text('url').trim();
  if (url === '') return removeWebhook(emulation, params);
  checkUrl(emulation, url);
  const secretToken = readSecret(params);
  const connections = params.integer('max_connections') ?? DEFAULT_CONNECTIONS;
  readAllowedUpdates(emulation, params);
  if (params.flag('drop_pending_updates')) emulation.stream.dropAll();
  const maxConnections = Math.min(Math.max(connections, 1), MAX_CONNECTIONS);
  const target = { url, secretToken, maxConnections, timeoutMs: emulation.webhookTimeoutMs };
  const former = emulation.webhook?.target;
  if (former !== undefined && JSON.stringify(former) === JSON.stringify(target)) {
    return { result: true, description: 'Webhook is already set' };
  }
  emulation.longPoll.interrupt('terminated by setWebhook request');
  await closeWebhook(emulation);
  emulation.webhook = emulation.openWebhook(target);
  return { result: true, description: 'Webhook was set' };
};

export const deleteWebhook: Method = (emulation, { params }) => removeWebhook(emulation, params);

export const getWebhookInfo: Method = ({ webhook, stream }) => ({
  result: {
    url: webhook?.target.url ?? '',
    has_custom_certificate: false,
    pending_update_count: stream.size,
    ...(webhook?.lastError !== undefined && {
      last_error_date: webhook.lastError.at,
      last_error_message: webhook.lastError.message,
    }),
    ...(webhook !== undefined && { max_connections: webhook.target.maxConnections }),
    ...(stream.allowed !== undefined && { allowed_updates: stream.allowed }),
  },
});

async function removeWebhook(emulation: Emulation, params: Params): Promise<Outcome> {
  if (params.flag('drop_pending_updates')) emulation.stream.dropAll();
  if (emulation.webhook === undefined) return { result: true, description: 'Webhook is already deleted' };
  await closeWebhook(emulation);
  return { result: true, description: 'Webhook was deleted' };
}

/** Stops delivery; what was not delivered stays pending. */
export async function closeWebhook(emulation: Emulation): Promise<void> {
  const { webhook } = emulation;
  emulation.webhook = undefined;
  await webhook?.close();
}

// The real server refuses more than one setWebhook a second; the limit is left to injected failures.
function checkUrl(emulation: Emulation, url: string): void {
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified');
  const { protocol, port } = new URL(url);
  if (protocol !== 'https:' && (emulation.publicWebhooksOnly || protocol !== 'http:')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (emulation.publicWebhooksOnly && !PUBLIC_PORTS.has(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

function readSecret(params: Params): string | undefined {
  const secret = params.text('secret_token');
  if (secret === '') return undefined;
  if (secret.length > MAX_SECRET) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]+$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  return secret;
}

/** Omitted keeps the former list. What is no list of names is ignored, as the server does. */
function readAllowedUpdates(emulation: Emulation, params: Params): void {
  const given = params.json('allowed_updates', 'allowed updates');
  if (!Array.isArray(given)) return;
  emulation.stream.allow(given.filter((name): name is string => typeof name === 'string'));
}
