import { z } from 'zod';
import type { Translator } from '../i18n.ts';
import type { Screen } from '../reply.ts';
import { opensWith } from './fold.ts';

const run = z.union([
  z.string(),
  z.object({ text: z.string(), style: z.enum(['bold', 'italic', 'code']) }),
  z.object({ text: z.string(), url: z.string() }),
]);

const tone = z.enum(['primary', 'danger']);
const press = z.object({ kind: z.literal('press'), label: z.string(), payload: z.string() });

const button = z.union([
  press.extend({ tone }),
  press,
  z.object({ kind: z.literal('link'), label: z.string(), url: z.string() }),
  z.object({ kind: z.literal('share'), label: z.string(), url: z.string(), text: z.string() }),
]);

const openScreen = z.object({
  buttons: z.array(z.array(button).readonly()).readonly(),
  question: z.array(run).readonly().nullable(),
});

/** The screen that a chat showed last, as words typed after it are read against it. */
export interface OpenScreen {
  readonly buttons: Screen['buttons'];
  /** What a card or a confirmation asks; null on a screen that asks nothing, such as home or a list. */
  readonly question: Screen['text'] | null;
}

/** What is kept of a screen for the words that may follow; null where it has no button to press. */
export function openScreenOf(screen: Screen, t: Translator): OpenScreen | null {
  const pressable = screen.buttons.flat().filter(({ kind }) => kind === 'press');
  if (pressable.length === 0) return null;
  const yes = t.words('words-yes');
  const asks =
    pressable.length > 1 &&
    pressable.some((one) => ('tone' in one && one.tone !== undefined) || opensWith(one.label, yes));
  return { buttons: screen.buttons, question: asks ? screen.text : null };
}

/** The stored screen; null where there is none, or none of ours. */
export function storedScreen(value: unknown): OpenScreen | null {
  return openScreen.safeParse(value).data ?? null;
}
