import type { GrantWish } from '../../../src/features/grants/change-grants.ts';
import type { SchemeRule } from '../../../src/features/schemes/set-rule.ts';
import type { RightExtent } from '../../../src/features/schemes/toggle-right.ts';

/** A number that picks one of whatever there is when the act is tried. */
type Pick = number;

/** Roles by their place in the scheme of that moment, with those they require or without. */
export interface RolesPicked {
  readonly roles: readonly Pick[];
  readonly required: boolean;
}

/** One press on a draft of a scheme. */
export type Edit =
  | { readonly kind: 'right'; readonly role: Pick; readonly right: Pick; readonly extent: RightExtent }
  | { readonly kind: 'add' | 'delete'; readonly role: Pick }
  | { readonly kind: 'merge'; readonly role: Pick; readonly into: Pick }
  | { readonly kind: 'rule'; readonly role: Pick; readonly rule: SchemeRule };

/** What somebody tries, by the use case that it goes to; `wait` lets days go by. */
export type Act = { readonly by: string } & (
  | ({
      readonly kind: 'invite';
      readonly whom: string;
      readonly resources: readonly string[];
      readonly end: Date | null;
    } & RolesPicked)
  | ({
      readonly kind: 'link';
      readonly resources: readonly string[];
      readonly end: Date | null;
      readonly uses: number;
    } & RolesPicked)
  | { readonly kind: 'accept' | 'decline'; readonly offer: Pick }
  | { readonly kind: 'revoke' | 'resend'; readonly offer: Pick }
  | ({ readonly kind: 'reoffer'; readonly offer: Pick } & RolesPicked)
  | ({ readonly kind: 'roles'; readonly whom: string; readonly end: Date | 'never' | 'kept' } & RolesPicked)
  | ({
      readonly kind: 'grants';
      readonly whom: string;
      readonly mode: GrantWish['mode'];
      readonly resources: readonly string[];
      readonly end: Date | 'never' | 'kept';
    } & RolesPicked)
  | { readonly kind: 'remove' | 'transfer' | 'recover'; readonly whom: string }
  | { readonly kind: 'merge'; readonly whom: string }
  | { readonly kind: 'take' | 'cancel' }
  | { readonly kind: 'leave' | 'key' | 'mask' | 'rename' }
  | { readonly kind: 'use'; readonly link: Pick }
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  | { readonly kind: 'switch'; readonly to: Pick; readonly mapping: readonly (readonly [Pick, Pick])[] }
  | { readonly kind: 'move'; readonly bot: string; readonly to: string | null }
  | { readonly kind: 'publish'; readonly bot: string }
  | { readonly kind: 'decide'; readonly question: Pick; readonly approve: boolean }
  | { readonly kind: 'wait'; readonly days: number }
);
