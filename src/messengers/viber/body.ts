import { z } from 'zod';
import type { Json } from '../../chat/messenger.ts';

/** One button of a keyboard or of rich media, as the API spells it. */
const button = z.object({
  Columns: z.int(),
  Rows: z.int(),
  ActionType: z.enum(['reply', 'open-url', 'share-phone']),
  ActionBody: z.string(),
  Text: z.string(),
  Silent: z.boolean(),
  BgColor: z.string().optional(),
});

const keyboard = z.object({
  Type: z.literal('keyboard'),
  DefaultHeight: z.boolean(),
  Buttons: z.array(button).min(1),
});

const common = {
  keyboard: keyboard.optional(),
  min_api_version: z.int().optional(),
};

const bodySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), ...common }),
  z.object({ type: z.literal('picture'), media: z.string(), text: z.string(), ...common }),
  z.object({
    type: z.literal('file'),
    media: z.string(),
    size: z.int(),
    file_name: z.string(),
    ...common,
  }),
  z.object({
    type: z.literal('rich_media'),
    rich_media: z.object({
      Type: z.literal('rich_media'),
      ButtonsGroupColumns: z.int(),
      ButtonsGroupRows: z.int(),
      Buttons: z.array(button).min(1),
    }),
    ...common,
  }),
]);

/** One message as the outbox keeps it: send_message without receiver and sender. */
export type Body = z.infer<typeof bodySchema>;
export type ViberButton = z.infer<typeof button>;
export type Keyboard = z.infer<typeof keyboard>;

/** The message in an outbox body; null if the body was not made by this messenger. */
export function toBody(body: Json): Body | null {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/**
 * The same message for a client that is too old for it: without the button that shares a phone number. Null
 * where nothing asks for more than every client can.
 */
export function simpler(body: Body): Body | null {
  if (body.min_api_version === undefined || body.type === 'rich_media') return null;
  const { min_api_version: _, keyboard: full, ...rest } = body;
  const Buttons = (full?.Buttons ?? []).filter(({ ActionType }) => ActionType !== 'share-phone');
  return full === undefined || Buttons.length === 0 ? rest : { ...rest, keyboard: { ...full, Buttons } };
}
