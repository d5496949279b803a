import type { TelegramEmulator } from '../../src/emulators/telegram/emulator.ts';
import { createPlayer } from './player.ts';

/** A workspace and what its people have done to it by now. */
export interface Team {
  readonly number: number;
  readonly name: string;
  /** Effects in their order, as `action subject`: each is written here when it was seen to have happened. */
  readonly audit: string[];
  /** Who must be a member at the end, as `Name role`. */
  readonly members: string[];
  finished: boolean;
}

export async function playTeam(
  control: TelegramEmulator['control'],
  team: Team,
  _random: () => number,
  signal: AbortSignal,
): Promise<void> {
  const owner = createPlayer(
    control,
    { name: `Olga${team.number}`, username: `olga${team.number}`, started: true },
    signal,
  );
  owner.says(`/new ${team.name}`);
  await owner.presses(/Company/, /roles/);
  await owner.hears(/is ready/);
  team.audit.push('workspace.created');
  team.members.push(`${owner.name} owner`);
  team.finished = true;
}
