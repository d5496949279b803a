import type { MessageEntity } from './types.ts';

// The forms Telegram marks up by itself in typed text. Usernames are 4 to 32 characters,
// commands 1 to 32; a command must stand at a word's start.
const COMMAND = /(?<![\p{L}\p{N}_/@])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu;
const MENTION = /(?<![\p{L}\p{N}_/@])@[A-Za-z0-9_]{4,32}(?![\p{L}\p{N}_@])/gu;
const URL = /(?<![\p{L}\p{N}_@])(?:https?:\/\/|t\.me\/|vk\.com\/)[^\s<>]+[^\s<>.,!?)]/giu;
const EMAIL = /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g;
const HASHTAG = /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]{1,256}/gu;
const SPECIAL = /[/@#.]/;

/** The entities Telegram finds in text a person typed, by offset; earlier kinds win an overlap. */
export function detectEntities(text: string): MessageEntity[] {
  if (!SPECIAL.test(text)) return [];
  const found: MessageEntity[] = [];
  collect(text, 'url', URL, found);
  collect(text, 'email', EMAIL, found);
  collect(text, 'bot_command', COMMAND, found);
  collect(text, 'mention', MENTION, found);
  collect(text, 'hashtag', HASHTAG, found);
  return found.sort((a, b) => a.offset - b.offset);
}

function collect(text: string, type: string, pattern: RegExp, found: MessageEntity[]): void {
  for (const match of text.matchAll(pattern)) {
    const entity: MessageEntity = { type, offset: match.index, length: match[0].length };
    if (!found.some((other) => overlaps(other, entity))) found.push(entity);
  }
}

export function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
