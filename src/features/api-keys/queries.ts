import type { ApiKey } from './key.ts';

/** Questions about API keys. */
type KeyQueries = {
  /** A hundred keys of a workspace: the living ones, newest first, then revoked ones. */
  'keys.list': { in: { readonly workspaceId: string }; out: readonly ApiKey[] };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    keys: KeyQueries;
  }
}
