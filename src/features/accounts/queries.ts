import type { Resource } from '../../domain/resource.ts';
import type { Recipient } from '../../domain/state.ts';
import type { Resolved, Who } from '../../domain/who.ts';
import type { FoundMembers, MemberQueries } from '../members/queries.ts';
import type { ResourcesAsked } from '../resources/queries.ts';
import type { Account, WholePerson } from './person.ts';
import type { FoundRecovery } from './recovery.ts';

/** A code that one account showed, with the two people that it would make one. */
export interface OfferedLink {
  readonly linkId: string;
  /** Who showed the code, and with which account. */
  readonly keep: WholePerson;
  readonly shownTo: Account;
  /** Who typed it. */
  readonly gone: WholePerson;
}

/** Questions about people, and of a person about themselves. */
type ProfileQueries = {
  /**
   * Who the pointers mean, in order, with their memberships in the workspace and their pending invitations;
   * and how many active members hold each role of `count` (for rules about owners, administrators and
   * numbers of holders; counting walks over the holders, so only small roles belong there). `resources`: projects and
   * bots that they are to be invited to.
   */
  'people.resolve': {
    in: {
      messenger: string;
      workspaceId: string;
      who: readonly Who[];
      count: readonly string[];
      now: Date;
      resources: ResourcesAsked | null;
    };
    out: {
      readonly resolved: readonly Resolved[];
      readonly holders: ReadonlyMap<string, number>;
      readonly resources: readonly Resource[];
    };
  };
  /**
   * The living code that was typed, or the one with an id; and how many wrong ones the account typed within the
   * hour. A code that the same person shows and types has `keep` and `gone` alike.
   */
  'people.link': {
    in: {
      readonly by: { readonly codeHash: Buffer } | { readonly linkId: string };
      readonly personId: string;
      readonly messenger: string;
      readonly accountId: string;
      readonly now: Date;
    };
    out: { readonly link: OfferedLink | null; readonly misses: number };
  };
  /** The code on its way to the person's address, living or not; and the codes sent within the hour, to them or to `email`. */
  'people.email': {
    in: { personId: string; email: string | null; now: Date };
    out: {
      readonly pending: {
        readonly email: string;
        readonly codeHash: Buffer;
        readonly tries: number;
        readonly expiresAt: Date;
      } | null;
      readonly sends: number;
    };
  };
  /** A member for who a recovery link is to be made, and who heads the workspace beside the one who makes it. */
  'recovery.target': {
    in: MemberQueries['members.find']['in'] & { actorId: string };
    out: { readonly found: FoundMembers; readonly heads: readonly Recipient[] };
  };
  /** A recovery link by its token or id; null where there is none, or its member is no more. */
  'recovery.find': {
    in: { readonly by: { readonly tokenHash: Buffer } | { readonly id: string }; personId: string };
    out: FoundRecovery | null;
  };
  /** A person with everything, and by membership: which of their roles another person holds for good, too. */
  'people.leaving': {
    in: { personId: string };
    out: {
      readonly whole: WholePerson;
      readonly shared: ReadonlyMap<
        string,
        { readonly governance: number; readonly roles: readonly string[] }
      >;
    } | null;
  };
  /** A person with everything; null for who writes for the first time. */
  'people.whole': { in: { personId: string }; out: WholePerson | null };
};

declare module '../../domain/queries.ts' {
  interface FeatureQueries {
    accounts: ProfileQueries;
  }
}
