import type { AttachmentType, Reply } from './reply.ts';
import type { ChannelName, MessengerName, Update } from './update.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One call that a messenger queues, rendered: kept in the outbox as it is and sent without thinking. */
export interface Outgoing {
  readonly messenger: ChannelName;
  /** The chat, whose messages leave in order; a call that belongs to no order has a name of its own here. */
  readonly chatId: string;
  /**
   * The messenger's own shape, without the chat; only its `deliver` reads it. One resource in it is read by all: a
   * call that sends an attachment is an object whose `attachment` is the attachment's id.
   */
  readonly body: Json;
  /**
   * Name of the call, the same at every try of it; the sender gives it. A messenger that can refuse a repetition
   * makes its key from this, so that a call whose answer was lost takes effect once.
   */
  readonly id?: string;
}

/** An attachment as `deliver` gets it: read from the store when the call is made. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly contentType: AttachmentType;
  readonly bytes: Uint8Array;
}

/** The id of the attachment that a call sends; null for most calls. */
export function attachmentIdOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('attachment' in body)) return null;
  return typeof body.attachment === 'string' ? body.attachment : null;
}

const EXTENSIONS: Readonly<Record<AttachmentType, string>> = {
  'image/png': 'png',
  'text/csv': 'csv',
  'application/json': 'json',
};

/**
 * Where our HTTP side serves an attachment, below the public address: for messengers that fetch files themselves.
 * The extension is there because some of them go by it; it may be left out.
 */
export function attachmentPath({ id, contentType }: Pick<Upload, 'id' | 'contentType'>): string {
  return `/files/${id}.${EXTENSIONS[contentType]}`;
}

/**
 * How one points at someone, beside their name, phone number and e-mail address: by a `contact` that is shared; by
 * the `name` in their address or a forwarded message; by `any` of these.
 */
export type PointsBy = 'contact' | 'name' | 'any';

/** What a messenger answered to a delivered call. */
export interface Delivered {
  /** Id of the message that now is in the chat; null for a toast. */
  readonly messageId: string | null;
}

/**
 * A call that did not succeed.
 * - `busy`: told to wait `retryAfterMs` (429).
 * - `unreachable`: this chat cannot be written to (blocked, kicked, never started); never retried.
 * - `moved`: the group has a new id, `movedTo`; retried there.
 * - `rejected`: the messenger will never take this call (our bug, or too late); never retried.
 * - `failed`: 5xx, time-out, connection; retried with back-off. The message may have gone out.
 */
export class DeliveryError extends Error {
  readonly reason: 'busy' | 'unreachable' | 'moved' | 'rejected' | 'failed';
  readonly retryAfterMs: number | null;
  readonly movedTo: string | null;
  /** A message from the person ends the wait at once. */
  readonly untilHeard: boolean;

