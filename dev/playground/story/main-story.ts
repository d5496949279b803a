import type { ActorParts } from '../actor.ts';
import { tellJoining } from './joining.ts';
import { tellLimits } from './limits.ts';
import { tellHandingOver, tellManaging } from './managing.ts';
import { createTrio } from './trio.ts';

/** Tells the main story. Throws `StoryBroken` at the first step that does not come out. */
export async function tellMainStory(parts: ActorParts): Promise<void> {
  const trio = createTrio(parts);
  await tellJoining(trio);
  await tellManaging(trio);
  await tellLimits(trio);
  await tellHandingOver(trio);
}
