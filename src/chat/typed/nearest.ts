/**
 * What a mistyped word was probably meant to be: one error in a short word, two from six letters on. Null where nothing is
 * near; words under three letters are near too much.
 */
export function nearestOf<T>(word: string, entries: Iterable<readonly [string, T]>): T | null {
  if (word.length < 3 || word.length > 32) return null;
  const allowed = word.length < 6 ? 1 : 2;
  let best: { readonly value: T; readonly distance: number } | null = null;
  for (const [name, value] of entries) {
    const distance = editDistance(word, name);
    if (distance <= allowed && (best === null || distance < best.distance)) best = { value, distance };
  }
  return best?.value ?? null;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into another. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let best = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (older[column - 2] ?? 0) + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
