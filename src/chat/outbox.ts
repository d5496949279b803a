import type { Notice } from '../domain/notices.ts';
import type { Commit, Committed } from '../store/commit/commit.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { buttonMaker } from './actions/button-maker.ts';
import type { ButtonSigner } from './actions/button-signer.ts';
import type { Translators } from './i18n.ts';
import type { Channel, Outgoing } from './messenger.ts';
import type { NoticeSpec, NoticeSpecs, Tracking } from './notice.ts';
import type { Attachment, Reply } from './reply.ts';
import type { ChannelName } from './update.ts';

/** What rendering for other people needs. */
export interface OutboxParts {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
  readonly notices: NoticeSpecs;
}

/** A call that a messenger is to make, as it is committed, and what is noted down when it is made. */
export interface OutboxMessage {
  readonly outgoing: Outgoing;
  readonly tracking: Tracking | null;
  /** Kept with it in the same commit. */
  readonly attachments: readonly Attachment[];
}

/** The messages that one reply makes. Its attachments come with the first: they are kept once. */
export function outboxOfReply(
  messenger: Channel,
  reply: Reply,
  tracking: Tracking | null = null,
): OutboxMessage[] {
  const attachments = reply.kind === 'toast' ? [] : (reply.screen.attachments ?? []);
  const rendered = messenger.render(reply);
  return rendered.map((outgoing, place) => ({
    outgoing,
    // Buttons stand on the last message: that one is the card to come back to.
    tracking: place === rendered.length - 1 ? tracking : null,
    attachments: place === 0 ? attachments : [],
  }));
}

/** OutboxMessage calls as the commit takes them. */
export function outboxCommit(messages: readonly OutboxMessage[]): Pick<Commit, 'outbox' | 'attachments'> {
  return {
    outbox: messages.map(({ outgoing, tracking }) => ({ ...outgoing, tracking })),
    attachments: messages.flatMap(({ attachments }) => attachments),
  };
}

/** The messages that notices make, each in its recipient's language. People without an address get none. */
export function outboxOfNotices(parts: OutboxParts, notices: readonly Notice[]): OutboxMessage[] {
  return notices.flatMap((notice) => {
    // The table has a spec for each kind; the compiler does not follow that the kinds of both sides are one.
    const spec = parts.notices[notice.kind] as NoticeSpec<Notice>;
    const destination = spec.to(notice);
    const channel = destination ? parts.channels.get(destination.address.messenger) : undefined;
    if (!destination || !channel) return [];
    const { address, messageId } = destination;
    const { language, timeZone, personId } = notice.to;
    const t = parts.translators(language, timeZone);
    const screen = spec.screen(notice, { t, button: buttonMaker(parts.buttons, personId) });
    const shown = address.messenger === 'email' ? spec.mail(screen, t) : screen;
    const to = { chatId: address.chatId, topic: null };
    const reply: Reply =
      messageId === null
        ? { kind: 'send', to, screen: shown }
        : { kind: 'edit', to, messageId, screen: shown };
    return outboxOfReply(channel, reply, spec.tracking(notice, screen));
  });
}

/** The committed messages as rows, for this process to send. */
export function outboxRows(
  committed: Extract<Committed, { kind: 'committed' }>,
  messages: readonly OutboxMessage[],
): OutboxRow[] {
  return committed.outbox.flatMap((id, place): OutboxRow[] => {
    const one = messages[place];
    return one ? [{ id, outgoing: one.outgoing, tracking: one.tracking, attempts: 0 }] : [];
  });
}
