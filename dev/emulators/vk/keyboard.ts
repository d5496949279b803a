import { z } from 'zod';
import { VkApiError } from './errors.ts';

/** VK, keyboards for bots: inline 5 x 6 and 10 in all, under the input field 5 x 10 and 40 in all. */
const INLINE = { row: 5, rows: 6, buttons: 10 };
const USUAL = { row: 5, rows: 10, buttons: 40 };
const MAX_LABEL = 40;
const MAX_PAYLOAD = 255;

const payload = z
  .string()
  .refine((text) => text.length <= MAX_PAYLOAD && isJson(text))
  .exactOptional();
const label = z.string().refine((text) => text.trim() !== '' && text.length <= MAX_LABEL);

const Button = z.union([
  z.strictObject({
    action: z.strictObject({ type: z.enum(['text', 'callback']), label, payload }),
    color: z.enum(['primary', 'secondary', 'negative', 'positive']).exactOptional(),
  }),
  z.strictObject({
    action: z.strictObject({ type: z.literal('open_link'), label, link: z.url(), payload }),
  }),
]);

const Keyboard = z.strictObject({
  inline: z.boolean().exactOptional(),
  one_time: z.boolean().exactOptional(),
  buttons: z.array(z.array(Button).min(1)),
});

export type VkButton = z.infer<typeof Button>;
export type VkKeyboard = z.infer<typeof Keyboard>;

/** A keyboard as a call gives it. Throws 911 when VK would not take it. */
export function readKeyboard(text: string): VkKeyboard {
  const keyboard = Keyboard.safeParse(isJson(text) ? JSON.parse(text) : undefined);
  if (!keyboard.success) throw new VkApiError(911, 'Keyboard format is invalid: not a keyboard');
  const { inline = false, one_time: oneTime = false, buttons } = keyboard.data;
  const limits = inline ? INLINE : USUAL;
  if (inline && oneTime) throw invalid('one_time is not supported for inline');
  if (buttons.length > limits.rows) throw invalid('too many rows');
  if (buttons.some((row) => row.length > limits.row)) throw invalid('too many buttons in a row');
  if (buttons.flat().length > limits.buttons) throw invalid('too many buttons');
  return keyboard.data;
}

function invalid(why: string): VkApiError {
  return new VkApiError(911, `Keyboard format is invalid: ${why}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
