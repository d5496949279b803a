/** The messengers that Castellan speaks. */
export type MessengerName = 'telegram' | 'vk' | 'viber';

/** Everything that carries what we say: e-mail carries no updates back. */
export type ChannelName = MessengerName | 'email';

/** A person as a messenger shows them: the sender of an update, or a person it points to. */
export interface Profile {
  /** The messenger's own id of the account, as text (64-bit ids do not fit a number). */
  readonly accountId: string;
  /** Display name as typed by its owner: hostile, unbounded in content, never empty. */
  readonly name: string;
  /** Without the leading `@`; null where the account has none. */
  readonly username: string | null;
  /** The messenger's language tag (`en`, `pt-br`), null where it tells none. */
  readonly language: string | null;
  /** Country by ISO 3166, where the messenger tells it. */
  readonly country?: string;
}

/** Where an update was written and where its answer goes. */
export interface Chat {
  readonly id: string;
  readonly kind: 'private' | 'group';
  /** Forum topic to answer in; null outside topics and in the General topic. */
  readonly topic: string | null;
}

/** A person named inside a text by a mention that carries an account but no username. */
export interface Mention {
  /** UTF-16 offset and length within the text of the event. */
  readonly offset: number;
  readonly length: number;
  readonly profile: Profile;
}

/** What happened, in words that every messenger shares. */
export type UpdateEvent =
  | {
      readonly kind: 'message';
      /** The text with the bot's own name taken off (`/invite@this_bot x` reads `/invite x`). */
      readonly text: string;
      readonly messageId: string;
      /** In a group: the message is a command, answers the bot or names it. Always true in private. */
      readonly addressed: boolean;
      readonly mentions: readonly Mention[];
      /** Author of the message replied to, unless that is the bot itself or unknown. */
      readonly replyTo: Profile | null;
      /** The message is a forward: its author, or `hidden` where the author forbids the link. */
      readonly forwardOf: Profile | 'hidden' | null;
    }
  /** The bot was opened, with the payload of the deep link if there was one. */
  | { readonly kind: 'start'; readonly payload: string | null }
  /** An inline button was pressed. The payload is as hostile as any text. */
  | {
      readonly kind: 'press';
      /** Answers the press (a toast); lives about a minute. */
      readonly pressId: string;
      readonly payload: string;
      /** The message that carries the button; null when it can no longer be reached. */
      readonly messageId: string | null;
    }
  /** People chosen with the messenger's own picker. */
  | { readonly kind: 'picked'; readonly requestId: number; readonly people: readonly Profile[] }
  /** A contact was shared; `own` is true only when it is provably the sender's. */
  | {
      readonly kind: 'contact';
      readonly own: boolean;
      readonly phone: string;
      readonly profile: Profile | null;
      readonly name: string;
    }
  /** The person stopped or resumed the bot in their private chat. */
  | { readonly kind: 'reachability'; readonly reachable: boolean }
  /** The bot was added to a group or taken out of it. */
  | { readonly kind: 'group'; readonly change: 'joined' | 'left'; readonly title: string }
  /** A group moved to another id and keeps its history there. */
  | { readonly kind: 'moved'; readonly toChatId: string }
  /** Anything else a person sent (a sticker, a voice message). */
  | { readonly kind: 'other'; readonly addressed: boolean };

/** One resource that happened in a messenger, parsed and trusted in form, not in content. */
export interface Update {
  readonly messenger: MessengerName;
  /** Unique within the messenger; a redelivery carries the same one. */
  readonly id: string;
  readonly sender: Profile;
  /** True where the messenger hides which person it is (an administrator who speaks as the group). */
  readonly anonymous?: boolean;
  readonly chat: Chat;
  readonly event: UpdateEvent;
}

/** What became of one update. */
export interface Observation {
  readonly messenger: MessengerName;
  readonly updateId: string;
  /** What was asked: a command, a button's code, a wizard. */
  readonly label: string;
  readonly outcome: 'done' | 'shown' | 'refused' | 'ignored' | 'seen' | 'dead_letter' | 'failed';
  readonly refusal: string | null;
  /** Times the update was read again because something changed meanwhile. */
  readonly retries: number;
  readonly milliseconds: number;
  readonly error: unknown;
}
