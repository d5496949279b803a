import { defineScheme } from '../define-scheme.ts';

/** A cabinet of projects: one role a member, and every role reaches every project. */
export const cabinet = defineScheme({
  key: 'cabinet',
  rolesPerMember: 'one',
  keystone: { role: 'owner', holders: 'exactly_one' },
  edits: 'keystone',
  roles: [
    { key: 'owner', can: 'everything' },
    {
      key: 'administrator',
      can: {
        project: 'all',
        bot: 'all',
        channel: 'all',
        scenario: 'all',
        intent: 'all',
        external_request: 'all',
        campaign: 'all',
        audience: 'all',
        report: 'all',
        analytics: 'all',
        history: ['view'],
        member: ['view'],
        invitation: ['view'],
      },
    },
    {
      key: 'editor',
      can: { scenario: 'all', project: ['view'], bot: ['view'], channel: ['view'] },
    },
    {
      key: 'observer',
      can: { scenario: ['view'], project: ['view'], bot: ['view'] },
    },
    { key: 'balance_manager', can: { billing: 'all' } },
    { key: 'guest', can: {}, withoutBaseline: true },
  ],
});
