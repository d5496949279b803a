/**
 * A run of text with one style. Plain strings are plain text: nothing in them is ever read as markup,
 * whatever a name contains.
 */
export type Run =
  | string
  | { readonly text: string; readonly style: 'bold' | 'italic' | 'code' }
  | { readonly text: string; readonly url: string };

/** Text of a screen; line breaks are `\n` inside the runs. */
export type RichText = readonly Run[];

/** A button that sends its payload back to us. `payload` is signed and at most 64 bytes (Telegram's limit). */
export interface PressButton {
  readonly kind: 'press';
  readonly label: string;
  readonly payload: string;
  readonly tone?: 'primary' | 'danger';
}

/** One button of a screen. */
export type Button =
  | PressButton
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** Opens the messenger's "share with…" dialogue for a link and a sentence. */
  | { readonly kind: 'share'; readonly label: string; readonly url: string; readonly text: string };

/** Something asked of the person through the messenger's own means, under the input field. */
export type Ask =
  /** Pick up to `max` people (Telegram: 1–10); `requestId` comes back in the `picked` event. */
  | { readonly kind: 'people'; readonly label: string; readonly requestId: number; readonly max: number }
  /** Share one's own phone number. */
  | { readonly kind: 'contact'; readonly label: string };

/** What may be attached: pictures are shown, the rest can be opened. */
export type AttachmentType = 'image/png' | 'text/csv' | 'application/json';

/**
 * A picture or a file that goes with a screen. Made by `ctx.attach`, so that the id cannot be guessed. The bytes
 * are kept in the commit that queues the reply; on the way they are only named by the id.
 */
export interface Attachment {
  readonly id: string;
  /** What the person sees it called, with its extension: `roles.png`. */
  readonly name: string;
  readonly contentType: AttachmentType;
  readonly bytes: Uint8Array;
}

/** One neutral screen. No messenger's name occurs in it; each messenger renders it within its limits. */
export interface Screen {
  readonly text: RichText;
  /** Rows of buttons; a renderer may wrap a row, never drop a button. */
  readonly buttons: readonly (readonly Button[])[];
  /** Shown instead of inline buttons where the messenger cannot show both. */
  readonly ask?: Ask;
  /** Takes an earlier `ask` off the input field. */
  readonly closeAsk?: boolean;
  /**
   * Pictures and files, in order. The text stands with the last one where the messenger has captions and it fits,
   * else after them; the buttons stand at the very end. Such a screen is always a new message: no messenger
   * makes a picture of a text.
   */
  readonly attachments?: readonly Attachment[];
  /**
   * News that comes by itself, whose buttons only lead on. Where a client shows one keyboard, they are left out: those
   * of what the person is in the middle of stay.
   */
  readonly aside?: boolean;
}

/** Where a reply goes. */
export interface Address {
  readonly chatId: string;
  readonly topic: string | null;
}

/** One resource to be said. */
export type Reply =
  | { readonly kind: 'send'; readonly to: Address; readonly screen: Screen; readonly replyTo?: string }
  /** Replaces a message's screen; becomes a `send` where it cannot be edited (any more), and for attachments. */
  | { readonly kind: 'edit'; readonly to: Address; readonly messageId: string; readonly screen: Screen }
  /** Answers a press. The text may be empty: it only stops the waiting mark. */
  | {
      readonly kind: 'toast';
      readonly pressId: string;
      readonly chatId: string;
      readonly text: string;
      readonly alert: boolean;
    };
