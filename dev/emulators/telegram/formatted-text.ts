import { badRequest } from './errors.ts';
import { parseHtml } from './html.ts';
import { isObject, type Params } from './params.ts';
import type { MessageEntity, User } from './types.ts';

export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Text 1-4096 and caption 0-1024 UTF-16 units after entities parsing: Bot API, sendMessage and sendDocument. */
export const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
// telegram-bot-api Client.cpp: text is refused unread above this many bytes.
const MAX_RAW_BYTES = 32_768;

const ENTITY_TYPES: ReadonlySet<string> = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough ' +
    'spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'
  ).split(' '),
);

interface TextSource {
  text: string;
  entities: string;
  /** UTF-16 units allowed after parsing. */
  limit: number;
  tooLong: string;
}

/** Reads `text` with `entities` or `parse_mode`. Throws 400 in the server's words. */
export function readText(params: Params, findUser: (id: number) => User | undefined): FormattedText {
  if (params.text('text') === '') throw badRequest('message text is empty');
  const source = { text: 'text', entities: 'entities', limit: MAX_TEXT, tooLong: 'message is too long' };
  const formatted = read(params, source, findUser);
  if (formatted.text === '') throw badRequest('text must be non-empty');
  return formatted;
}

/** Reads `caption` with `caption_entities` or `parse_mode`; may be empty. Throws 400. */
export function readCaption(params: Params, findUser: (id: number) => User | undefined): FormattedText {
  const source = { text: 'caption', entities: 'caption_entities', limit: MAX_CAPTION };
  return read(params, { ...source, tooLong: 'message caption is too long' }, findUser);
}

function read(params: Params, source: TextSource, findUser: (id: number) => User | undefined): FormattedText {
  const raw = params.text(source.text);
  if (raw.length * 3 > MAX_RAW_BYTES && Buffer.byteLength(raw, 'utf8') > MAX_RAW_BYTES) {
    throw badRequest('text is too long');
  }
  const mode = params.text('parse_mode').toLowerCase();
  let formatted: FormattedText;
  if (mode === 'html') formatted = parseHtml(raw);
  else if (mode === '' || mode === 'none') {
    const given = params.json(source.entities, 'entities');
    formatted = { text: raw, entities: given === undefined ? [] : readEntities(given, raw, findUser) };
  } else throw badRequest('unsupported parse_mode');
  const cleaned = clean(formatted);
  if (cleaned.text.length > source.limit) throw badRequest(source.tooLong);
  return cleaned;
}

function readEntities(
  given: unknown,
  text: string,
  findUser: (id: number) => User | undefined,
): MessageEntity[] {
  if (!Array.isArray(given)) throw badRequest("can't parse entities: expected an Array of MessageEntity");
  const entities: MessageEntity[] = [];
  for (const item of given) {
    const entity = readEntity(item, findUser);
    checkBounds(entity, text);
    if (entity.length > 0) entities.push(entity);
  }
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function readEntity(item: unknown, findUser: (id: number) => User | undefined): MessageEntity {
  if (!isObject(item)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = item;
  if (typeof type !== 'string' || !ENTITY_TYPES.has(type)) {
    throw badRequest("can't parse MessageEntity: Unsupported type specified");
  }
  const entity: MessageEntity = { type, offset: Number(offset), length: Number(length) };
  if (type === 'text_link') entity.url = field(item, 'url');
  if (type === 'pre' && typeof item.language === 'string') entity.language = item.language;
  if (type === 'custom_emoji') entity.custom_emoji_id = field(item, 'custom_emoji_id');
  if (type === 'text_mention') {
    if (!isObject(item.user)) throw badRequest('can\'t parse MessageEntity: Can\'t find field "user"');
    const user = findUser(Number(item.user.id));
    if (user === undefined) throw badRequest('user not found');
    entity.user = user;
  }
  return entity;
}

function field(item: Record<string, unknown>, name: string): string {
  const value = item[name];
  if (typeof value !== 'string') throw badRequest(`can't parse MessageEntity: Can't find field "${name}"`);
  return value;
}

function checkBounds({ offset, length }: MessageEntity, text: string): void {
  if (!Number.isInteger(offset) || offset < 0) {
    throw badRequest(`receive an entity with incorrect offset ${offset}`);
  }
  if (!Number.isInteger(length) || length < 0) {
    throw badRequest(`receive an entity with incorrect length ${length}`);
  }
  const end = offset + length;
  if (offset > text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (splitsSymbol(text, offset)) {
    throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${offset}`);
  }
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    );
  }
  if (splitsSymbol(text, end)) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at UTF-16 offset ${end}`,
    );
  }
}

function splitsSymbol(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

// td/telegram/misc.cpp, clean_input_string: line and paragraph separators and the direction
// embeddings and overrides U+2028..U+202E are dropped, other controls become spaces.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNCLEAN = /^\s|\s$|[\u0000-\u0009\u000b-\u001f\u2028-\u202e]/;

/** What the server keeps of a text: cleaned and trimmed, with the entities moved along. */
function clean({ text, entities }: FormattedText): FormattedText {
  if (!UNCLEAN.test(text)) return { text, entities };
  const kept: string[] = [];
  const moved: number[] = [];
  for (let i = 0; i < text.length; i++) {
    moved.push(kept.length);
    const code = text.charCodeAt(i);
    if (code === 0x0d || (code >= 0x2028 && code <= 0x202e)) continue;
    kept.push(code < 0x20 && code !== 0x0a ? ' ' : text.charAt(i));
  }
  moved.push(kept.length);
  const joined = kept.join('');
  const trimmed = joined.trim();
  const lead = joined.length - joined.trimStart().length;
  const place = (index: number): number =>
    Math.min(Math.max((moved[index] ?? kept.length) - lead, 0), trimmed.length);
  const shifted = entities.map((entity) => {
    const offset = place(entity.offset);
    return { ...entity, offset, length: place(entity.offset + entity.length) - offset };
  });
  return { text: trimmed, entities: shifted.filter((entity) => entity.length > 0) };
}
