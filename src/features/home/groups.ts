/** What people come for, and the commands that serve it, in the order of help. */
export const COMMAND_GROUPS = {
  people: ['members', 'member', 'role', 'remove'],
  invitations: ['invite', 'invites'],
  access: ['roles', 'grant', 'why', 'scheme'],
  bots: ['bots', 'projects', 'channels', 'publish', 'mask'],
  workspace: ['workspace', 'workspaces', 'new', 'rename', 'bind', 'audit', 'keys', 'transfer', 'leave'],
  you: ['me', 'language', 'timezone', 'link', 'unlink', 'email', 'phone', 'mydata', 'forgetme'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A group of commands that people look for together. */
export type CommandGroup = keyof typeof COMMAND_GROUPS;

/** The groups in the order of their buttons. */
export const GROUP_NAMES: readonly [CommandGroup, ...CommandGroup[]] = [
  'people',
  'invitations',
  'access',
  'bots',
  'workspace',
  'you',
];

/** Commands that home shows by themselves, above the groups. */
export const HOME_COMMANDS: readonly string[] = ['members', 'invite', 'invites'];

/** Commands that help tells first, the most wanted on top; at most `MAX_HELP_LINES` of those allowed are shown. */
export const HELP_COMMANDS: readonly string[] = [
  'invite',
  'members',
  'role',
  'invites',
  'bots',
  'roles',
  'why',
  'new',
  'workspaces',
  'language',
];

/** Lines of the first page of help: more is not read on a phone. */
export const MAX_HELP_LINES = 8;

/** Commands in the menu beside the input field: a dozen is looked through at a glance. */
export const MENU_COMMANDS: readonly string[] = [
  'menu',
  'new',
  'workspaces',
  'bind',
  'invite',
  'invites',
  'members',
  'role',
  'roles',
  'bots',
  'me',
  'help',
  'cancel',
];
