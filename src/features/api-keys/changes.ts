import type { KeyScope } from './key.ts';

/** Changes of API keys. */
export type KeyChange =
  | {
      readonly kind: 'key.created';
      readonly keyId: string;
      readonly workspaceId: string;
      readonly name: string;
      readonly publicId: string;
      readonly secretHash: Buffer;
      readonly scopes: readonly KeyScope[];
      readonly ratePerMinute: number;
    }
  /** Guard: it is not revoked yet. */
  | {
      readonly kind: 'key.revoked';
      readonly keyId: string;
      readonly workspaceId: string;
      readonly name: string;
    };

declare module '../../domain/changes.ts' {
  interface FeatureChanges {
    keys: KeyChange;
  }
}
