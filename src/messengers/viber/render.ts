import { attachmentPath, type Outgoing } from '../../chat/messenger.ts';
import type { Attachment, Reply, Screen } from '../../chat/reply.ts';
import { ellipsize, storable } from '../characters.ts';
import type { Body, ViberButton } from './body.ts';
import { layout } from './keyboard.ts';
import { pieces } from './text.ts';

/** Clients below these refuse a message with status 13 (keyboards: share-phone; rich media). */
const RICH_MEDIA_VERSION = 2;
const SHARE_PHONE_VERSION = 3;
/** Rows of one card; six columns each. */
const CARD_ROWS = 7;
const MAX_FILE_NAME = 256;

/**
 * The messages that a reply takes, in order. Pure. Nothing can be edited in Viber, so an edit is a new message,
 * which is what the person looks at anyway: the newest one.
 *
 * @param publicUrl where Viber can fetch attachments; without it they are named, not shown
 */
export function render(reply: Reply, publicUrl: string | undefined): Outgoing[] {
  if (reply.kind === 'toast') return notice(reply.chatId, reply.text);
  return messages(reply.screen, publicUrl).map((body) => outgoing(reply.to.chatId, body));
}

/** Viber has no toasts, and says so; one that comes all the same is a message. */
function notice(chatId: string, text: string): Outgoing[] {
  return text.trim() === ''
    ? []
    : pieces([text]).map((piece) => outgoing(chatId, { type: 'text', text: piece }));
}

function messages(screen: Screen, publicUrl: string | undefined): Body[] {
  const { text, buttons, ask, aside = false, attachments = [] } = screen;
  const { rich, keyboard } = layout(aside ? [] : buttons, ask);
  const attached =
    publicUrl === undefined
      ? unfetchable(attachments)
      : attachments.map((attachment) => attachmentBody(attachment, publicUrl));
  const wordless = attached.length > 0 && text.length === 0;
  const said = wordless ? [] : pieces(text).map((piece): Body => ({ type: 'text', text: piece }));
  const bodies = [...attached, ...said, ...rich.map(richBody)];
  const last = bodies.pop();
  if (last === undefined || keyboard === null) return last === undefined ? bodies : [...bodies, last];
  const sharesPhone = keyboard.Buttons.some(({ ActionType }) => ActionType === 'share-phone');
  return [...bodies, { ...last, keyboard, ...(sharesPhone ? { min_api_version: SHARE_PHONE_VERSION } : {}) }];
}

/** Viber fetches files itself. */
function attachmentBody(attachment: Attachment, publicUrl: string): Body {
  const media = publicUrl + attachmentPath(attachment);
  return attachment.contentType === 'image/png'
    ? { type: 'picture', media, text: '' }
    : { type: 'file', media, size: attachment.bytes.length, file_name: fileName(attachment) };
}

/** The chat says so itself, in the reader's language; a person who renders without asking it still loses nothing. */
function unfetchable(attachments: readonly Attachment[]): Body[] {
  if (attachments.length === 0) return [];
  const names = attachments.map(fileName).join(', ');
  return pieces([`📎 ${names}`]).map((piece) => ({ type: 'text', text: piece }));
}

function fileName({ name }: Attachment): string {
  return ellipsize(storable(name), MAX_FILE_NAME);
}

function richBody(buttons: readonly ViberButton[]): Body {
  return {
    type: 'rich_media',
    rich_media: {
      Type: 'rich_media',
      ButtonsGroupColumns: 6,
      ButtonsGroupRows: Math.min(CARD_ROWS, buttons.length),
      Buttons: [...buttons],
    },
    min_api_version: RICH_MEDIA_VERSION,
  };
}

function outgoing(chatId: string, body: Body): Outgoing {
  // JSON has no undefined: what is absent must be absent in the outbox, too.
  return { messenger: 'viber', chatId, body: JSON.parse(JSON.stringify(body)) };
}
