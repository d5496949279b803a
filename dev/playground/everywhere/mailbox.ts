import { createServer, type Socket } from 'node:net';

/** A mail server that keeps what it is given, and shows it to a person who asks. */
export interface Mailbox {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  /** The newest mail to an address, as text; undefined where there is none. */
  lastTo(address: string): string | undefined;
  close(): Promise<void>;
}

/** Starts one on a free port. It speaks as much SMTP as a mail needs (RFC 5321), and believes everything. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = createServer((socket) => receive(socket, (to, text) => void mails.push({ to, text })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    lastTo: (wanted) => mails.findLast(({ to }) => to.includes(wanted))?.text,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function receive(socket: Socket, keep: (to: readonly string[], text: string) => void): void {
  let waiting = '';
  let to: string[] = [];
  let inData = false;
  socket.on('error', () => socket.destroy());
  socket.write('220 mailbox\r\n');
  socket.on('data', (chunk) => {
    waiting += chunk.toString('latin1');
    for (;;) {
      const end = inData ? '\r\n.\r\n' : '\r\n';
      const at = waiting.indexOf(end);
      if (at < 0) return;
      const piece = waiting.slice(0, at);
      waiting = waiting.slice(at + end.length);
      if (inData) {
        keep(to, plainText(piece));
        [to, inData] = [[], false];
        socket.write('250 kept\r\n');
        continue;
      }
      const recipient = /^RCPT TO:<([^>]*)>/i.exec(piece)?.[1];
      if (recipient !== undefined) to.push(recipient);
      inData = /^DATA/i.test(piece);
      socket.write(inData ? '354 go on\r\n' : /^QUIT/i.test(piece) ? '221 bye\r\n' : '250 well\r\n');
      if (/^QUIT/i.test(piece)) socket.end();
    }
  });
}

/** The text part of a mail, decoded (RFC 2045: quoted-printable and base64). */
function plainText(raw: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`);
  const part = parts.find((one) => /Content-Type: text\/plain/i.test(one)) ?? raw;
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\r\n\r\n').trim();
  if (/encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/encoding: quoted-printable/i.test(head)) return Buffer.from(text, 'latin1').toString('utf8');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r', '');
}
