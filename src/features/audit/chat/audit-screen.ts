import { z } from 'zod';
import { rightNamed } from '../../../access/vocabulary.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Value, Values } from '../../../chat/i18n.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import { schemeTitle } from '../../schemes/chat/offered-schemes.ts';
import type { AuditEvent } from '../queries.ts';
import { showAudit } from './actions.ts';

/** What may stand in the details of an event; older events may lack any of it. */
const details = z
  .object({
    name: z.string(),
    scheme: z.string(),
    title: z.string(),
    addressee: z.string().nullable(),
    state: z.string(),
    roles: z.array(z.string()),
    added: z.array(z.object({ role: z.string() })),
    removed: z.array(z.string()),
    from: z.union([z.string(), z.array(z.string())]),
    to: z.union([z.string(), z.array(z.string())]),
    version: z.number(),
    columns: z.string(),
    tail: z.string(),
  })
  .partial()
  .catch({});

/** The kinds of events that buttons filter by. */
const FILTERS = ['membership', 'invitation', 'transfer', 'workspace', 'bot', 'refused'];

/** A page of the audit, a sentence an event. `filter` is what further pages carry along. */
export function auditScreen(
  ctx: Context,
  scheme: string,
  found: Found<'audit.page'>,
  filter: string,
  isFirst: boolean,
): Screen {
  const { t } = ctx;
  const [person] = found.people;
  const heading = person ? t.rich('audit-of', { person: person.name }) : t.rich('audit');
  const lines = found.events.flatMap((event): RichText => ['\n', ...auditLine(ctx, scheme, event)]);
  const last = found.events.at(-1);
  const turning: Button[] = [
    ...(isFirst ? [] : [ctx.button(t.text('audit-newest'), showAudit, { filter })]),
    ...(found.hasOlder && last
      ? [ctx.button(t.text('audit-older'), showAudit, { before: last.id, filter })]
      : []),
  ];
  const filters = FILTERS.filter((one) => one !== filter).map((one) =>
    ctx.button(t.text(`audit-filter-${one}`), showAudit, { filter: one }),
  );
  return {
    text: [...heading, '\n', ...(lines.length > 0 ? lines : ['\n', ...t.rich('audit-none')])],
    buttons: [
      ...(turning.length > 0 ? [turning] : []),
      filters.slice(0, 3),
      filters.slice(3),
      [
        ...(filter === '' ? [] : [ctx.button(t.text('audit-all'), showAudit)]),
        ctx.button(t.text('button-home'), goHome),
      ],
    ],
  };
}

/** One event as a sentence, with its time in the person's zone. */
function auditLine(ctx: Context, scheme: string, event: AuditEvent): RichText {
  const { t } = ctx;
  const someone = { composed: t.text('audit-someone') };
  const found = details.parse(event.detail);
  const actor: Value = event.actor ?? { composed: t.text('audit-system') };
  const subject: Value = event.subject ?? found.addressee ?? someone;
  return [
    ...t.rich('audit-time', { at: t.date(event.at) }),
    ' ',
    ...(event.outcome === 'refused'
      ? refusedLine(ctx, event, actor)
      : t.rich(keyOf(event, found), { actor, subject, ...valuesOf(ctx, scheme, found) })),
  ];
}

function refusedLine(ctx: Context, { action, subject }: AuditEvent, actor: Value): RichText {
  if (action.startsWith('button.')) return ctx.t.rich('audit-refused-button', { actor });
  const right = { composed: rightTitle(ctx, action) };
  return subject === null
    ? ctx.t.rich('audit-refused', { actor, action: right })
    : ctx.t.rich('audit-refused-about', { actor, action: right, subject });
}

/** A right in plain words: "Members: remove". */
function rightTitle({ t }: Context, name: string): string {
  const [resource = '', action = ''] = name.split('.');
  return rightNamed(resource, action) === null
    ? name
    : `${t.text(`rights-${resource.replaceAll('_', '-')}`)}: ${t.text(`right-${action}`)}`;
}

type Details = z.infer<typeof details>;

/** Some kinds of events read differently by what is in them. */
function keyOf({ action, subject }: AuditEvent, { state, addressee }: Details): string {
  const key = `audit-${action.replaceAll('.', '-')}`;
  if (action === 'membership.ended') return state === 'left' ? `${key}-left` : `${key}-removed`;
  if (action === 'invitation.created' && subject === null && !addressee) return `${key}-link`;
  return key;
}

function valuesOf(ctx: Context, workspaceScheme: string, found: Details): Values {
  const { t } = ctx;
  const titles = (roles: readonly string[]): Value =>
    roles.length === 0 ? { composed: '—' } : roleTitles(t, workspaceScheme, roles);
  const either = (value: string | readonly string[] | undefined): Value =>
    typeof value === 'string' ? value : titles(value ?? []);
  return {
    name: found.name ?? '',
    title: found.title ?? '',
    scheme: { composed: found.scheme ? schemeTitle(t, found.scheme) : '—' },
    roles: titles(found.roles ?? []),
    added: titles((found.added ?? []).map(({ role }) => role)),
    removed: titles(found.removed ?? []),
    from: either(found.from),
    to: either(found.to),
    version: found.version ?? 0,
    columns: found.columns ?? '',
    tail: found.tail ?? '',
  };
}
