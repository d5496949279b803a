/** Counts a call; true when it is one too many within a second. */
export function createPace(now: () => Date, callsPerSecond: number): () => boolean {
  let times: number[] = [];
  return () => {
    const at = now().getTime();
    times = times.filter((time) => time > at - 1000);
    if (times.length >= callsPerSecond) return true;
    times.push(at);
    return false;
  };
}
