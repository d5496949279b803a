import type { ActorParts } from '../actor.ts';
import { createActor } from '../actor.ts';

/** Tells the main story. Throws `StoryBroken` at the first step that does not come out. */
export async function tellMainStory(parts: ActorParts): Promise<void> {
  const { narrator } = parts;
  const anna = createActor(parts, { name: 'Anna', language: 'en', username: 'anna' });
  narrator.chapter('Anna creates a workspace');
  await anna.says('/new Acme');
  await anna.presses('Company');
  anna.sees('Acme is ready');
}
