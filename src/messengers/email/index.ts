import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { type Channel, DeliveryError } from '../../chat/messenger.ts';
import { renderMail } from './render.ts';

/** Where mail is handed over, and who it comes from. */
export interface EmailSettings {
  /** `smtp(s)://user:password@host:port` */
  readonly smtpUrl: string;
  /** `Name <name@example.org>` */
  readonly from: string;
  /** Patience with the server, milliseconds; default thirty seconds. */
  readonly timeoutMs?: number;
}

/** The channel that carries mail, and its connections. */
export interface EmailChannel extends Channel {
  close(): void;
}

const TIMEOUT_MS = 30_000;
/** Servers that take mail for many count connections of one sender; two are enough for invitations and codes. */
const MAX_CONNECTIONS = 2;

const mail = z.object({ subject: z.string(), text: z.string(), html: z.string() });
const smtpError = z.object({ responseCode: z.number().optional(), command: z.string().optional() });

/**
 * Opens the way mail takes. A mail is at least once with the server that SMTP_URL names; what becomes of it there
 * we do not hear, unless the server refuses the addressee at once.
 */
export function openEmail({ smtpUrl, from, timeoutMs = TIMEOUT_MS }: EmailSettings): EmailChannel {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: MAX_CONNECTIONS,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A mail is text of our own: nothing in it may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'email',
    render: renderMail,
    async deliver({ chatId, body }, signal) {
      const parsed = mail.safeParse(body);
      if (!parsed.success) throw new DeliveryError('rejected', 'this is no mail');
      const { subject, text, html } = parsed.data;
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new DeliveryError('failed', 'the process stops')), {
          once: true,
        });
      });
      const sent = transport.sendMail({
        from,
        to: { name: '', address: chatId },
        subject,
        text,
        html,
        // Nobody's "out of office" shall answer a machine (RFC 3834, section 5).
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      try {
        const { messageId } = await Promise.race([sent, stopped]);
        return { messageId };
      } catch (error) {
        throw error instanceof DeliveryError ? error : deliveryError(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * A refusal of the addressee or of the mail itself (5xx, RFC 5321 section 4.2.1) is final. Everything else may pass:
 * a server that is away or busy, or one that does not know us, which the operator can mend. The server's words are
 * left out: they quote the address.
 */
function deliveryError(cause: unknown): DeliveryError {
  const { responseCode, command = '' } = smtpError.catch({}).parse(cause);
  const isRefused = responseCode !== undefined && responseCode >= 500 && /^(RCPT|DATA)/.test(command);
  const what =
    responseCode === undefined
      ? 'the mail server could not be reached'
      : `SMTP ${responseCode} to ${command}`;
  return new DeliveryError(isRefused ? 'unreachable' : 'failed', what, { cause });
}
