import { readable } from './person.ts';

/** The payload of the newest invitation link that the bot showed somebody, in any messenger. */
export function linkShownTo(person: { heard(): readonly { readonly text: string }[] }): string {
  const payload = person
    .heard()
    .map(({ text }) => /(?:start|ref|context)=(i_[\w-]{24})/.exec(readable(text))?.[1])
    .findLast((one) => one !== undefined);
  if (!payload) throw new Error('no link was shown');
  return payload;
}
