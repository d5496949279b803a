import type { Committed } from '../store/commit.ts';
import type { OwedRow } from '../store/outbox.ts';
import type { Notice } from '../workspace/notices.ts';
import type { ButtonSigner } from './buttons.ts';
import type { Translators } from './i18n.ts';
import type { Messenger, Outgoing } from './messenger.ts';
import { noticeScreen, type Tracking } from './notice-screens.ts';
import type { MessengerName } from './update.ts';

/** What rendering for other people needs. */
export interface OweParts {
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
}

/** A call to be committed, and what is noted down when it is made. */
export interface Owed {
  readonly outgoing: Outgoing;
  readonly tracking: Tracking | null;
}

/** The calls that notices take, each in its recipient's language. Who has no address cannot be told. */
export function oweNotices(parts: OweParts, notices: readonly Notice[]): Owed[] {
  return notices.flatMap((notice) => {
    const { language, personId } = notice.to;
    const card = notice.kind === 'invitation.over' ? notice.card : null;
    const address = card ?? notice.to.address;
    const renderer = address ? parts.messengers.get(address.messenger) : undefined;
    if (!address || !renderer) return [];
    const { screen, tracking } = noticeScreen(
      notice,
      parts.translators(language, 'UTC'),
      (label, verb, ...args) => ({
        kind: 'press',
        label,
        payload: parts.buttons.sign({ verb, args }, personId),
      }),
    );
    const to = { chatId: address.chatId, topic: null };
    const rendered = renderer.render(
      card ? { kind: 'edit', to, messageId: card.messageId, screen } : { kind: 'send', to, screen },
    );
    // Buttons stand on the last message: that one is the card to come back to.
    return rendered.map(
      (outgoing, place): Owed => ({ outgoing, tracking: place === rendered.length - 1 ? tracking : null }),
    );
  });
}

/** The committed calls as rows in this process's hands. */
export function rowsOf(
  committed: Extract<Committed, { kind: 'committed' }>,
  owed: readonly Owed[],
): OwedRow[] {
  return committed.outbox.flatMap((id, place): OwedRow[] => {
    const one = owed[place];
    return one ? [{ id, outgoing: one.outgoing, tracking: one.tracking, attempts: 0 }] : [];
  });
}
