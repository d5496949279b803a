/** What a key may ask: single and batched decisions, or searches too. */
export type KeyScope = 'evaluate' | 'search';

/** A key of the decision API as those see it who manage it; its secret is known to nobody but its holder. */
export interface ApiKey {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  /** The part of the key that is no secret, to recognise it by. */
  readonly publicId: string;
  readonly scopes: readonly KeyScope[];
  /** Requests a minute that each process answers. */
  readonly ratePerMinute: number;
  readonly createdById: string | null;
  readonly createdAt: Date;
  /** Exact to a minute; null: never used. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Characters of a key's name. */
export const MAX_KEY_NAME = 64;
/** Living keys of one workspace: beyond this nobody knows any more what each is for. */
export const MAX_KEYS = 50;
/** What a key may ask a minute unless said otherwise: a thousand a second. */
export const USUAL_RATE_PER_MINUTE = 60_000;
