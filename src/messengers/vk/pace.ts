/** A little more than the share of a second, so that clocks that differ by a hair do not make one too many. */
const MARGIN = 1.05;

/** Lets calls begin one after the other, evenly spaced. */
export interface Pace {
  /** Resolves when the next call may begin; an urgent one goes before those that are not. */
  turn(urgent: boolean): Promise<void>;
}

/**
 * Spaces calls to at most so many a second. A person who has pressed a button looks at a waiting mark, and an event waits
 * for its sender's name: behind a thousand messages to others both would come too late.
 *
 * @param now milliseconds by a clock that only goes forward
 */
export function createPace(callsPerSecond: number, now: () => number): Pace {
  const space = (1000 / callsPerSecond) * MARGIN;
  const urgent: (() => void)[] = [];
  const others: (() => void)[] = [];
  let free = 0;
  let timer: NodeJS.Timeout | null = null;

  const next = (): void => {
    timer = null;
    for (let at = now(); urgent.length + others.length > 0; at = now()) {
      if (free > at) {
        timer = setTimeout(next, free - at);
        return;
      }
      free = Math.max(free, at) + space;
      (urgent.shift() ?? others.shift())?.();
    }
  };

  return {
    turn: (isUrgent) =>
      new Promise((resolve) => {
        (isUrgent ? urgent : others).push(resolve);
        if (timer === null) next();
      }),
  };
}
