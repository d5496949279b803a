/** A person as events show them. */
export interface ViberUser {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly country: string;
  /** What the person's client understands: 13 answers messages that ask for more. */
  readonly apiVersion: number;
  /** Shared by the share-phone button; digits with a plus. */
  readonly phone: string;
}

/** One button of a keyboard or a rich media message. */
export interface ViberButton {
  readonly Columns: number;
  readonly Rows: number;
  readonly ActionType: 'reply' | 'open-url' | 'location-picker' | 'share-phone' | 'none' | 'open-map';
  readonly ActionBody: string;
  readonly Text: string;
  readonly Silent: boolean;
}

/** A message as it is in the chat of a person and the bot. */
export interface StoredMessage {
  readonly token: string;
  readonly fromBot: boolean;
  readonly type: string;
  /** Text, or the text of a picture; empty where there is none. */
  readonly text: string;
  /** Buttons of a rich media message, which stay with it. */
  readonly rich: readonly ViberButton[];
  /** Buttons of the keyboard that came with it, which the next keyboard replaces. */
  readonly keyboard: readonly ViberButton[] | null;
  /** Address of a picture, file or link. */
  readonly media: string | null;
  /** A pressed reply that the chat does not show. */
  readonly silent: boolean;
  /** What was sent, whole. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A person and how they stand to the bot. */
export interface Contact {
  readonly user: ViberUser;
  subscribed: boolean;
  /** Oldest first. */
  readonly messages: StoredMessage[];
  /** Times of the bot's messages since the person last wrote, newest last. */
  unanswered: number[];
  /** Times at which the bot asked for the person's details. */
  asked: number[];
  /** What the bot last left on the phone: it comes back with every message. */
  trackingData: string;
}

/** What a bot asked for with set_webhook. */
export interface WebhookTarget {
  readonly url: string;
  /** Null: all. Messages and (un)subscriptions come in any case. */
  readonly eventTypes: readonly string[] | null;
  readonly sendName: boolean;
}

/** What kinds of events can be asked for; the first three are always sent. */
export const EVENT_TYPES = [
  'message',
  'subscribed',
  'unsubscribed',
  'delivered',
  'seen',
  'failed',
  'conversation_started',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
