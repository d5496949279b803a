import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';

type Control = TelegramEmulator['control'];

const Player = z.object({
  id: z.int().positive(),
  firstName: z.string().min(1),
  username: z.string().exactOptional(),
  languageCode: z.string(),
  /** Has written to the bot before. */
  started: z.boolean(),
});
const Group = z.object({ id: z.int().negative(), title: z.string(), members: z.array(z.int()) });
const Kept = z.object({ people: z.array(Player), groups: z.array(Group) });

/** A person who is played at the terminal. */
export type Player = z.output<typeof Player>;
export type Group = z.output<typeof Group>;

/**
 * The people and groups of the playground. The emulator forgets them when it stops, the bot does not: a file
 * keeps them, so that Anna is the same Anna after a restart.
 */
export interface Cast {
  people(): readonly Player[];
  groups(): readonly Group[];
  /** By username or name, with or without `@`, in any case. */
  find(name: string): Player | undefined;
  findGroup(title: string): Group | undefined;
  addPerson(given: { firstName: string; languageCode: string; username?: string }): Promise<Player>;
  /** Makes a group of these people and brings the bot into it. */
  addGroup(title: string, members: readonly Player[]): Promise<Group>;
  /** Writes down who has started the bot by now. */
  keep(): Promise<void>;
}

/** Who is there from the beginning. */
const FIRST_PEOPLE = [
  { firstName: 'Anna', username: 'anna', languageCode: 'en' },
  { firstName: 'Boris', username: 'boris', languageCode: 'ru' },
  { firstName: 'Vira', username: 'vira', languageCode: 'uk' },
] as const;

/** Brings the people and groups of `dataDir` into the emulator, or the first three people. */
export async function loadCast(dataDir: string, control: Control): Promise<Cast> {
  const path = join(dataDir, 'playground.json');
  const { people, groups } = await readKept(path);
  for (const player of people) control.createUser(player);
  for (const { id, title, members } of groups) control.createGroup({ id, title, members, withBot: true });

  let writing = Promise.resolve();
  const keep = (): Promise<void> => {
    for (const player of people)
      player.started ||= control.messages(player.id).some(({ fromBot }) => !fromBot);
    const text = JSON.stringify({ people, groups }, null, 2);
    writing = writing.then(async () => {
      await writeFile(`${path}.new`, `${text}\n`);
      await rename(`${path}.new`, path);
    });
    return writing;
  };
  const addPerson: Cast['addPerson'] = async (given) => {
    const { id } = control.createUser(given);
    const player: Player = { ...given, id, started: false };
    people.push(player);
    await keep();
    return player;
  };
  if (people.length === 0) for (const person of FIRST_PEOPLE) await addPerson(person);

  return {
    people: () => people,
    groups: () => groups,
    find(name) {
      const wanted = name.replace(/^@/, '').toLowerCase();
      return (
        people.find(({ username }) => username?.toLowerCase() === wanted) ??
        people.find(({ firstName }) => firstName.toLowerCase() === wanted)
      );
    },
    findGroup: (title) => groups.find((group) => group.title.toLowerCase() === title.toLowerCase()),
    addPerson,
    async addGroup(title, members) {
      const ids = members.map(({ id }) => id);
      const { id } = control.createGroup({ title, members: ids });
      control.addBot(id);
      const group: Group = { id, title, members: ids };
      groups.push(group);
      await keep();
      return group;
    },
    keep,
  };
}

async function readKept(path: string): Promise<z.output<typeof Kept>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { people: [], groups: [] };
  const kept = Kept.safeParse(parseJson(text));
  if (!kept.success)
    throw new Error(`${path} is damaged. Remove it to begin with Anna, Boris and Vira again.`);
  return kept.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
