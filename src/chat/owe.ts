import type { Notice } from '../domain/notices.ts';
import { noticeScreen, type Tracking } from '../features/notice-screens.ts';
import type { Commit, Committed } from '../store/commit/commit.ts';
import type { OwedRow } from '../store/outbox.ts';
import type { ButtonSigner } from './buttons.ts';
import type { Translator, Translators } from './i18n.ts';
import type { Channel, Outgoing } from './messenger.ts';
import type { Attachment, Reply, Screen } from './reply.ts';
import type { ChannelName } from './update.ts';

/** What rendering for other people needs. */
export interface OweParts {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
}

/** A call to be committed, and what is noted down when it is made. */
export interface Owed {
  readonly outgoing: Outgoing;
  readonly tracking: Tracking | null;
  /** Kept with it in the same commit. */
  readonly attachments: readonly Attachment[];
}

/** The calls that one reply takes. Its attachments come with the first: they are kept once. */
export function oweReply(messenger: Channel, reply: Reply, tracking: Tracking | null = null): Owed[] {
  const attachments = reply.kind === 'toast' ? [] : (reply.screen.attachments ?? []);
  const rendered = messenger.render(reply);
  return rendered.map((outgoing, place) => ({
    outgoing,
    // Buttons stand on the last message: that one is the card to come back to.
    tracking: place === rendered.length - 1 ? tracking : null,
    attachments: place === 0 ? attachments : [],
  }));
}

/** Owed calls as the commit takes them. */
export function committable(owed: readonly Owed[]): Pick<Commit, 'outbox' | 'attachments'> {
  return {
    outbox: owed.map(({ outgoing, tracking }) => ({ ...outgoing, tracking })),
    attachments: owed.flatMap(({ attachments }) => attachments),
  };
}

/** The calls that notices take, each in its recipient's language. Who has no address cannot be told. */
export function oweNotices(parts: OweParts, notices: readonly Notice[]): Owed[] {
  return notices.flatMap((notice) => {
    const { language, timeZone, personId } = notice.to;
    const t = parts.translators(language, timeZone);
    const card = notice.kind === 'invitation.over' ? notice.card : null;
    const address = card ?? notice.to.address;
    const renderer = address ? parts.channels.get(address.messenger) : undefined;
    if (!address || !renderer) return [];
    const { screen, tracking } = noticeScreen(notice, t, (label, verb, ...args) => ({
      kind: 'press',
      label,
      payload: parts.buttons.sign({ verb, args }, personId),
    }));
    const said = address.messenger === 'email' ? asMail(screen, t) : screen;
    const to = { chatId: address.chatId, topic: null };
    const reply: Reply = card
      ? { kind: 'edit', to, messageId: card.messageId, screen: said }
      : { kind: 'send', to, screen: said };
    return oweReply(renderer, reply, tracking ?? (card ? null : { kind: 'notice', personId, screen }));
  });
}

/** What is answered by a press is not answered in a mail: the way is told. */
export function asMail(screen: Screen, t: Translator): Screen {
  const isPressed = screen.buttons.flat().some(({ kind }) => kind === 'press');
  return isPressed ? { ...screen, text: [...screen.text, '\n\n', ...t.rich('mail-answer')] } : screen;
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
