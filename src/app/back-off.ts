const FIRST_MS = 500;
const MAX_MS = 30_000;

/** Milliseconds to wait after so many failures in a row: half a second after the first, doubling, at most 30 s. */
export function backOff(failures: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), MAX_MS);
}
