import type { Translator } from '../../../chat/i18n.ts';
import { plainText } from '../../../domain/plain-text.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource } from '../../../domain/resource.ts';

/** A name as it is compared: lower case, without the signs that a line is split at. The store does the same. */
export function spoken(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s,;]+/g, ' ')
    .trim();
}

/**
 * Words of a line with the signs that stood between them there: the line was split at commas, and a comma keeps
 * "Shop, Help" from being a bot called "Shop Help". Words that do not follow each other there are only joined.
 */
export function asWritten(line: string, words: readonly string[]): string {
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[\\s,;]+');
  return [...line.matchAll(new RegExp(pattern, 'gu'))].at(-1)?.[0] ?? words.join(' ');
}

/**
 * The resources that a text names one after the other: what stands between commas, where each of these is a name of its
 * own, else the longest name first where several fit; a text that is part
 * of one name only means that one. A bot comes before a project of the same name. Throws `Refusal`
 * (`resource_not_found`, `resource_several`) with what could not be read.
 */
export function resourcesNamed(text: string, resources: readonly Resource[], t: Translator): Resource[] {
  const byLength = [...resources].sort(
    (a, b) => spoken(b.name).length - spoken(a.name).length || a.kind.localeCompare(b.kind),
  );
  const whole = byLength.find(({ name }) => name.toLowerCase() === plainText(text).toLowerCase());
  if (whole) return [whole];
  const parts = text.split(/[,;]/u).filter((part) => spoken(part) !== '');
  const apart = parts.flatMap((part) => byLength.find(({ name }) => spoken(name) === spoken(part)) ?? []);
  if (apart.length === parts.length && parts.length > 1) return [...new Set(apart)];
  const named: Resource[] = [];
  let rest = spoken(text);
  while (rest !== '') {
    const found = byLength.find(({ name }) => beginsWith(rest, spoken(name)));
    const [word = ''] = rest.split(' ', 1);
    if (found) {
      if (!named.includes(found)) named.push(found);
      rest = rest.slice(spoken(found.name).length).trim();
    } else if (t.words('words-name-joining').has(word)) rest = rest.slice(word.length).trim();
    else {
      named.push(onlyPart(asTyped(text, rest), resources));
      rest = '';
    }
  }
  return named;
}

/** The resources that a text may mean: the one of that name, or those that have it in their name. */
export function resourcesMeant(text: string, resources: readonly Resource[]): Resource[] {
  const wanted = spoken(text);
  const exact = resources.filter(({ name }) => spoken(name) === wanted);
  return exact.length > 0 ? exact : resources.filter(({ name }) => spoken(name).includes(wanted));
}

/** The last words of a text as they were typed; `rest` is how they are compared. */
function asTyped(text: string, rest: string): string {
  const words = plainText(text)
    .trim()
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
  return words.slice(-rest.split(' ').length).join(' ');
}

function onlyPart(text: string, resources: readonly Resource[]): Resource {
  const [found, another] = resources.filter(({ name }) => spoken(name).includes(spoken(text)));
  if (!found) throw new Refusal('resource_not_found', { values: { name: text } });
  if (another) throw new Refusal('resource_several', { values: { name: text } });
  return found;
}

function beginsWith(text: string, name: string): boolean {
  return name !== '' && (text === name || text.startsWith(`${name} `));
}
