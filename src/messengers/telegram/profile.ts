import type { Profile } from '../../chat/update.ts';
import { isVisible, storable } from '../characters.ts';

interface Person {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly username?: string | undefined;
  readonly language_code?: string | undefined;
}

/** A person as Telegram shows them; an invisible name gives way to the username, then to the id. */
export function toProfile(id: number, person: Person): Profile {
  const accountId = String(id);
  const username = person.username === undefined || person.username === '' ? null : storable(person.username);
  const name = fullName(person);
  return {
    accountId,
    name: isVisible(name) ? name : (username ?? accountId),
    username,
    language: person.language_code === undefined ? null : storable(person.language_code) || null,
  };
}

/** First and last name joined; may be empty or invisible. */
export function fullName(person: Person): string {
  return storable(`${person.first_name ?? ''} ${person.last_name ?? ''}`.trim());
}
