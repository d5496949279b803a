import { defineScheme, type RightsTable } from '../define-scheme.ts';

const designer = {
  project: ['view'],
  bot: ['view', 'export'],
  channel: ['view'],
  scenario: ['view', 'update', 'replace'],
  intent: 'all',
  external_request: 'all',
  member: ['view'],
  invitation: ['view'],
  billing: ['view'],
} as const satisfies RightsTable;

const manager = {
  ...designer,
  project: 'all',
  bot: ['view', 'create', 'update', 'configure', 'publish', 'export', 'import', 'delete'],
  channel: 'all',
  scenario: 'all',
} as const satisfies RightsTable;

const administrator = {
  ...manager,
  member: 'all',
  invitation: 'all',
  audit: 'all',
} as const satisfies RightsTable;

const owner = {
  ...administrator,
  owner: 'all',
  workspace: 'all',
  billing: 'all',
  role: 'all',
  api_key: 'all',
} as const satisfies RightsTable;

/** Users of a company: four roles, each broader than the next; one edits only who one outranks. */
export const company = defineScheme({
  key: 'company',
  rolesPerMember: 'one',
  keystone: { role: 'owner', holders: 'exactly_one' },
  edits: 'broader',
  removes: 'peers',
  inviteeMustBeRegistered: true,
  roles: [
    { key: 'owner', can: owner },
    { key: 'administrator', can: administrator },
    { key: 'manager', can: manager },
    { key: 'designer', can: designer },
  ],
});
