import type { TelegramEmulator } from '../../dev/emulators/telegram/emulator.ts';
import { tellInviting } from './inviting.ts';
import { tellManaging } from './managing.ts';
import { createPlayer, type Player } from './player.ts';

/** A workspace and what its people have done to it by now. */
export interface Team {
  readonly number: number;
  readonly name: string;
  /** Effects in their order, as `action subject`: each is written here when it was seen to have happened. */
  readonly audit: string[];
  /** Who is a member, as `Name role`. */
  readonly members: Set<string>;
  finished: boolean;
}

/** What a chapter of a team's story is told with. */
export interface Telling {
  readonly team: Team;
  readonly owner: Player;
  /** Somebody of this team; `started` if the bot may write to them before they wrote. */
  person(name: string, started: boolean): Player;
  /** Whether something happens this time that need not. */
  chance(): boolean;
}

/** How far the story goes: until everybody has joined, or to its end. */
export type Extent = 'joining' | 'whole';

/** Has a team live through its story once. Rejects when something is waited for in vain. */
export async function playTeam(
  control: TelegramEmulator['control'],
  team: Team,
  extent: Extent,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  const person: Telling['person'] = (name, started) => {
    const username = `${name.toLowerCase()}${team.number}`;
    return createPlayer(control, { name: `${name}${team.number}`, username, started }, signal);
  };
  const owner = person('Olga', true);
  owner.says(`/new ${team.name}`);
  await owner.presses(/Company/, /Who will work in/);
  await owner.hears(/is ready/);
  team.audit.push('workspace.created');
  team.members.add(`${owner.name} owner`);

  const telling: Telling = { team, owner, person, chance: () => random() < 0.5 };
  const joined = await tellInviting(telling);
  if (extent === 'whole') await tellManaging(telling, joined);
  team.finished = true;
}
