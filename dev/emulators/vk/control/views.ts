import type { VkButton } from '../keyboard.ts';
import type { StoredMessage } from '../world.ts';

/** A message as a person sees it, and as a test wants to ask about it. */
export interface ChatMessage {
  /** Number within the chat. */
  id: number;
  chatId: number;
  fromBot: boolean;
  fromId: number;
  text: string;
  buttons: ShownButton[][];
  replyTo: number | undefined;
  attachments: readonly string[];
  /** How many times it was edited. */
  edits: number;
  deleted: boolean;
}

interface ShownButton {
  text: string;
  kind: 'callback' | 'text' | 'open_link';
  color?: string;
  data?: string;
  url?: string;
}

export function viewMessage(stored: StoredMessage): ChatMessage {
  return {
    id: stored.cmid,
    chatId: stored.peerId,
    fromBot: stored.fromId < 0,
    fromId: stored.fromId,
    text: stored.text,
    buttons: (stored.keyboard?.buttons ?? []).map((row) => row.map(viewButton)),
    replyTo: stored.replyTo,
    attachments: stored.attachments,
    edits: stored.edits,
    deleted: stored.deleted,
  };
}

function viewButton(button: VkButton): ShownButton {
  const { action } = button;
  return {
    text: action.label,
    kind: action.type,
    ...('color' in button && button.color !== undefined && { color: button.color }),
    ...(action.payload !== undefined && { data: action.payload }),
    ...('link' in action && { url: action.link }),
  };
}
