import { storable } from '../characters.ts';

/** Who the bot is. */
export interface Self {
  readonly groupId: number;
  /** Short name of the community in links, lower case; null while it has none of its own. */
  readonly screenName: string | null;
}

/** A place in a text that points at someone, by id or by the name in their address. */
export interface Pointer {
  /** UTF-16 offset and length within the text. */
  readonly offset: number;
  readonly length: number;
  readonly target: { readonly userId: number } | { readonly screenName: string };
}

/** A text as a person typed it, without VK's markup and without the bot's own name. */
interface Written {
  readonly text: string;
  readonly pointers: readonly Pointer[];
  /** The bot is named, or the text is a command. */
  readonly addressed: boolean;
}

/** More names in one message are left as they are: each may cost a call. */
const MAX_NAMES = 20;

/** `[id1|Anna]`, `@anna`, `vk.com/anna`, where they mean themselves. */
const POINTER =
  /\[(id|club|public|event)(\d{1,15})\|([^\]]*)\]|(?<![\p{L}\p{N}_.@/-])(?:@|(?:https?:\/\/)?(?:m\.)?vk\.(?:com|ru|me)\/)([A-Za-z]\w*(?:\.\w+)*)(?![\p{L}\p{N}_@/?=-])/gu;

/** Reads a text of VK: markup gives way to what the client shows, the bot's own name is taken off. */
export function readText(raw: string, self: Self): Written {
  const source = storable(unescaped(raw));
  const pointers: Pointer[] = [];
  let text = '';
  let from = 0;
  let named = false;
  for (const match of source.matchAll(POINTER)) {
    const [whole, kind, number, shown, name] = match;
    text += source.slice(from, match.index);
    from = match.index + whole.length;
    if (isSelf(kind, number, name, self)) {
      named = true;
      from = afterName(source, from, text.trim() === '');
      text = text.trimEnd();
      continue;
    }
    const target = targetOf(kind, number, name);
    const kept = kind === undefined ? whole : (shown ?? '').trim() || whole;
    if (target && pointers.length < MAX_NAMES)
      pointers.push({ offset: text.length, length: kept.length, target });
    text += kept;
  }
  text += source.slice(from);
  return { text, pointers, addressed: named || /^\s*\//.test(text) };
}

function isSelf(
  kind: string | undefined,
  number: string | undefined,
  name: string | undefined,
  self: Self,
): boolean {
  if (kind !== undefined) return kind !== 'id' && Number(number) === self.groupId;
  const lower = name?.toLowerCase();
  return lower === `club${self.groupId}` || lower === `public${self.groupId}` || lower === self.screenName;
}

/** Where the text goes on after the bot's name: at the beginning a comma or colon goes with it. */
function afterName(source: string, end: number, first: boolean): number {
  const rest = source.slice(end);
  if (!first) return end;
  return end + (/^\s*[,:]?\s*/.exec(rest)?.[0].length ?? 0);
}

function targetOf(
  kind: string | undefined,
  number: string | undefined,
  name: string | undefined,
): Pointer['target'] | null {
  if (kind === 'id') return Number(number) > 0 ? { userId: Number(number) } : null;
  if (name === undefined) return null;
  const id = /^id([1-9]\d{0,14})$/i.exec(name)?.[1];
  return id === undefined ? { screenName: name.toLowerCase() } : { userId: Number(id) };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '<br>': '\n',
};

/** Texts come escaped for HTML. */
function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);|<br>/g, (found) => ESCAPES[found] ?? found);
}
