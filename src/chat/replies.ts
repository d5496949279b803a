import type { Translator } from './i18n.ts';
import type { Messenger } from './messenger.ts';
import type { Outcome } from './plan.ts';
import type { Reply, RichText, Screen } from './reply.ts';
import type { MessengerName, Update } from './update.ts';

/** A reply and the messenger it goes through. */
export interface Addressed {
  readonly messenger: MessengerName;
  readonly reply: Reply;
}

/**
 * The replies of an outcome, in order: the press is answered first (its waiting mark is what the person
 * looks at), then the screen replaces the message pressed on or is sent, then other cards follow.
 *
 * @param toasts whether the messenger can answer a press over the chat; else the screen says it
 * @param carriesFiles whether it can be sent files; else the screen names them
 */
export function repliesOf(
  update: Update,
  decided: Outcome,
  { toasts, carriesFiles }: Pick<Messenger, 'toasts' | 'carriesFiles'>,
  t: Translator,
): Addressed[] {
  const { messenger, chat, event } = update;
  const sendable = carriesFiles ? decided : withoutFiles(decided, t);
  const outcome = toasts && update.event.kind === 'press' ? sendable : withoutToast(sendable);
  const to = { chatId: chat.id, topic: chat.topic };
  const replies: Addressed[] = [];
  if (event.kind === 'press' && toasts) {
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

/** Files that cannot be sent are named, with what a person who runs the bot can do. */
function withoutFiles({ screen, ...outcome }: Outcome, t: Translator): Outcome {
  if (!screen?.attachments?.length) return screen ? { ...outcome, screen } : outcome;
  const { attachments, ...rest } = screen;
  const names = { composed: attachments.map(({ name }) => name).join(', ') };
  const said = rest.text.length === 0 ? [] : [...rest.text, '\n\n'];
  return { ...outcome, screen: { ...rest, text: [...said, ...t.rich('files-elsewhere', { names })] } };
}

/** What a toast would say stands first on the screen, unless the screen says it anyway. */
function withoutToast({ toast, ...outcome }: Outcome): Outcome {
  if (!toast?.text) return outcome;
  if (!outcome.screen) return { ...outcome, screen: { text: [toast.text], buttons: [] } };
  if (plainText(outcome.screen.text).includes(toast.text)) return outcome;
  const screen: Screen = { ...outcome.screen, text: [toast.text, '\n\n', ...outcome.screen.text] };
  return { ...outcome, screen };
}

function plainText(text: RichText): string {
  return text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
