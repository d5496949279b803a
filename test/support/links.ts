import { type Actor, readable } from './dialogue.ts';

/** The payload of the newest invitation link that the bot showed somebody. */
export function linkShownTo(person: Actor): string {
  const text = person
    .heard()
    .map((message) => readable(message.text ?? ''))
    .findLast((one) => one.includes('start=i_'));
  const payload = /start=(i_[\w-]{24})/.exec(text ?? '')?.[1];
  if (!payload) throw new Error('no link was shown');
  return payload;
}
