export const notFree = 'is a name that every object has already; take another';

/** Whether a name is found only in objects that were given it; `constructor` is found in every one. */
export function isFree(name: string): boolean {
  return !(name in {});
}
