import { badRequest } from './errors.ts';
import type { MessageEntity } from './types.ts';

// td/telegram/MessageEntity.cpp, parse_html: the tags it knows and the entity each one makes.
const ENTITY_OF_TAG: Readonly<Record<string, string>> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN = /<(\/?)([^\s<>/=]*)([^<>]*)>|<|&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));/gi;

interface OpenTag {
  tag: string;
  entity: MessageEntity;
}

/**
 * Parses text of `parse_mode` HTML into plain text and entities.
 * Throws 400 "can't parse entities: …" in the server's words, with byte offsets, on unknown,
 * unmatched or unclosed tags.
 */
export function parseHtml(source: string): { text: string; entities: MessageEntity[] } {
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(TOKEN)) {
    text += source.slice(from, match.index);
    from = match.index + match[0].length;
    const [whole, slash, name = '', attributes = '', decimal, hex, named] = match;
    if (whole.startsWith('&')) {
      text += named !== undefined ? (NAMED[named.toLowerCase()] ?? whole) : codePoint(decimal, hex, whole);
    } else if (slash === undefined) {
      throw brokenStart(source, match.index);
    } else if (slash === '/') {
      close(open, name.toLowerCase(), text.length, entities, () => byteOffset(source, match.index));
    } else {
      const tag = name.toLowerCase();
      open.push({
        tag,
        entity: openTag(tag, attributes, text.length, () => byteOffset(source, match.index)),
      });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: text + source.slice(from), entities };
}

function openTag(tag: string, attributes: string, offset: number, at: () => number): MessageEntity {
  const type = ENTITY_OF_TAG[tag];
  if (type === undefined) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${at()}`);
  const attribute = (name: string): string | undefined =>
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i')
      .exec(attributes)
      ?.slice(1)
      .find((value) => value !== undefined);
  if (tag === 'span' && attribute('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at()}`);
  }
  const entity: MessageEntity = { type, offset, length: 0 };
  if (tag === 'a') entity.url = unescapeHtml(attribute('href') ?? '');
  if (tag === 'tg-emoji') entity.custom_emoji_id = attribute('emoji-id') ?? '';
  if (tag === 'blockquote' && /\bexpandable\b/i.test(attributes)) entity.type = 'expandable_blockquote';
  return entity;
}

/** A `<` that no `>` ends: the server names the tag unless the text stops within its name. */
function brokenStart(source: string, index: number): Error {
  const name = /^[^\s<>/=]*/.exec(source.slice(index + 1))?.[0].toLowerCase() ?? '';
  const known = ENTITY_OF_TAG[name] !== undefined;
  const cut = index + 1 + name.length >= source.length;
  const what = known || cut ? 'Unclosed start tag' : `Unsupported start tag "${name}"`;
  return cannotParse(`${what} at byte offset ${byteOffset(source, index)}`);
}

function close(
  open: OpenTag[],
  name: string,
  end: number,
  entities: MessageEntity[],
  at: () => number,
): void {
  const last = open.pop();
  if (last === undefined) throw cannotParse(`Unexpected end tag at byte offset ${at()}`);
  if (name !== '' && name !== last.tag) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${at()}, expected "</${last.tag}>", found "</${name}>"`,
    );
  }
  last.entity.length = end - last.entity.offset;
  if (last.entity.length > 0) entities.push(last.entity);
}

function codePoint(decimal: string | undefined, hex: string | undefined, whole: string): string {
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function unescapeHtml(value: string): string {
  return value.replace(/&(lt|gt|amp|quot);/g, (whole, name: string) => NAMED[name] ?? whole);
}

function byteOffset(source: string, index: number): number {
  return Buffer.byteLength(source.slice(0, index), 'utf8');
}

function cannotParse(detail: string): Error {
  return badRequest(`can't parse entities: ${detail}`);
}
