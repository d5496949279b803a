/** What the features ask, a property each: a feature adds its own by declaring this module. */
// biome-ignore lint/suspicious/noEmptyInterface: features add to it.
export interface FeatureQueries {}

type Together<U> = (U extends unknown ? (all: U) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Every question there is, by kind. Of each, `in` is asked and `out` answered. */
type Queries = Together<FeatureQueries[keyof FeatureQueries]>;

export type QueryKind = keyof Queries;

/** A question as data. */
export type Query<K extends QueryKind = QueryKind> = {
  [P in K]: { readonly kind: P } & Readonly<Queries[P]['in']>;
}[K];

/** What the store answers to a question. */
export type Found<K extends QueryKind> = Queries[K]['out'];
