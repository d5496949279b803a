import { z } from 'zod';
import type { Emulation } from '../emulation.ts';
import { badParameter } from '../errors.ts';
import type { Params } from '../params.ts';

const MAX_DATA = 1000;
const MAX_SNACKBAR = 90;

const Shown = z.discriminatedUnion('type', [
  z.object({ type: z.literal('show_snackbar'), text: z.string().min(1).max(MAX_SNACKBAR) }),
  z.object({ type: z.literal('open_link'), link: z.url() }),
]);

/** messages.sendMessageEventAnswer: once, and within about a minute of the press. */
export function answerPress({ presses }: Emulation, params: Params): unknown {
  const data = params.text('event_data');
  const eventId = params.text('event_id');
  if (!eventId) throw badParameter('event_id is undefined');
  if (data !== undefined && data.length > MAX_DATA) throw badParameter('event_data is too long');
  const shown = data === undefined || data === '' ? undefined : Shown.safeParse(JSON.parse(data));
  if (shown?.success === false) throw badParameter('event_data is invalid');
  presses.answer(eventId, params.required('user_id'), params.required('peer_id'), shown?.data ?? {});
  return 1;
}
