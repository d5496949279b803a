/** How one argument of a button is written on it, and read again from a press. */
export interface Argument<T, Optional extends boolean = boolean> {
  readonly optional: Optional;
  /** At most a few bytes and without `~`: a button has 64 bytes in all. */
  write(value: T): string;
  /** Null where the text is no such value: the button comes from an older version. */
  read(text: string): T | null;
}

/** The arguments of an action by name, in the order in which they stand on the button. */
export type ArgumentSpec = Readonly<Record<string, Argument<unknown>>>;

type OptionalKeys<S extends ArgumentSpec> = {
  [K in keyof S]: S[K] extends Argument<infer _, true> ? K : never;
}[keyof S];
type RequiredKeys<S extends ArgumentSpec> = Exclude<keyof S, OptionalKeys<S>>;
type ValueOf<A> = A extends Argument<infer T> ? T : never;

/** What a screen gives for a button. */
type Arguments<S extends ArgumentSpec> = {
  readonly [K in RequiredKeys<S>]: ValueOf<S[K]>;
} & {
  readonly [K in OptionalKeys<S>]?: ValueOf<S[K]> | null | undefined;
};

/** The arguments as a function takes them: none at all, one object, or one that may be left out. */
export type ArgumentsParameter<S extends ArgumentSpec> = [keyof S] extends [never]
  ? []
  : [RequiredKeys<S>] extends [never]
    ? [args?: Arguments<S>]
    : [args: Arguments<S>];

/** What a handler gets: an argument that was left out is null. */
export type ParsedArguments<S extends ArgumentSpec> = {
  readonly [K in keyof S]: S[K] extends Argument<infer T, infer Optional>
    ? Optional extends true
      ? T | null
      : T
    : never;
};

/** The texts that go on a button, in order. Arguments left out at the end take no room. */
export function writeArguments(spec: ArgumentSpec, values: Readonly<Record<string, unknown>>): string[] {
  const texts = Object.entries(spec).map(([name, argument]) => {
    const value = values[name];
    return value === null || value === undefined ? '' : argument.write(value);
  });
  while (texts.at(-1) === '') texts.pop();
  return texts;
}

/** The arguments of a press; null where one of them is missing or does not parse. */
export function readArguments<S extends ArgumentSpec>(
  spec: S,
  texts: readonly string[],
): ParsedArguments<S> | null {
  const values: Record<string, unknown> = {};
  for (const [place, [name, argument]] of Object.entries(spec).entries()) {
    const text = texts[place] ?? '';
    const value = text === '' ? null : argument.read(text);
    if (value === null && (text !== '' || !argument.optional)) return null;
    values[name] = value;
  }
  // Each value was read by the argument of its name.
  return values as ParsedArguments<S>;
}
