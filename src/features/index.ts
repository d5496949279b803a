import type { Feature } from '../chat/feature.ts';
import { identity } from './accounts/index.ts';
import { keys } from './api-keys/index.ts';
import { oneself } from './home/index.ts';
import { invitations } from './invitations/index.ts';
import { members } from './members/index.ts';
import { things } from './resources/index.ts';
import { schemes } from './schemes/index.ts';
import { workspaces } from './workspaces/index.ts';

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
