import type { Outcome } from './act.ts';
import type { Reply } from './reply.ts';
import type { MessengerName, Update } from './update.ts';

/** A reply and the messenger it goes through. */
export interface Addressed {
  readonly messenger: MessengerName;
  readonly reply: Reply;
}

/**
 * The replies of an outcome, in order: the press is answered first (its waiting mark is what the person
 * looks at), then the screen replaces the message pressed on or is sent, then other cards follow.
 */
export function repliesOf(update: Update, outcome: Outcome): Addressed[] {
  const { messenger, chat, event } = update;
  const to = { chatId: chat.id, topic: chat.topic };
  const replies: Addressed[] = [];
  if (event.kind === 'press') {
    const toast = outcome.toast ?? { text: '', alert: false };
    replies.push({
      messenger,
      reply: {
        kind: 'toast',
        pressId: event.pressId,
        chatId: chat.id,
        text: toast.text,
        alert: toast.alert ?? false,
      },
    });
  }
  if (outcome.screen) {
    const { ask, attachments = [] } = outcome.screen;
    const inPlace = event.kind === 'press' && !outcome.fresh && !ask && attachments.length === 0;
    const place = inPlace ? event.messageId : null;
    replies.push({
      messenger,
      reply:
        place === null
          ? {
              kind: 'send',
              to,
              screen: outcome.screen,
              ...(chat.kind === 'group' && event.kind === 'message' ? { replyTo: event.messageId } : {}),
            }
          : { kind: 'edit', to, messageId: place, screen: outcome.screen },
    });
  }
  for (const edit of outcome.edits ?? []) {
    replies.push({
      messenger: edit.messenger,
      reply: { kind: 'edit', to: edit.to, messageId: edit.messageId, screen: edit.screen },
    });
  }
  return replies;
}
