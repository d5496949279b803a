import type { Notice } from '../domain/notices.ts';
import type { NoticeAddress } from '../domain/state.ts';
import type { ButtonOf } from './context.ts';
import type { Translator } from './i18n.ts';
import type { Screen } from './reply.ts';

export type NoticeKind = Notice['kind'];

type OfKind<N, K> = N extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? N & { readonly kind: K }
    : never
  : never;

/** The notice of a kind. */
type NoticeOf<K extends NoticeKind> = OfKind<Notice, K>;

/** Where a notice goes: to an address as a message of its own, or in place of a message there. */
export interface Destination {
  readonly address: NoticeAddress;
  readonly messageId: string | null;
}

/** What is noted down when a notice was delivered or turned out to be undeliverable. */
export type Tracking =
  | { readonly kind: 'invitation.card'; readonly invitationId: string }
  /** The screen that was to be shown: where the account cannot be written to, another of the person's is. */
  | { readonly kind: 'notice'; readonly personId: string; readonly screen: Screen };

/** The recipient: their language, and buttons signed for them. */
export interface Reader {
  readonly t: Translator;
  readonly button: ButtonOf;
}

/** One kind of notice: who it goes to and how it reads. */
export interface NoticeSpec<N> {
  /** Null where the person has no address: then they cannot be told. */
  readonly to: (notice: N) => Destination | null;
  readonly screen: (notice: N, reader: Reader) => Screen;
  /** The screen as a mail reads it. */
  readonly mail: (screen: Screen, t: Translator) => Screen;
  /** What is noted down once its delivery is known; null for nothing. */
  readonly tracking: (notice: N, screen: Screen) => Tracking | null;
}

/** A spec for each kind. */
export type NoticeSpecs = { readonly [K in NoticeKind]: NoticeSpec<NoticeOf<K>> };

/** Declares how the notices of a feature are told: a spec for each kind. */
export function defineNotices<K extends NoticeKind>(specs: Pick<NoticeSpecs, K>): Pick<NoticeSpecs, K> {
  return specs;
}
