import { z } from 'zod';

/** The key under which our buttons carry theirs: a host bot's own buttons never have it. */
const KEY = 'castellan';
/** Characters of a button's payload, as JSON. */
const MAX_PAYLOAD = 255;

/** Messages that one screen takes, at most: more are not held together. */
const MAX_TOGETHER = 6;

const cmid = z.int().positive();

/**
 * The messages that the screen of a button takes, for they change together. Before they are sent their ids are not
 * known: then `at` says which of how many the button's own one is, and they stand one after the other. An id that
 * is not among `ids` is one that was added to these.
 */
export type Together =
  | { readonly at: readonly [index: number, count: number] }
  | { readonly ids: readonly number[] };

const together = z.union([
  z.object({ at: z.tuple([z.int().nonnegative(), z.int().positive().max(MAX_TOGETHER)]) }),
  z.object({ ids: z.array(cmid).min(1).max(MAX_TOGETHER) }),
]);

const ours = z.object({ [KEY]: z.string(), with: together.optional().catch(undefined) });
const start = z.object({ command: z.literal('start') });
/** What a client without callback buttons sends as a message instead of a press. */
const notSupported = z.object({
  command: z.literal('not_supported_button'),
  button_type: z.literal('callback'),
  payload: z.unknown(),
});

/** The payload of a button as VK wants it: JSON. Throws over 255 characters, which is our bug. */
export function toPayload(payload: string, group: Together | null = null): string {
  const json = JSON.stringify(group === null ? { [KEY]: payload } : { [KEY]: payload, with: group });
  if (json.length > MAX_PAYLOAD)
    throw new RangeError(`a button's payload is ${json.length} characters long; VK takes ${MAX_PAYLOAD}`);
  return json;
}

/** The payload of a callback button that the person's client cannot press; undefined for any other payload. */
export function fromUnsupported(raw: unknown): unknown {
  const told = notSupported.safeParse(typeof raw === 'string' ? parseJson(raw) : raw);
  return told.success ? told.data.payload : undefined;
}

/** What a pressed button carries: ours, the Start button of VK, or null for anything else. */
export function fromPayload(
  raw: unknown,
): { kind: 'press'; payload: string; together: Together | null } | { kind: 'start' } | null {
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  const pressed = ours.safeParse(value);
  if (pressed.success)
    return { kind: 'press', payload: pressed.data[KEY], together: pressed.data.with ?? null };
  return start.safeParse(value).success ? { kind: 'start' } : null;
}

/** The messages of a screen, by the one that was pressed on; as hostile as what a button carries. */
export function messagesTogether(pressed: number, group: Together | null): readonly number[] {
  if (group === null) return [pressed];
  if ('ids' in group) return group.ids.includes(pressed) ? group.ids : [...group.ids, pressed];
  const [index, count] = group.at;
  const first = pressed - index;
  return index < count && first > 0 ? Array.from({ length: count }, (_, place) => first + place) : [pressed];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
