import type { Language, MembershipState, PrivateAddress, Recipient } from '../../domain/state.ts';

/** One identity of a person in one messenger. */
export interface Account {
  readonly messenger: PrivateAddress['messenger'];
  readonly accountId: string;
  readonly name: string;
  readonly username: string | null;
  readonly privateChatId: string | null;
}

/** A membership, living or ended, with what rules about it need. */
export interface JoinedMembership {
  readonly membership: MembershipState;
  readonly workspace: { readonly id: string; readonly name: string; readonly scheme: string };
  /** The project of each bot that a grant names, by the bot's id. */
  readonly projects: ReadonlyMap<string, string>;
}

/** A person with everything that is theirs. */
export interface WholePerson {
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** Confirmed. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly createdAt: Date;
  /** Guards what accounts there are. */
  readonly version: number;
  /** The one used last first. */
  readonly accounts: readonly Account[];
  readonly activeWorkspaceId: string | null;
  readonly memberships: readonly JoinedMembership[];
  /** Pending invitations to the person as such, not to an account or a number. */
  readonly invitations: readonly {
    readonly id: string;
    readonly workspaceId: string;
    readonly scheme: string;
    readonly roles: readonly string[];
  }[];
}

/** A person's messenger account as someone who is told something there. */
export function recipientAt(person: WholePerson, account: Account): Recipient {
  const { personId, name, language, timeZone } = person;
  const { messenger, privateChatId } = account;
  return {
    personId,
    name,
    language,
    timeZone,
    address: privateChatId === null ? null : { messenger, chatId: privateChatId },
  };
}