  constructor(
    reason: DeliveryError['reason'],
    message: string,
    details: { retryAfterMs?: number; movedTo?: string; untilHeard?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'DeliveryError';
    this.reason = reason;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.movedTo = details.movedTo ?? null;
    this.untilHeard = details.untilHeard ?? false;
  }
}

/**
 * The messenger has answered and does not accept this bot: its token is wrong, or belongs to another bot, or the
 * address is no server of this messenger. Waiting does not mend that, an operator does.
 */
export class BotRefused extends Error {
  override readonly name = 'BotRefused';
}

/** Hears how a loop fares that runs by itself: after each step that worked, and after each that failed. */
export interface StepReport {
  worked(): void;
  failed(error: unknown): void;
}

/** A webhook request as it came in: the raw body, for messengers that sign it. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** What a messenger makes of a webhook request. */
export type Received =
  /** Not from the messenger, or not readable: answered at once with this status. */
  | { readonly kind: 'refused'; readonly status: 400 | 401 }
  /** To be handled; acknowledged with `ack` only after the commit. */
  | {
      readonly kind: 'update';
      readonly update: Update;
      readonly ack: WebhookAnswer;
      /**
       * The person cannot be written to yet: the first call of the answer travels in the acknowledgement, which
       * this makes of it, and in nothing else.
       */
      readonly carry?: (first: Outgoing) => WebhookAnswer;
    }
  /** Nothing for us in it; acknowledged at once. */
  | { readonly kind: 'ignored'; readonly ack: WebhookAnswer };

export interface WebhookAnswer {
  readonly status: 200;
  readonly contentType: 'application/json' | 'text/plain';
  readonly body: string;
}

/** One list of commands as a messenger's menu shows it. */
export interface CommandMenu {
  readonly scope: 'private' | 'group';
  /** Two-letter language; null for everyone without a list of their own. */
  readonly language: string | null;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

/** An update that another bot has handed over. */
export interface HandedOver {
  /** What it tells by itself: names and titles may be missing. */
  readonly draft: Update;
  /** The whole; rejects when the messenger must be asked for a part of it and cannot be now. */
  complete(): Promise<Update>;
}

/** How far events were pulled, kept across processes: for messengers that do not note down what was confirmed. */
export interface PollPlace {
  /** Null before the first. */
  read(): Promise<string | null>;
  write(place: string): Promise<void>;
}

/** What carries replies to people: each messenger, and e-mail. */
export interface Channel {
  readonly name: ChannelName;
  /** Pure: the calls a reply takes, within the channel's limits; nothing is cut silently. */
  render(reply: Reply): Outgoing[];
  /**
   * Makes one call. `upload` is the attachment that the body names. Throws `DeliveryError` and nothing else.
   */
  deliver(outgoing: Outgoing, signal: AbortSignal, upload?: Upload): Promise<Delivered>;
}

/** The port that every messenger implements. Nothing above it knows a messenger's API. */
export interface Messenger extends Channel {
  readonly name: MessengerName;
  /**
   * Whether a press can be answered by a notice over the chat. Where not, no `toast` is rendered: what it says
   * opens the screen that follows, or is one.
   */
  readonly toasts: boolean;
  /** Whether files can be sent; where not, a screen names them and says what is missing. */
  readonly carriesFiles: boolean;
  /** Whether it has a list of people to choose from (an `ask` of the kind `people`). */
  readonly picksPeople: boolean;
  /** What may be advised where someone has to be pointed at. */
  readonly pointsBy: PointsBy;
  /** Whether it says of a shared number whose it is: elsewhere a number proves nothing, and is not asked for. */
  readonly provesPhone: boolean;
  /**
   * Learns who the bot is (its name is needed for deep links). Throws `BotRefused` if the token is refused; any other
   * error means that no useful answer came.
   */
  init(signal: AbortSignal): Promise<void>;
  /** The link that opens the bot and hands it `payload` (1–64 of `A-Za-z0-9_-`). */
  deepLink(payload: string): string;
  /**
   * Verifies (constant time) and parses one webhook request. Never throws. A messenger whose updates name nobody
   * may first ask who wrote; its promise rejects when it cannot be told, and the update is to come again.
   */
  receive(request: WebhookRequest): Received | Promise<Received>;
  /**
   * One update that another bot's library has received, as its JSON; null if there is nothing for us in it. Never
   * throws. Only messengers that can be a guest in such a bot have it.
   */
  parse?(raw: unknown): HandedOver | null;
  registerMenus(menus: readonly CommandMenu[], signal: AbortSignal): Promise<void>;
  /** Registers our webhook at `url`; called after the server listens. */
  registerWebhook(url: string, signal: AbortSignal): Promise<void>;
  /**
   * Pulls updates until `signal` aborts. `handle` resolves when the update is committed; only then is it
   * confirmed to the messenger. Updates of one chat or person are handled in order, others side by side.
   * A rejecting `handle` leaves the update unconfirmed, to come again. `report` hears whether the messenger answers.
   */
  poll(
    handle: (update: Update) => Promise<void>,
    signal: AbortSignal,
    place?: PollPlace,
    report?: StepReport,
  ): Promise<void>;
}
