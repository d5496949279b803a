import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Header lines, unfolded, encoded words decoded. */
  readonly headers: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What the server does with an addressee. */
type Behaviour = 'take' | 'refuse' | 'busy' | 'silent' | 'drop';

/** A real SMTP server whose manners can be changed. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** How often a mail to the address was tried. */
  tries(address: string): number;
  behave(address: string, behaviour: Behaviour): void;
  /** The newest mail to an address. Throws where there is none. */
  lastTo(address: string): ReceivedMail;
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const tries: string[] = [];
  const behaviours = new Map<string, Behaviour>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, session, done) {
      tries.push(address);
      switch (behaviours.get(address) ?? 'take') {
        case 'take':
          return done();
        case 'refuse':
          return done(Object.assign(new Error('no such user'), { responseCode: 550 }));
        case 'busy':
          return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        case 'drop':
          // The server hangs up in the middle.
          return void connectionOf(session.id)?.close();
        case 'silent':
          return undefined;
      }
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push(
          parsed(
            Buffer.concat(chunks).toString('latin1'),
            mailFrom === false ? '' : mailFrom.address,
            rcptTo.map(({ address }) => address),
          ),
        );
        done();
      });
    },
  });
  const connectionOf = (id: string): { close(): void } | undefined =>
    [...(server as unknown as { connections: Set<{ id: string; close(): void }> }).connections].find(
      (connection) => connection.id === id,
    );
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const net = server.listen(0, '127.0.0.1', () => {
      const address = net.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    tries: (address) => tries.filter((one) => one === address).length,
    behave: (address, behaviour) => behaviours.set(address, behaviour),
    lastTo(address) {
      const found = mails.findLast(({ to }) => to.includes(address));
      if (!found) throw new Error(`no mail to ${address}`);
      return found;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parsed(raw: string, from: string, to: readonly string[]): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(decodedWords);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const part = (type: string): string => {
    const found = raw.split(`--${boundary}`).find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
    const [partHead = '', ...body] = found.split('\r\n\r\n');
    return decodedBody(partHead, body.join('\r\n\r\n')).trim();
  };
  return {
    from,
    to,
    headers,
    subject: headers.find((line) => line.startsWith('Subject: '))?.slice('Subject: '.length) ?? '',
    text: part('text/plain'),
    html: part('text/html'),
  };
}

function decodedBody(head: string, body: string): string {
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  return /encoding: quoted-printable/i.test(head) ? unquoted(body.replace(/=\r\n/g, '')) : body;
}

/** Encoded words of a header (RFC 2047). */
function decodedWords(line: string): string {
  return line
    .replace(/\?=\s+=\?UTF-8\?([BQ])\?/gi, (_, kind: string) => `?==?UTF-8?${kind}?`)
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquoted(text.replaceAll('_', ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
