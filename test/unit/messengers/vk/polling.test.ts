import { expect, it, vi } from 'vitest';
import type { Update } from '../../../../src/chat/update.ts';
import { bot } from './bot.ts';

const SOON = { interval: 5, timeout: 5000 };

/** A place that outlives a process. */
function notebook() {
  let kept: string | null = null;
  return {
    get kept() {
      return kept;
    },
    read: async () => kept,
    write: async (place: string) => {
      kept = place;
    },
  };
}

const textsOf = (seen: readonly Update[]): string[] =>
  seen.map(({ event }) => (event.kind === 'message' ? event.text : event.kind));

/** One process that polls until it is stopped. */
function start(
  { vk, control }: Awaited<ReturnType<typeof bot>>,
  place: ReturnType<typeof notebook>,
  handle: (update: Update) => Promise<void>,
) {
  const abort = new AbortController();
  const asked = control.calls('groups.getLongPollServer').length;
  const polling = vk.poll(handle, abort.signal, place);
  return {
    begun: () =>
      vi.waitUntil(
        () => control.calls('groups.getLongPollServer').length > asked && place.kept !== null,
        SOON,
      ),
    stop: async () => {
      abort.abort();
      await polling;
    },
  };
}

it('what was said while nobody polled is read by the next process', async () => {
  const emulated = await bot();
  const { control } = emulated;
  const place = notebook();
  const seen: Update[] = [];
  const handle = async (update: Update) => void seen.push(update);
  const anna = control.createUser({ firstName: 'Anna' });
  const first = start(emulated, place, handle);
  await first.begun();
  control.write(anna, 'one');
  await control.settled();
  await first.stop();
  control.write(anna, 'two');
  const second = start(emulated, place, handle);
  await control.settled();
  await second.stop();
  expect(textsOf(seen)).toEqual(['one', 'two']);
});

it('the place does not pass an event whose effect is not committed', async () => {
  const emulated = await bot();
  const { control } = emulated;
  const place = notebook();
  const tried: string[] = [];
  const anna = control.createUser({ firstName: 'Anna' });
  const boris = control.createUser({ firstName: 'Boris' });
  let broken = true;
  const polling = start(emulated, place, async (update) => {
    tried.push(...textsOf([update]));
    if (broken && update.sender.name === 'Anna') throw new Error('the database is away');
  });
  await polling.begun();
  const before = place.kept;
  control.write(anna, 'first');
  control.write(boris, 'second');
  await vi.waitUntil(() => tried.length > 1, SOON);
  expect(place.kept).toBe(before);
  broken = false;
  await control.settled();
  await polling.stop();
  expect(place.kept).toBe('2');
  expect(new Set(tried)).toEqual(new Set(['first', 'second']));
});

it('goes on through a key that has run out and a history that is lost', async () => {
  const warnings: string[] = [];
  const emulated = await bot({ warn: (message) => warnings.push(message) });
  const { control } = emulated;
  const seen: Update[] = [];
  const place = notebook();
  const polling = start(emulated, place, async (update) => void seen.push(update));
  await polling.begun();
  const anna = control.createUser({ firstName: 'Anna' });
  for (const trouble of [control.expireLongPollKey, control.loseLongPollHistory]) {
    const asked = control.calls('groups.getLongPollServer').length;
    trouble();
    await control.waitFor(() => control.calls('groups.getLongPollServer').length > asked);
    control.write(anna, 'still there?');
    await control.settled();
  }
  await polling.stop();
  expect(textsOf(seen)).toEqual(['still there?', 'still there?']);
  expect(warnings).toEqual([expect.stringContaining('forgotten')]);
});

it('goes on from where the server is when its place is not known there any more', async () => {
  const warnings: string[] = [];
  const emulated = await bot({ warn: (message) => warnings.push(message) });
  const { control } = emulated;
  const place = notebook();
  await place.write('77777');
  const seen: Update[] = [];
  const polling = start(emulated, place, async (update) => void seen.push(update));
  await vi.waitUntil(() => place.kept === '0', SOON);
  control.write(control.createUser({ firstName: 'Anna' }), 'hello');
  await control.settled();
  await polling.stop();
  expect(textsOf(seen)).toEqual(['hello']);
  expect(warnings).toHaveLength(1);
});

it("a token that may not poll ends it, with VK's reason", async () => {
  const { vk, control } = await bot();
  control.inject({ method: 'groups.getLongPollServer', error: { code: 15, message: 'Access denied' } });
  await expect(vk.poll(async () => undefined, new AbortController().signal)).rejects.toThrow(
    '15 Access denied',
  );
});
