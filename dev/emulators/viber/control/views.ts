import { rowsOf } from '../button-check.ts';
import type { StoredMessage, ViberButton } from '../types.ts';

/** A message as a person in the chat sees it. */
export interface ChatMessage {
  readonly id: string;
  readonly fromBot: boolean;
  readonly type: string;
  readonly text: string;
  /** Rows of the buttons it carries, in the message itself or on the keyboard that came with it. */
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly media: string | null;
  /** A pressed reply that the chat hides. */
  readonly silent: boolean;
  readonly raw: Readonly<Record<string, unknown>>;
}

interface ShownButton {
  readonly text: string;
  readonly action: ViberButton['ActionType'];
  /** ActionBody: what a reply sends back, the address of a link. */
  readonly data: string;
}

export function viewMessage(stored: StoredMessage): ChatMessage {
  const { token, fromBot, type, text, media, silent, raw } = stored;
  const rows = [...rowsOf(stored.rich), ...rowsOf(stored.keyboard ?? [])];
  const buttons = rows.map((row) =>
    row.map((one): ShownButton => ({ text: one.Text, action: one.ActionType, data: one.ActionBody })),
  );
  return { id: token, fromBot, type, text, buttons, media, silent, raw };
}
