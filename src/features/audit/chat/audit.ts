import { type Act, actorOf, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, CommandLine } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { AuditFilter } from '../queries.ts';
import { auditScreen } from './audit-screen.ts';

const PAGE = 10;

/** First words of the actions there are. */
const ACTIONS = [
  'workspace',
  'group',
  'membership',
  'invitation',
  'transfer',
  'key',
  'button',
  'project',
  'bot',
  'channel',
  'approval',
  'grants',
  'columns',
];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `/audit [who | action]`: who did what to whom, newest first. `/audit verify` checks the chain. */
export const auditCommand: Command = {
  name: 'audit',
  where: 'both',
  needs: 'audit.view',
  run: (act, line) =>
    act.t.words('words-verify').has(line.text) ? verify(act) : page(act, filterFrom(act, line), null),
};

/** Another page, or the first one under another filter: a kind of action, `refused`, or a person's id. */
export const auditPageAction: Action = {
  verb: 'al',
  run(act, [before = '', filter = '']) {
    return page(act, filterNamed(filter), /^\d{1,18}$/.test(before) ? before : null);
  },
};

function filterFrom(act: Act, line: CommandLine): AuditFilter {
  const [word] = line.words;
  const { messenger } = act.update;
  if (line.replyTo) return { kind: 'who', messenger, who: line.replyTo };
  if (!word) return { kind: 'all' };
  if (word.kind === 'person') return { kind: 'who', messenger, who: word.who };
  const named = act.t.words('words-refused').has(word.text)
    ? ({ kind: 'refused' } as const)
    : filterNamed(word.text.toLowerCase());
  return named.kind === 'all' ? { kind: 'who', messenger, who: { kind: 'name', name: line.text } } : named;
}

function filterNamed(name: string): AuditFilter {
  if (UUID.test(name)) return { kind: 'person', personId: name };
  if (name === 'refused') return { kind: 'refused' };
  const [first = ''] = name.split('.');
  return ACTIONS.includes(first) && /^[a-z.]+$/.test(name)
    ? { kind: 'action', action: name }
    : { kind: 'all' };
}

function page(act: Act, filter: AuditFilter, before: string | null): Plan {
  return planning(() => {
    const { id, scheme } = allowed(act);
    return asks({ kind: 'audit.page', workspaceId: id, filter, before, limit: PAGE }, (found) => {
      if (filter.kind === 'who' && found.people.length === 0) throw new Refusal('nobody_found');
      if (filter.kind === 'who' && found.people.length > 1) throw new Refusal('several_found');
      return {
        screen: auditScreen(act, scheme, found, carried(filter, found.people[0]?.personId), before === null),
      };
    });
  });
}

/** The filter as further pages name it. */
function carried(filter: AuditFilter, personId: string | undefined): string {
  switch (filter.kind) {
    case 'all':
      return '';
    case 'refused':
      return 'refused';
    case 'action':
      return filter.action;
    case 'person':
    case 'who':
      return personId ?? '';
  }
}

function verify(act: Act): Plan {
  return planning(() => {
    const { id } = allowed(act);
    return asks({ kind: 'audit.verify', workspaceId: id }, ({ events, brokenAt, fingerprint }) => ({
      screen: {
        text:
          brokenAt === null
            ? act.t.rich('audit-verified', {
                events,
                fingerprint: { composed: fingerprint?.slice(0, 16) ?? '—' },
              })
            : act.t.rich('audit-broken', { position: brokenAt }),
        buttons: [[act.button(act.t.text('button-home'), 'hm')]],
      },
    }));
  });
}

function allowed(act: Act): { id: string; scheme: string } {
  const actor = actorOf(act);
  authorize(actor, act.scheme(actor.workspace.scheme), 'audit.view', act.now);
  return actor.workspace;
}
