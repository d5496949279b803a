import type { MembershipState, Recipient } from './state.ts';

/** How one person points at another in chat. */
export type Who =
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly name: string;
      readonly username: string | null;
    }
  | { readonly kind: 'username'; readonly username: string }
  | { readonly kind: 'phone'; readonly phone: string; readonly name: string | null }
  | { readonly kind: 'email'; readonly email: string }
  /** Any other words: part of a member's name. */
  | { readonly kind: 'name'; readonly name: string };

/** A person known to Castellan, as seen from one workspace. */
export interface KnownPerson extends Recipient {
  readonly username: string | null;
  /** Living or ended membership in the workspace asked about. */
  readonly membership: MembershipState | null;
}

/** What a pointer at a person led to. */
export interface Resolved {
  readonly who: Who;
  /** None, the one, or (by name) the first few that fit. */
  readonly people: readonly KnownPerson[];
  /** A pending invitation of this workspace to the same addressee. */
  readonly pending: {
    readonly id: string;
    readonly version: number;
    readonly roles: readonly string[];
    readonly expiresAt: Date;
  } | null;
}

/**
 * The canonical name under which an invitation to this person is kept: the person where known, else the
 * account, the username, the phone or the e-mail. Two pointers at one addressee give one name.
 */
export function addresseeOf(
  messenger: string,
  who: Who,
  person: { readonly personId: string } | null,
): string {
  if (person) return `person:${person.personId}`;
  switch (who.kind) {
    case 'account':
      return `${messenger}:${who.accountId}`;
    case 'username':
      return `${messenger}:@${who.username.toLowerCase()}`;
    case 'phone':
      return `phone:${who.phone}`;
    case 'email':
      return `email:${who.email.toLowerCase()}`;
    case 'name':
      return `name:${who.name.toLowerCase()}`;
  }
}
