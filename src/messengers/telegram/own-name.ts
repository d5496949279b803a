/** Who the bot is, as getMe tells. */
export interface Self {
  readonly id: number;
  readonly username: string;
}

/** A text without the bot's own name in it. */
interface Stripped {
  readonly text: string;
  /** The name was there, or the text is a command that no other bot is named for. */
  readonly addressed: boolean;
  /** Where a UTF-16 offset of the original text stands now. */
  readonly moved: (offset: number) => number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const COMMAND = /^\s*\/[A-Za-z0-9_]+(?:@(\w+))?(?=\s|$)/;
const MENTION = /(?<![\w@/.])@(\w+)/g;

/**
 * Takes the bot's own name off: `/invite@this_bot x` reads `/invite x`, `@this_bot, help` reads `help`.
 * `marked` are ranges that entities mark as the bot (a mention by its id).
 */
export function stripOwnName(text: string, self: Self, marked: readonly Range[] = []): Stripped {
  const own = self.username.toLowerCase();
  const command = COMMAND.exec(text);
  const named = command?.[1]?.toLowerCase();
  const cuts: Range[] = [];
  if (command !== null && named === own) {
    cuts.push({ start: command[0].length - named.length - 1, end: command[0].length });
  }
  const mentions = [...text.matchAll(MENTION)]
    .filter((match) => match[1]?.toLowerCase() === own)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const mention of [...mentions, ...marked]) cuts.push(withSpace(text, mention));
  const kept = merge(text, cuts);
  const forUs = command !== null && (named === undefined || named === own);
  return {
    text: remove(text, kept),
    addressed: forUs || kept.length > 0,
    moved: (offset) =>
      kept.reduce((sum, cut) => sum - Math.max(0, Math.min(offset, cut.end) - cut.start), offset),
  };
}

/** A mention goes with the space, and at the beginning the comma, that set it apart. */
function withSpace(text: string, mention: Range): Range {
  const start = text.slice(0, mention.start).trimEnd().length;
  const punctuated = start === 0 && /[,:]/.test(text.charAt(mention.end));
  const end = punctuated ? mention.end + 1 : mention.end;
  return { start, end: start === 0 ? afterSpace(text, end) : end };
}

function afterSpace(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function merge(text: string, cuts: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || cut.start > last.end) merged.push(cut);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) };
  }
  const first = merged[0];
  if (first?.start === 0) merged[0] = { start: 0, end: afterSpace(text, first.end) };
  return merged;
}

function remove(text: string, cuts: readonly Range[]): string {
  if (cuts.length === 0) return text;
  const ends = [0, ...cuts.map((cut) => cut.end)];
  return ends.map((end, index) => text.slice(end, cuts[index]?.start)).join('');
}
