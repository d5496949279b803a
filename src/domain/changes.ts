import type { GrantPlace } from './resource.ts';
import type { Language } from './state.ts';

/** A role given to a member. `sole` roles have one holder a workspace; the database keeps it so. */
export interface RoleGiven {
  readonly role: string;
  readonly sole: boolean;
  readonly until: Date | null;
}

/** A role given on a project or bot. */
export interface GrantGiven {
  readonly id: string;
  readonly role: string;
  readonly place: GrantPlace;
  readonly until: Date | null;
}

/** An account in a messenger. */
export interface MessengerAccount {
  readonly messenger: string;
  readonly accountId: string;
}

/** Changes of people and their accounts. */
export type PersonChange =
  /** A person and their first account appear. Guard: the account is not known yet. */
  | (MessengerAccount & {
      readonly kind: 'person.appeared';
      readonly personId: string;
      readonly name: string;
      readonly username: string | null;
      readonly language: Language;
      readonly privateChatId: string | null;
    })
  /** An account wrote: what the messenger shows of it now. Member lists follow the name. */
  | (MessengerAccount & {
      readonly kind: 'account.seen';
      readonly personId: string;
      readonly name: string;
      readonly username: string | null;
      readonly privateChatId: string | null;
      readonly reachable: boolean;
    })
  | (MessengerAccount & { readonly kind: 'account.reachability'; readonly reachable: boolean })
  | (MessengerAccount & { readonly kind: 'account.activated'; readonly workspaceId: string | null })
  | { readonly kind: 'person.language'; readonly personId: string; readonly language: Language };

/** The wizard of one account in one chat. */
export type SessionChange =
  /** Guard: the version read (null: there was none). */
  | (MessengerAccount & {
      readonly kind: 'session.saved';
      readonly chatId: string;
      readonly wizard: object;
      readonly version: number | null;
      readonly expiresAt: Date;
    })
  | (MessengerAccount & {
      readonly kind: 'session.ended';
      readonly chatId: string;
      readonly version: number;
    });

/**
 * Conditions an act was decided under, checked again in the commit.
 * - `guard.membership`: the actor's membership is unchanged. `lock` also holds it until the end: for acts
 *   that change another membership, so that two people cannot take each other's rights at once.
 * - `guard.scheme`: the workspace's scheme is still the one the act was decided under. For acts that give roles: a
 *   role that was merged meanwhile must not come back.
 * - `guard.governance`: nobody else changed who holds the keystone role meanwhile; raises the counter.
 */
export type Guard =
  | {
      readonly kind: 'guard.membership';
      readonly membershipId: string;
      readonly version: number;
      readonly lock: boolean;
    }
  | { readonly kind: 'guard.scheme'; readonly workspaceId: string; readonly scheme: string }
  | { readonly kind: 'guard.governance'; readonly workspaceId: string; readonly governance: number };

/**
 * Everything an act may do to the store, by feature. A feature adds its own changes by declaring them here.
 *
 * @public
 */
export interface FeatureChanges {
  people: PersonChange;
  guards: Guard;
  sessions: SessionChange;
}

/** Everything an act may do to the store, as data. The spec of each kind says how it is written. */
export type Change = FeatureChanges[keyof FeatureChanges];
