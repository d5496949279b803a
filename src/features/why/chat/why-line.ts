import type { CompiledScheme } from '../../../access/compile.ts';
import type { Right } from '../../../access/vocabulary.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { actionTitle, resourceTitle } from '../../../chat/parts/rights.ts';

/** What was written after `/why`: the rights that it may mean, and the name of a resource. */
export interface WhyLine {
  readonly rights: readonly Right[];
  readonly name: string;
}

/** Words of one title at most: "give roles". */
const LONGEST = 3;
/** Forms of a word differ behind these letters, as in "delete" and "deletion". */
const STEM = 4;

/**
 * Reads `bot.publish`, `publish Shop`, `publish bot Shop`, `bots: publish`, with keys and with titles in the person's language.
 * What is neither an action nor a kind of resource is a name. A kind of resource alone means all that is done with it. No
 * rights where nothing is an action.
 */
export function parseWhyLine(text: string, scheme: CompiledScheme, t: Translator): WhyLine {
  const words = text
    .trim()
    .split(/[\s:,]+/u)
    .filter((word) => word !== '');
  const [first = ''] = words;
  const exact = scheme.rights.find((right) => right === first.toLowerCase());
  if (exact !== undefined) return { rights: [exact], name: words.slice(1).join(' ') };

  const resource = takeResource(words, scheme, t);
  const action = takeAction(resource?.rest ?? words, scheme.rights, t);
  if (resource !== null && action !== null) {
    const rights = action.rights.filter((right) => resource.rights.includes(right));
    if (rights.length > 0) return { rights, name: action.rest.join(' ') };
  }
  const led = takeAction(words, scheme.rights, t);
  if (led === null) return { rights: resource?.rest.length === 0 ? resource.rights : [], name: '' };
  const of = takeResource(led.rest, scheme, t);
  const rights = led.rights.filter((right) => of?.rights.includes(right));
  // "delete Report" is about something called so where reports cannot be deleted.
  return of !== null && rights.length > 0
    ? { rights, name: of.rest.join(' ') }
    : { rights: led.rights, name: led.rest.join(' ') };
}

interface Taken {
  readonly rights: readonly Right[];
  readonly rest: readonly string[];
}

function takeAction(words: readonly string[], rights: readonly Right[], t: Translator): Taken | null {
  const keyOf = (right: Right): string => right.slice(right.indexOf('.') + 1);
  return take(words, rights, (right) => [keyOf(right), actionTitle(right, t)]);
}

function takeResource(words: readonly string[], { rights }: CompiledScheme, t: Translator): Taken | null {
  const keyOf = (right: Right): string => right.slice(0, right.indexOf('.'));
  return take(words, rights, (right) => [keyOf(right).replaceAll('_', ' '), resourceTitle(keyOf(right), t)]);
}

/** Takes the longest beginning that names some of the rights; exact names come before other forms of a word. */
function take(
  words: readonly string[],
  rights: readonly Right[],
  namesOf: (right: Right) => readonly string[],
): Taken | null {
  const fitting = (phrase: string, fits: (name: string, phrase: string) => boolean): readonly Right[] =>
    rights.filter((right) => namesOf(right).some((name) => fits(name.toLowerCase(), phrase)));
  for (let count = Math.min(LONGEST, words.length); count > 0; count--) {
    const phrase = words.slice(0, count).join(' ').toLowerCase();
    const found = fitting(phrase, (name, said) => name === said);
    if (found.length > 0) return { rights: found, rest: words.slice(count) };
  }
  const [word = ''] = words;
  const alike = fitting(word.toLowerCase(), isAlike);
  return alike.length === 0 ? null : { rights: alike, rest: words.slice(1) };
}

/** Short words differ behind their third letter, as in "bot" and "bots". */
function isAlike(name: string, said: string): boolean {
  const length = Math.min(STEM, Math.max(3, Math.min(name.length, said.length) - 1));
  return said.length >= 3 && name.length >= 3 && name.slice(0, length) === said.slice(0, length);
}
