import { emit, shownUser } from '../emitting.ts';
import type { Emulation } from '../emulation.ts';
import { checkMessage } from '../message-check.ts';
import { post } from '../sending.ts';
import { ViberApiError } from '../statuses.ts';
import type { Contact } from '../types.ts';
import type { UserRef } from '../world.ts';

/** What a person sends, as the `message` of the event. */
type Content = Readonly<Record<string, unknown>> & { readonly type: string };

/** A person sends something: from then on they are subscribed, without an event that says so. */
export function send(emulation: Emulation, ref: UserRef, content: Content, silent = false): string | null {
  const contact = emulation.world.personOf(ref);
  contact.subscribed = true;
  contact.unanswered = [];
  const token = emulation.newToken();
  const text = content['text'];
  emulation.world.note(contact, {
    token,
    fromBot: false,
    type: content.type,
    text: typeof text === 'string' ? text : '',
    rich: [],
    keyboard: null,
    media: null,
    silent,
    raw: content,
  });
  emulation.changes.happened();
  const tracking = contact.trackingData === '' ? {} : { tracking_data: contact.trackingData };
  const fields = { sender: shownUser(emulation, contact), message: { ...content, ...tracking }, silent };
  return emit(emulation, contact, 'message', fields, token);
}

/**
 * A person opens `viber://pa?chatURI=…&context=…`. What the bot answers to that event is shown once as a
 * welcome, to people who have not subscribed, too.
 */
export function openLink(emulation: Emulation, ref: UserRef, context: string): string | null {
  const contact = emulation.world.personOf(ref);
  const fields = {
    type: 'open',
    ...(context === '' ? {} : { context }),
    user: shownUser(emulation, contact),
    subscribed: contact.subscribed,
  };
  const token = emulation.newToken();
  return emit(emulation, contact, 'conversation_started', fields, token, ({ body }) =>
    welcome(emulation, contact, body),
  );
}

export function subscribe(emulation: Emulation, ref: UserRef): string | null {
  const contact = emulation.world.personOf(ref);
  contact.subscribed = true;
  contact.trackingData = '';
  emulation.changes.happened();
  return emit(emulation, contact, 'subscribed', { user: shownUser(emulation, contact) });
}

export function unsubscribe(emulation: Emulation, ref: UserRef): string | null {
  const contact = emulation.world.personOf(ref);
  contact.subscribed = false;
  emulation.changes.happened();
  return emit(emulation, contact, 'unsubscribed', { user_id: contact.user.id });
}

/** Shows what stood in the answer, if it is a message. A bad one is dropped: nobody is told. */
function welcome(emulation: Emulation, contact: Contact, body: string): void {
  if (!body.trimStart().startsWith('{')) return;
  try {
    const raw: unknown = JSON.parse(body);
    if (typeof raw !== 'object' || raw === null || !('type' in raw)) return;
    const message = { ...raw };
    post(emulation, contact, checkMessage(message), message);
  } catch (error) {
    if (!(error instanceof ViberApiError) && !(error instanceof SyntaxError)) throw error;
  }
}
