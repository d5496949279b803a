import type { Language } from '../../../domain/state.ts';

/** Which of `languages` a browser likes best (`Accept-Language`, RFC 9110, 12.5.4); null where it names none. */
export function acceptedLanguage(
  header: string | undefined,
  languages: readonly Language[],
): Language | null {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = /^\s*q=(\d(?:\.\d{1,3})?)$/.exec(
        parameters.find((one) => one.includes('q=')) ?? '',
      )?.[1];
      const language = languages.find((one) => one === tag.split('-')[0]);
      return { language, weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  return wishes.find(({ language }) => language !== undefined)?.language ?? null;
}
