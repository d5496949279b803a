import type { Argument } from './arguments.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `Number.MAX_SAFE_INTEGER` has 16 digits. */
const INTEGER = /^\d{1,15}$/;

function argument<T>(write: (value: T) => string, read: (text: string) => T | null): Argument<T, false> {
  return { optional: false, write, read };
}

/** The id of a row. It takes 23 bytes on a button. */
export const uuid = argument<string>(
  (value) => value,
  (text) => (UUID.test(text) ? text : null),
);

/** Any text without `~`, not empty. Its handler judges what it means. */
export const text = argument<string>(
  (value) => value,
  (written) => written,
);

/** A whole number from 0. */
export const int = argument<number>(String, (written) => (INTEGER.test(written) ? Number(written) : null));

/** The id of an audit event: a number that may be too large for a JavaScript number. */
export const serial = argument<string>(
  (value) => value,
  (written) => (/^\d{1,18}$/.test(written) ? written : null),
);

/** Yes or no. */
export const flag = argument<boolean>(
  (value) => (value ? '1' : '0'),
  (written) => (written === '1' ? true : written === '0' ? false : null),
);

/** One of a few words. */
export function oneOf<const V extends string>(...values: readonly V[]): Argument<V, false> {
  return argument<V>(
    (value) => value,
    (written) => values.find((value) => value === written) ?? null,
  );
}

/** One of a few words, each by its first letter. The letters must differ. */
export function initialOf<const V extends string>(...values: readonly V[]): Argument<V, false> {
  return argument<V>(
    (value) => value.slice(0, 1),
    (written) => values.find((value) => value.slice(0, 1) === written) ?? null,
  );
}

/** A remark that stands on the button or does not. */
export function mark(letter: string): Argument<true, true> {
  return { optional: true, write: () => letter, read: (written) => (written === letter ? true : null) };
}

/** The same argument, which may be left out. */
export function optional<T>({ write, read }: Argument<T>): Argument<T, true> {
  return { optional: true, write, read };
}
