import { defineScheme } from '../define-scheme.ts';

/** An agency's admins, and clients who see only the bots they were given. No one deletes a bot. */
export const agency = defineScheme({
  key: 'agency',
  rolesPerMember: 'one',
  keystone: { role: 'admin', holders: 'at_least_one' },
  edits: 'peers',
  never: { bot: ['delete'] },
  roles: [
    {
      key: 'admin',
      can: {
        bot: ['view', 'create', 'update', 'configure', 'publish', 'approve', 'export', 'import'],
        api_key: 'all',
        member: 'all',
        invitation: 'all',
        project: ['view', 'create', 'update'],
        channel: ['view', 'create', 'update'],
        scenario: ['view', 'create', 'update'],
        ui: ['configure'],
        history: 'all',
        workspace: ['rename', 'configure'],
        role: ['define'],
        audit: 'all',
        billing: ['view'],
      },
    },
    {
      key: 'client',
      reach: 'granted_things',
      can: {
        bot: ['view', 'update'],
        ui: ['configure'],
        history: ['view', 'interact'],
        scenario: ['view', 'update'],
      },
    },
  ],
});
