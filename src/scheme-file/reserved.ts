export const notFree = 'is a name that every object has already; take another';

/** Whether a name stands for nothing where it is looked up among others: no object has it by birth, as `constructor`. */
export function isFree(name: string): boolean {
  return !(name in {});
}
