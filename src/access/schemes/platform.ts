import { defineScheme } from '../define-scheme.ts';

/** Managers of a calling and messaging platform: several roles a member, run by its admins together. */
export const platform = defineScheme({
  key: 'platform',
  rolesPerMember: 'many',
  keystone: { role: 'admin', holders: 'at_least_one' },
  edits: 'peers',
  roles: [
    {
      key: 'admin',
      can: {
        member: 'all',
        invitation: 'all',
        campaign: 'all',
        scenario: 'all',
        number: 'all',
        billing: 'all',
        report: ['view'],
        workspace: ['rename', 'configure', 'delete'],
        role: ['define'],
        audit: 'all',
        api_key: 'all',
        project: 'all',
        bot: 'all',
        channel: 'all',
      },
    },
    {
      key: 'manager',
      can: { member: ['view'], campaign: 'all', scenario: 'all', number: 'all', report: ['view'] },
    },
    {
      key: 'operator',
      can: {
        campaign: ['view', 'start', 'stop'],
        scenario: ['view'],
        number: ['view'],
        report: ['view'],
      },
    },
    {
      key: 'viewer',
      can: { campaign: ['view'], scenario: ['view'], number: ['view'], report: ['view'] },
    },
    {
      key: 'service',
      can: {
        scenario: ['view', 'update'],
        billing: 'all',
        api: ['access'],
        api_key: 'all',
        system: ['administer'],
      },
    },
  ],
  recommendations: [
    { person: 'leader', role: 'admin' },
    { person: 'project_manager', role: 'manager' },
    { person: 'operator', role: 'operator' },
    { person: 'analyst', role: 'viewer' },
    { person: 'technical_specialist', role: 'service' },
  ],
});
