import type { CompiledScheme } from '../access/compile.ts';
import type { Change } from '../domain/changes.ts';
import type { Notice } from '../domain/notices.ts';
import type { Found, Query, QueryKind } from '../domain/queries.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor, Language, MembershipState, WorkspaceState } from '../domain/state.ts';
import type { Codes } from './codes.ts';
import type { Translator } from './i18n.ts';
import type { PointsBy } from './messenger.ts';
import type { Address, Attachment, AttachmentType, Button, Screen } from './reply.ts';
import type { MessengerName, Update } from './update.ts';

/** A wizard in the middle: which one, and what was answered so far (JSON). */
export interface Wizard {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything that handling one update may use: who acts, where, and the few tools. Nothing in it does I/O. */
export interface Act {
  readonly update: Update;
  readonly person: { readonly id: string; readonly name: string; readonly language: Language };
  /** Who the person was before accounts of theirs were linked: buttons made then are still theirs. */
  readonly formerIds: readonly string[];
  /** The active workspace, if the person is a living member of it. */
  readonly workspace: WorkspaceState | null;
  readonly membership: MembershipState | null;
  /** The group the update came from, if it did. */
  readonly group: { readonly title: string; readonly workspaceId: string | null } | null;
  readonly wizard: Wizard | null;
  readonly t: Translator;
  /** Speaks to somebody else, whose card the act edits. */
  translator(reader: { readonly language: Language; readonly timeZone: string }): Translator;
  readonly now: Date;
  newId(): string;
  /** The compiled scheme that a workspace names; its name stands in a field `scheme` of what was read before. */
  scheme(key: string): CompiledScheme;
  /** A button for the acting person. */
  button(label: string, verb: string, ...args: string[]): Button;
  /** A button for somebody else, on a card they are sent. */
  buttonFor(personId: string, label: string, verb: string, ...args: string[]): Button;
  /** The same button, marked as the way on, or as one that destroys. */
  primary(label: string, verb: string, ...args: string[]): Button;
  danger(label: string, verb: string, ...args: string[]): Button;
  /** The link that opens the bot with an invitation. `version` as in `InvitationTokens.of`. */
  invitationLink(invitationId: string, version: number): string;
  /** Hash of an invitation's token, for the store. */
  invitationTokenHash(invitationId: string, version: number): Buffer;
  /** The link in a mail and the hash of its token; null where no mail is sent. */
  readonly mail: {
    link(invitationId: string, version: number): string;
    tokenHash(invitationId: string, version: number): Buffer;
  } | null;
  /** The link that lets another account take a member's place, and the hash of its token. */
  readonly recovery: { link(recoveryId: string): string; tokenHash(recoveryId: string): Buffer };
  hashToken(token: string): Buffer;
  /** Whether the person's messenger has a list of people to choose from. */
  readonly picksPeople: boolean;
  /** How the person can point at somebody: what a text may advise. */
  readonly pointsBy: PointsBy;
  /** Whether the person's messenger vouches for the number of who shares it. */
  readonly provesPhone: boolean;
  /** A picture or file for a screen; the same bytes attached twice are two attachments. */
  attach(name: string, contentType: AttachmentType, bytes: Uint8Array): Attachment;
  /** Draws a new API key: `token` to be shown once, the rest to be stored. Never the same twice. */
  mintKey(): { readonly token: string; readonly publicId: string; readonly secretHash: Buffer };
  readonly codes: Codes;
  /** A channel's token as it is stored: unreadable without the installation's secret. */
  sealToken(channelId: string, token: string): Uint8Array;
}

/** What handling came to. Everything is optional: an empty outcome only acknowledges. */
export interface Outcome {
  readonly changes?: readonly Change[];
  readonly notices?: readonly Notice[];
  /** The answer: replaces the message whose button was pressed, else is sent to the chat. */
  readonly screen?: Screen;
  /** Sends the screen as a new message even after a press. */
  readonly fresh?: boolean;
  /** Shown over the chat after a press. Without one the press is answered silently. */
  readonly toast?: { readonly text: string; readonly alert?: boolean };
  /** The wizard from now on; null ends it; absent leaves it. */
  readonly wizard?: Wizard | null;
  /** Other messages that this act makes out of date. */
  readonly edits?: readonly {
    readonly messenger: MessengerName;
    readonly to: Address;
    readonly messageId: string;
    readonly screen: Screen;
  }[];
}

/** What an act needs to know, and what it then decides. */
export type Plan =
  | { readonly kind: 'decided'; readonly outcome: () => Outcome }
  | { readonly kind: 'asks'; readonly query: Query; readonly decide: (found: never) => Outcome }
  | {
      readonly kind: 'draws';
      readonly pages: readonly string[];
      readonly decide: (pictures: readonly Uint8Array[]) => Outcome;
    };

/** Needs nothing more than the context. The thunk may throw `Refusal`. */
export function decided(outcome: () => Outcome): Plan {
  return { kind: 'decided', outcome };
}

/** Asks the store one question, then decides purely. The decision may throw `Refusal`. */
export function asks<K extends QueryKind>(query: Query<K>, decide: (found: Found<K>) => Outcome): Plan {
  // A question of one kind is a question; the compiler does not follow that through the generic kind.
  return { kind: 'asks', query: query as unknown as Query, decide };
}

/** Has pages (SVG) drawn as PNG pictures first; that takes a moment, beside the event loop. */
export function draws(pages: readonly string[], decide: (pictures: readonly Uint8Array[]) => Outcome): Plan {
  return { kind: 'draws', pages, decide };
}

/** A plan that something must be found lawful for first: a `Refusal` on the way becomes the decision. */
export function planning(make: () => Plan): Plan {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return decided(() => {
      throw error;
    });
  }
}

/** The acting person as a member of the active workspace. Throws `Refusal` where there is none. */
export function actorOf(act: Act): Actor {
  if (!act.workspace || !act.membership) throw new Refusal('no_workspace');
  return { person: act.person, workspace: act.workspace, membership: act.membership };
}
