import { z } from 'zod';

/** The key under which our buttons carry theirs: a host bot's own buttons never have it. */
const KEY = 'castellan';
/** Characters of a button's payload, as JSON. */
const MAX_PAYLOAD = 255;

const ours = z.object({ [KEY]: z.string() });
const start = z.object({ command: z.literal('start') });

/** The payload of a button as VK wants it: JSON. Throws over 255 characters, which is our bug. */
export function toPayload(payload: string): string {
  const json = JSON.stringify({ [KEY]: payload });
  if (json.length > MAX_PAYLOAD)
    throw new RangeError(`a button's payload is ${json.length} characters long; VK takes ${MAX_PAYLOAD}`);
  return json;
}

/** What a pressed button carries: ours, the Start button of VK, or null for anything else. */
export function fromPayload(raw: unknown): { kind: 'press'; payload: string } | { kind: 'start' } | null {
  const value = typeof raw === 'string' ? parseJson(raw) : raw;
  const pressed = ours.safeParse(value);
  if (pressed.success) return { kind: 'press', payload: pressed.data[KEY] };
  return start.safeParse(value).success ? { kind: 'start' } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
