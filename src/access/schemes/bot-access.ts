import { defineScheme, type RightsTable } from '../define-scheme.ts';

/** "Entire access to all the modules" of a bot, publishing to production apart. */
const allModules = {
  project: 'all',
  bot: ['view', 'create', 'update', 'configure', 'export', 'import', 'delete'],
  channel: 'all',
  scenario: 'all',
  intent: 'all',
  external_request: 'all',
  campaign: 'all',
  audience: 'all',
  report: 'all',
  analytics: 'all',
  conversation: 'all',
  ticket: 'all',
  history: 'all',
  ui: 'all',
  database: ['view'],
  member: ['view'],
} as const satisfies RightsTable;

/** Collaborators on single bots: several roles a person on each bot, shared by the super admin alone. */
export const botAccess = defineScheme({
  key: 'bot_access',
  rolesPerMember: 'many',
  keystone: { role: 'super_admin', holders: 'exactly_one' },
  edits: 'keystone',
  roles: [
    { key: 'super_admin', can: 'everything' },
    { key: 'admin', reach: 'things', can: allModules },
    { key: 'developer', reach: 'things', can: allModules },
    { key: 'database_viewer', reach: 'things', can: { database: ['view'] } },
    {
      key: 'approver',
      reach: 'things',
      can: { bot: ['approve', 'publish'] },
      requires: ['developer'],
    },
    {
      key: 'inbox_admin',
      reach: 'things',
      can: { ticket: 'all', conversation: 'all' },
      canOnOwn: { performance: ['view'] },
    },
    { key: 'inbox_agent', reach: 'things', can: { conversation: ['view', 'reply'] } },
    { key: 'insights', reach: 'things', can: { analytics: ['view'], report: ['view'] } },
    { key: 'engagement_admin', reach: 'things', can: { campaign: 'all', audience: 'all' } },
    { key: 'engagement_user', reach: 'things', can: { campaign: ['view', 'schedule'] } },
  ],
});
