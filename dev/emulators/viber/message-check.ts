import { z } from 'zod';
import { checkButtons } from './button-check.ts';
import { STATUS, ViberApiError } from './statuses.ts';
import type { ViberButton } from './types.ts';

const MAX_NAME = 28;
const MAX_TRACKING_DATA = 4000;

const common = z.looseObject({
  sender: z.looseObject({ name: z.string().min(1).max(MAX_NAME) }),
  min_api_version: z.int().min(1).optional(),
  tracking_data: z.string().max(MAX_TRACKING_DATA).optional(),
  type: z.string().optional(),
});

const media = z.url();
const kinds: Readonly<Record<string, z.ZodType>> = {
  text: z.looseObject({ text: z.string().min(1).max(7000) }),
  picture: z.looseObject({
    text: z.string().max(768),
    media: media.regex(/\.(jpe?g|png|gif)$/i),
    thumbnail: media.nullish(),
  }),
  file: z.looseObject({
    media,
    size: z
      .int()
      .positive()
      .max(50 * 1024 * 1024),
    file_name: z.string().min(1).max(256),
  }),
  video: z.looseObject({
    media: media.regex(/\.mp4$/i),
    size: z
      .int()
      .positive()
      .max(26 * 1024 * 1024),
  }),
  contact: z.looseObject({
    contact: z.looseObject({ name: z.string().max(28), phone_number: z.string().regex(/^\+?\d{1,18}$/) }),
  }),
  location: z.looseObject({ location: z.looseObject({ lat: z.number(), lon: z.number() }) }),
  url: z.looseObject({ media: media.max(2000) }),
  sticker: z.looseObject({ sticker_id: z.int() }),
  rich_media: z.looseObject({ rich_media: z.looseObject({}) }),
};

/** A message that the server takes. */
export interface CheckedMessage {
  /** Null for a keyboard alone. */
  readonly type: string | null;
  readonly text: string;
  readonly media: string | null;
  readonly rich: readonly ViberButton[];
  readonly keyboard: readonly ViberButton[] | null;
  readonly minApiVersion: number;
  readonly trackingData: string;
  /** What the phone will say against it, in a `failed` event. */
  readonly complaint: string | null;
}

/** Checks a message as send_message and the answer to conversation_started do. Throws `ViberApiError`. */
export function checkMessage(body: Readonly<Record<string, unknown>>): CheckedMessage {
  const shared = common.safeParse(body);
  if (!shared.success) throw refusal(body, shared.error);
  const { type = null, min_api_version = 1, tracking_data = '' } = shared.data;
  const hasKeyboard = body['keyboard'] !== undefined && body['keyboard'] !== null;
  if (type === null && !hasKeyboard) throw new ViberApiError(STATUS.missingData, 'missing type');
  const kind = type === null ? null : kinds[type];
  if (kind === undefined) throw new ViberApiError(STATUS.badData, `unknown type ${type}`);
  const parsed = kind?.safeParse(body);
  if (parsed?.success === false) throw refusal(body, parsed.error);
  const keyboard = hasKeyboard ? checkButtons(body['keyboard'], 'keyboard') : undefined;
  const rich = type === 'rich_media' ? checkButtons(body['rich_media'], 'rich_media') : undefined;
  if (keyboard === null || rich === null) throw new ViberApiError(STATUS.badData, 'keyboard is not valid');
  return {
    type,
    text: typeof body['text'] === 'string' ? body['text'] : '',
    media: typeof body['media'] === 'string' ? body['media'] : null,
    rich: rich?.buttons ?? [],
    keyboard: keyboard?.buttons ?? null,
    minApiVersion: min_api_version,
    trackingData: tracking_data,
    complaint: keyboard?.complaint ?? rich?.complaint ?? null,
  };
}

/** Something that is not there is 4, something wrong is 3. */
function refusal(body: Readonly<Record<string, unknown>>, error: z.ZodError): ViberApiError {
  const path = error.issues[0]?.path ?? [];
  let value: unknown = body;
  for (const step of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  const status = value === undefined ? STATUS.missingData : STATUS.badData;
  return new ViberApiError(status, `${path.join('.')} is ${value === undefined ? 'missing' : 'not valid'}`);
}
