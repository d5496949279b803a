import type { Grant, HeldRole } from '../access/subject.ts';

/** The languages Castellan speaks. Each has a folder under `locales/`; nothing else is to be done for one. */
export const LANGUAGES = ['en', 'ru', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the complete catalogue: what another one lacks is said in it. */
export const FALLBACK_LANGUAGE: Language = 'en';

/** A workspace as the acts see it. */
export interface WorkspaceState {
  readonly id: string;
  readonly name: string;
  /** Key of the role scheme. */
  readonly scheme: string;
  /** Guards acts that could leave the workspace without the holders its scheme demands. */
  readonly governance: number;
  readonly invitationTtlHours: number;
}

/** A membership with everything a decision needs. */
export interface MembershipState {
  readonly id: string;
  readonly workspaceId: string;
  readonly personId: string;
  readonly state: 'active' | 'suspended' | 'left' | 'removed';
  readonly version: number;
  readonly roles: readonly HeldRole[];
  readonly grants: readonly Grant[];
}

/** Where a person is written to of our own accord: the private chat of the account used last. */
export interface PrivateAddress {
  readonly messenger: 'telegram' | 'vk' | 'viber';
  readonly chatId: string;
}

/** Where a person is told something: a private chat, or else their e-mail address. */
export type NoticeAddress = PrivateAddress | { readonly messenger: 'email'; readonly chatId: string };

/** A person who is told of an act. Without an address nobody can be told. */
export interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  /** IANA name; UTC until the person tells theirs. */
  readonly timeZone: string;
  readonly address: NoticeAddress | null;
}

/** A role held on so many resources of a kind until the same moment. */
export interface GrantCount extends HeldRole {
  readonly kind: Grant['resource']['kind'];
  readonly count: number;
}

/** The person who acts, in the workspace they act in. */
export interface Actor {
  readonly person: { readonly id: string; readonly name: string; readonly language: Language };
  readonly workspace: WorkspaceState;
  /** Living membership (active or suspended). */
  readonly membership: MembershipState;
}
