import type { TestApp } from './create-test-app.ts';
import type { Actor } from './dialogue.ts';

/** Who is in a team: the role they are invited with (the founder needs none) and their language. */
type Roster<Name extends string> = Readonly<Record<Name, { role?: string; language?: string }>>;

let teams = 0;

/**
 * People in one workspace: the first founds it, the others are invited and accept. Each is known to Telegram by
 * the key as name, and by a username that `at` tells.
 */
export async function createTeam<Name extends string>(
  app: TestApp,
  scheme: string,
  roster: Roster<Name>,
): Promise<Record<Name, Actor> & { readonly at: (name: Name) => string }> {
  const number = ++teams;
  const at = (name: Name): string => `@${name.toLowerCase().replace(/[^a-z]/g, '')}_${number}`;
  const names = Object.keys(roster) as Name[];
  const people = names.map((name) => {
    const { language = 'en' } = roster[name];
    return [name, app.person(name, { language, username: at(name).slice(1) })] as const;
  });
  const [[, founder] = [], ...joining] = people;
  if (!founder) throw new Error('nobody founds the workspace');
  for (const [, person] of joining) await person.says('/start');
  await founder.says(`/new Acme${number} ${scheme}`);
  for (const [name, person] of joining) {
    await founder.says(`/invite ${at(name)} ${roster[name].role}`);
    await person.presses(person.labels().find((label) => label.startsWith('✅')) ?? '✅');
  }
  return { ...(Object.fromEntries(people) as Record<Name, Actor>), at };
}
