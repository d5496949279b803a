import { z } from 'zod';
import { STATUS, ViberApiError } from '../statuses.ts';
import { jsonWithToken } from '../tokens.ts';
import { EVENT_TYPES } from '../types.ts';
import type { Method } from './method.ts';

const asked = z.object({
  url: z.string(),
  event_types: z.array(z.enum(EVENT_TYPES)).optional(),
  send_name: z.boolean().default(false),
  send_photo: z.boolean().default(false),
});

/** `set_webhook`: calls the address first and wants 200 of it; an empty address removes the webhook. */
export const setWebhook: Method = async (emulation, body) => {
  if (body['url'] === undefined) throw new ViberApiError(STATUS.missingData, 'missing url');
  const parsed = asked.safeParse(body);
  if (!parsed.success) throw new ViberApiError(STATUS.badData, 'badData');
  const { url, event_types, send_name } = parsed.data;
  if (url === '') {
    emulation.webhook = null;
    return { fields: {} };
  }
  const schemes = emulation.publicWebhooksOnly ? ['https:'] : ['https:', 'http:'];
  if (!URL.canParse(url) || !schemes.includes(new URL(url).protocol))
    throw new ViberApiError(STATUS.invalidUrl, 'invalidUrl');
  const timestamp = emulation.now().getTime();
  const check = jsonWithToken(emulation.newToken(), { event: 'webhook', timestamp });
  const { status } = await emulation.events.post(check, url);
  if (status !== 200)
    throw new ViberApiError(STATUS.invalidUrl, `Result from webhook with error: ${status || 'no answer'}`);
  emulation.webhook = { url, eventTypes: event_types ?? null, sendName: send_name };
  emulation.changes.happened();
  return { fields: { event_types: event_types ?? [...EVENT_TYPES] } };
};
