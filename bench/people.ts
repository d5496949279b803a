/**
 * The people of the benchmark. Each is a twelve-digit number, which is their Telegram id; every id of theirs in
 * the store is made from it, here and in SQL alike.
 */
export const kinds = {
  person: '00000001',
  invitation: '00000002',
  membership: '00000003',
  workspace: '00000004',
} as const;

/** The store's id of something that belongs to a number. */
export function idOf(kind: keyof typeof kinds, number: number): string {
  return `${kinds[kind]}-0000-4000-8000-${number}`;
}

/** The same as an SQL expression over a bigint. */
export function sqlIdOf(kind: keyof typeof kinds, number: string): string {
  return `('${kinds[kind]}-0000-4000-8000-' || ${number})::uuid`;
}

/** Invitees are counted from here on. */
export const FIRST_INVITEE = 100_000_000_000;
/** Owners of the workspaces that invite, each of whom is told of an acceptance. */
export const FIRST_INVITER = 200_000_000_000;
/** A multiple of the number of updates under way, so that those never meet in an inviter's chat. */
export const INVITERS = 64;

export function inviterOf(invitee: number): number {
  return FIRST_INVITER + (invitee % INVITERS);
}

/** A name for a number: one of 800 first and one of 20,000 last names; `number` is an SQL expression over a bigint. */
export function sqlNameOf(number: string): string {
  const hash = (of: string): string => `(hashint8(${of}) & 2147483647)`;
  const first = hash(`(${hash(number)} % 800)::bigint`);
  const last = hash(`(${hash(`${number} + 1`)} % 20000)::bigint + 1000`);
  return `initcap(${letters(first, 'cvcvc')} || ' ' || ${letters(last, 'cvcvcvc')})`;
}

/** Consonants and vowels drawn from the bits of `hash`. */
function letters(hash: string, pattern: string): string {
  let divisor = 1;
  return [...pattern]
    .map((kind) => {
      const alphabet = kind === 'c' ? 'bcdfghjklmnprstvz' : 'aeiouy';
      const letter = `substr('${alphabet}', 1 + (${hash} / ${divisor}) % ${alphabet.length}, 1)`;
      divisor *= alphabet.length;
      return letter;
    })
    .join(' || ');
}
