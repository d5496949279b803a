import type { NoticeSpecs } from '../chat/notice.ts';
import { accounts } from './accounts/index.ts';
import { apiKeys } from './api-keys/index.ts';
import { audit } from './audit/index.ts';
import { grants } from './grants/index.ts';
import { MENU_COMMANDS } from './home/groups.ts';
import { home } from './home/index.ts';
import { invitations } from './invitations/index.ts';
import { members } from './members/index.ts';
import { ownership } from './ownership/index.ts';
import { privacy } from './privacy/index.ts';
import { publishing } from './publishing/index.ts';
import { resources } from './resources/index.ts';
import { schemes } from './schemes/index.ts';
import { why } from './why/index.ts';
import { workspaces } from './workspaces/index.ts';

/** Everything the chat can do. */
export const features = [
  members,
  resources,
  accounts,
  why,
  invitations,
  grants,
  home,
  publishing,
  apiKeys,
  schemes,
  ownership,
  privacy,
  audit,
  workspaces,
] as const;

/** How each notice is told; a kind that no feature tells does not compile. */
export const notices: NoticeSpecs = {
  ...accounts.notices,
  ...grants.notices,
  ...invitations.notices,
  ...members.notices,
  ...ownership.notices,
  ...publishing.notices,
  ...schemes.notices,
};

/** The commands as help and menus list them. */
export const commandOrder: readonly string[] = [
  'menu',
  'new',
  'workspaces',
  'workspace',
  'rename',
  'bind',
  'audit',
  'invite',
  'invites',
  'members',
  'member',
  'role',
  'remove',
  'roles',
  'leave',
  'transfer',
  'scheme',
  'why',
  'bots',
  'projects',
  'channels',
  'grant',
  'publish',
  'mask',
  'keys',
  'link',
  'unlink',
  'email',
  'phone',
  'timezone',
  'mydata',
  'forgetme',
  'language',
  'me',
  'help',
  'cancel',
];

/** Whether the menu beside the input field shows a command. Help names every command. */
export function isInMenu(name: string): boolean {
  return MENU_COMMANDS.includes(name);
}
