import type { Chat, UpdateEvent } from '../../chat/update.ts';
import type { Pointer } from './written.ts';

/** People of a message, as VK names them: by number, or by the name in their address. */
export interface ToldMessage {
  readonly kind: 'message';
  readonly text: string;
  readonly messageId: string;
  readonly addressed: boolean;
  readonly pointers: readonly Pointer[];
  readonly replyToId: number | null;
  readonly forwardOfId: number | null;
}

/** The bot came into a chat or left it; VK does not say which chat by name. */
interface ToldGroup {
  readonly kind: 'group';
  readonly change: 'joined' | 'left';
}

/** What an event says by itself: an `Update` without the names and titles that only the API knows. */
export interface Told {
  readonly id: string;
  readonly senderId: number;
  /** Language of the sender's client, where it is told. */
  readonly language: string | null;
  readonly chat: Chat;
  readonly event:
    | ToldMessage
    | ToldGroup
    | Extract<UpdateEvent, { kind: 'start' | 'press' | 'reachability' | 'other' }>;
}
