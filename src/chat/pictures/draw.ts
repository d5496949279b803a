import { createHash } from 'node:crypto';

/** Turns drawings (SVG, one a page) into PNG pictures. */
export type Draw = (pages: readonly string[]) => Promise<readonly Uint8Array[]>;

/** Pictures kept for the next request; one takes about 100 KB. */
const MAX_KEPT = 64;

/**
 * Creates the drawing of a process. A picture is drawn once and kept, off the event loop, one at a time so that
 * it takes one core at most; letters come from the font of our own, never from the system's.
 */
export function createDraw(): Draw {
  const kept = new Map<string, Promise<Uint8Array>>();
  let latest: Promise<unknown> = Promise.resolve();

  const drawn = (svg: string): Promise<Uint8Array> => {
    const key = createHash('sha256').update(svg).digest('base64');
    const known = kept.get(key);
    if (known) return known;
    const picture = latest.then(async () => (await import('./render.ts')).render(svg));
    latest = picture.catch(() => kept.delete(key));
    kept.set(key, picture);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    return picture;
  };
  return (pages) => Promise.all(pages.map(drawn));
}
