import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { AuditFilter } from '../queries.ts';
import type * as actions from './actions.ts';
import { auditScreen } from './audit-screen.ts';
import { verifiedText } from './verified-text.ts';

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

/** `/audit [who | action]`: who did what, and to which person, newest first. `/audit verify [fingerprint]` checks the chain, and a fingerprint noted earlier. */
export const auditCommand: Command = {
  name: 'audit',
  where: 'both',
  needs: 'audit.view',
  run(ctx, line) {
    const [first = '', ...rest] = line.text.split(/\s+/);
    return ctx.t.words('words-verify').has(first)
      ? verify(ctx, rest.length === 0 ? null : rest.join(' '))
      : page(ctx, filterFrom(ctx, line), null);
  },
};

/** The pages of the audit, by buttons. */
export const auditHandlers = {
  /** Another page, or the first one under another filter: a kind of action, `refused`, or a person's id. */
  showAudit(ctx, { before, filter }) {
    return page(ctx, filterNamed(filter ?? ''), before);
  },
} satisfies Partial<Handlers<typeof actions>>;

function filterFrom(ctx: Context, line: CommandLine): AuditFilter {
  const [word] = line.words;
  const { messenger } = ctx.update;
  if (line.replyTo) return { kind: 'who', messenger, who: line.replyTo };
  if (!word) return { kind: 'all' };
  if (word.kind === 'person') return { kind: 'who', messenger, who: word.who };
  const named = ctx.t.words('words-refused').has(word.text)
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

function page(ctx: Context, filter: AuditFilter, before: string | null): Plan {
  return planning(() => {
    const { id, scheme } = allowed(ctx);
    return asks({ kind: 'audit.page', workspaceId: id, filter, before, limit: PAGE }, (found) => {
      if (filter.kind === 'who' && found.people.length === 0) throw new Refusal('nobody_found');
      if (filter.kind === 'who' && found.people.length > 1) throw new Refusal('several_found');
      return {
        screen: auditScreen(ctx, scheme, found, carried(filter, found.people[0]?.personId), before === null),
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

function verify(ctx: Context, noted: string | null): Plan {
  return planning(() => {
    const { id } = allowed(ctx);
    return asks({ kind: 'audit.verify', workspaceId: id, noted }, (found) => ({
      screen: { text: verifiedText(ctx, found), buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]] },
    }));
  });
}

function allowed(ctx: Context): { id: string; scheme: string } {
  const actor = actorOf(ctx);
  authorize(actor, ctx.scheme(actor.workspace.scheme), 'audit.view', ctx.now);
  return actor.workspace;
}
