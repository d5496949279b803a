import type { CompiledScheme } from '../access/compile.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Actor, Language, MembershipState, WorkspaceState } from '../domain/state.ts';
import type { Action } from './actions/action.ts';
import type { ArgumentSpec, ArgumentsParameter } from './actions/arguments.ts';
import type { CommandInfo } from './command-info.ts';
import type { CommandLine } from './command-line.ts';
import type { Translator } from './i18n.ts';
import type { PointsBy } from './messenger.ts';
import type { Plan, Wizard } from './plan.ts';
import type { Attachment, AttachmentType, PressButton } from './reply.ts';
import type { Codes } from './secrets/codes.ts';
import type { OpenScreen } from './typed/open-screen.ts';
import type { Update } from './update.ts';

/** Makes a button whose arguments are those of its action. */
export type ButtonOf = <S extends ArgumentSpec>(
  label: string,
  action: Action<S>,
  ...args: ArgumentsParameter<S>
) => PressButton;

/** Every command there is, found by name. */
export interface CommandDirectory {
  /** In the order of help and menus. */
  readonly all: readonly CommandInfo[];
  named(name: string): CommandInfo | null;
  /** The command that a plain word means: in `language` before all others, where it is given. */
  alias(word: string, language?: Language): CommandInfo | null;
  /** The command whose name or alias is nearest to a mistyped word; null where none is near. */
  nearest(word: string): CommandInfo | null;
  /** Runs a command where it belongs; elsewhere the plan refuses and says where that is. */
  run(ctx: Context, command: CommandInfo, line: CommandLine): Plan;
}

/** Everything that handling one update may use: who acts, where, and the tools. Nothing in it does I/O. */
export interface Context {
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
  /** What this person was last shown in this chat, if not long ago. */
  readonly open: OpenScreen | null;
  /** Whether the account writes for the first time. */
  readonly isNew: boolean;
  readonly t: Translator;
  /** Speaks to another person, whose card is edited. */
  translator(reader: { readonly language: Language; readonly timeZone: string }): Translator;
  readonly now: Date;
  newId(): string;
  /** The compiled scheme that a workspace names; its name is in a field `scheme` of what was read before. */
  scheme(key: string): CompiledScheme;
  /** A button for the acting person. */
  button: ButtonOf;
  /** A button for another person, on a card they are sent. */
  buttonFor<S extends ArgumentSpec>(
    personId: string,
    label: string,
    action: Action<S>,
    ...args: ArgumentsParameter<S>
  ): PressButton;
  /** The same button, marked as the way on, or as one that destroys. */
  primary: ButtonOf;
  danger: ButtonOf;
  /** The link that opens the bot with an invitation. `version` as in `InvitationTokens.of`. */
  invitationLink(invitationId: string, version: number): string;
  /** The private chat with the bot, for who is elsewhere or does not know it yet. */
  readonly botLink: string;
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
  /** How the person can point at someone: what a text may advise. */
  readonly pointsBy: PointsBy;
  /** Whether the person's messenger vouches for the number of who shares it. */
  readonly provesPhone: boolean;
  /** A picture or file for a screen; the same bytes attached twice are two attachments. */
  attach(name: string, contentType: AttachmentType, bytes: Uint8Array): Attachment;
  /** Draws a new API key: `token` to be shown once, the rest to be stored. Never the same twice. */
  mintKey(): { readonly token: string; readonly publicId: string; readonly secretHash: Buffer };
  readonly codes: Codes;
  /** All commands there are, for what speaks about them or runs one by its name. */
  readonly commands: CommandDirectory;
  /** A channel's token as it is stored: unreadable without the installation's secret. */
  sealToken(channelId: string, token: string): Uint8Array;
}

/** The acting person as a member of the active workspace. Throws `Refusal` where there is none. */
export function actorOf(ctx: Context): Actor {
  if (!ctx.workspace || !ctx.membership) throw new Refusal('no_workspace');
  return { person: ctx.person, workspace: ctx.workspace, membership: ctx.membership };
}
