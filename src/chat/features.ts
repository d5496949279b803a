import type { Feature } from './command.ts';
import { identity } from './features/identity.ts';
import { invitations } from './features/invitations.ts';
import { keys } from './features/keys.ts';
import { members } from './features/members.ts';
import { oneself } from './features/oneself.ts';
import { schemes } from './features/schemes.ts';
import { things } from './features/things.ts';
import { workspaces } from './features/workspaces.ts';

/** Everything the chat can do, in the order of help and menus. */
export const features: readonly Feature[] = [
  workspaces,
  invitations,
  members,
  schemes,
  things,
  keys,
  identity,
  oneself,
];
