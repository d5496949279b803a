/** What a line typed at the terminal asks for. */
export type Order =
  | { readonly kind: 'nothing' | 'help' | 'people' | 'quit' | 'again' | 'block' | 'unblock' | 'menu' }
  | { readonly kind: 'say'; readonly text: string }
  /** `message` as it is numbered on the screen; null: the newest one with buttons. */
  | { readonly kind: 'press'; readonly message: number | null; readonly button: number }
  | { readonly kind: 'open'; readonly payload: string }
  | { readonly kind: 'as'; readonly name: string }
  | { readonly kind: 'in'; readonly place: string }
  | {
      readonly kind: 'new-person';
      readonly name: string;
      readonly language: string;
      readonly username?: string;
    }
  | { readonly kind: 'group'; readonly title: string; readonly members: readonly string[] }
  /** null: one's own. */
  | { readonly kind: 'contact'; readonly of: string | null }
  | { readonly kind: 'forward'; readonly of: string; readonly text: string }
  | { readonly kind: 'pick'; readonly names: readonly string[] }
  | { readonly kind: 'reply'; readonly message: number; readonly text: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads one line. A `:word` is for the terminal, a bare number presses a button, a link opens; all else is said. */
export function readOrder(line: string, botUsername: string): Order {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  const press = /^(?:#?(\d+)[.:])?(\d{1,3})$/.exec(text);
  if (press) return { kind: 'press', message: press[1] ? Number(press[1]) : null, button: Number(press[2]) };
  const payload = payloadOf(text, botUsername);
  if (payload !== null) return { kind: 'open', payload };
  const meta = /^:([a-z-]+)(?:\s+(.*))?$/s.exec(text);
  if (!meta) return { kind: 'say', text };
  const [, word = '', rest = ''] = meta;
  return readMeta(word, rest.trim());
}

function payloadOf(text: string, botUsername: string): string | null {
  const link = /^(?:https?:\/\/)?t\.me\/(\w+)\/?\?start=([\w-]{0,64})$/i.exec(text);
  if (link) return link[1]?.toLowerCase() === botUsername.toLowerCase() ? (link[2] ?? '') : null;
  return /^i_[\w-]{8,62}$/.test(text) ? text : null;
}

function readMeta(word: string, rest: string): Order {
  const words = rest === '' ? [] : rest.split(/\s+/);
  const [first, second, third] = words;
  switch (word) {
    case 'help':
    case 'people':
    case 'quit':
    case 'again':
    case 'block':
    case 'unblock':
    case 'menu':
      return { kind: word };
    case 'say':
      return rest === '' ? wrong(':say the text') : { kind: 'say', text: rest };
    case 'open':
      return first === undefined ? wrong(':open the-payload') : { kind: 'open', payload: first };
    case 'as':
      return first === undefined ? wrong(':as boris') : { kind: 'as', name: first };
    case 'in':
      return rest === '' ? wrong(':in Team, or :in private') : { kind: 'in', place: rest };
    case 'new-person':
      if (first === undefined || second === undefined) return wrong(':new-person Clara en clara');
      return {
        kind: 'new-person',
        name: first,
        language: second,
        ...(third !== undefined && { username: third.replace(/^@/, '') }),
      };
    case 'group':
      if (first === undefined || second === undefined) return wrong(':group Team anna boris');
      return { kind: 'group', title: first, members: words.slice(1) };
    case 'contact':
      return { kind: 'contact', of: first ?? null };
    case 'forward':
      if (first === undefined) return wrong(':forward boris Hello');
      return { kind: 'forward', of: first, text: words.slice(1).join(' ') || 'Hello' };
    case 'pick':
      return words.length === 0 ? wrong(':pick boris vira') : { kind: 'pick', names: words };
    case 'reply': {
      const message = Number(first?.replace(/^#/, ''));
      const said = rest.replace(/^\S+\s*/, '');
      if (!Number.isInteger(message) || said === '') return wrong(':reply 12 the text');
      return { kind: 'reply', message, text: said };
    }
    default:
      return { kind: 'wrong', why: `There is no :${word}. :help lists what there is.` };
  }
}

function wrong(example: string): Order {
  return { kind: 'wrong', why: `It goes like this: ${example}` };
}
