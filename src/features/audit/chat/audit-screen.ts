import { z } from 'zod';
import { rightNamed } from '../../../access/vocabulary.ts';
import type { Act } from '../../../chat/act.ts';
import type { Value, Values } from '../../../chat/i18n.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import { schemeTitle } from '../../schemes/chat/offered-schemes.ts';
import type { AuditEvent } from '../queries.ts';

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
  act: Act,
  scheme: string,
  found: Found<'audit.page'>,
  filter: string,
  isFirst: boolean,
): Screen {
  const { t } = act;
  const [person] = found.people;
  const heading = person ? t.rich('audit-of', { person: person.name }) : t.rich('audit');
  const lines = found.events.flatMap((event): RichText => ['\n', ...auditLine(act, scheme, event)]);
  const last = found.events.at(-1);
  const turning: Button[] = [
    ...(isFirst ? [] : [act.button(t.text('audit-newest'), 'al', '', filter)]),
    ...(found.hasOlder && last ? [act.button(t.text('audit-older'), 'al', last.id, filter)] : []),
  ];
  const filters = FILTERS.filter((one) => one !== filter).map((one) =>
    act.button(t.text(`audit-filter-${one}`), 'al', '', one),
  );
  return {
    text: [...heading, '\n', ...(lines.length > 0 ? lines : ['\n', ...t.rich('audit-none')])],
    buttons: [
      ...(turning.length > 0 ? [turning] : []),
      filters.slice(0, 3),
      filters.slice(3),
      [
        ...(filter === '' ? [] : [act.button(t.text('audit-all'), 'al')]),
        act.button(t.text('button-home'), 'hm'),
      ],
    ],
  };
}

/** One event as a sentence, with its time in the person's zone. */
function auditLine(act: Act, scheme: string, event: AuditEvent): RichText {
  const { t } = act;
  const somebody = { composed: t.text('audit-somebody') };
  const found = details.parse(event.detail);
  const actor: Value = event.actor ?? { composed: t.text('audit-system') };
  const subject: Value = event.subject ?? found.addressee ?? somebody;
  return [
    ...t.rich('audit-time', { at: t.date(event.at) }),
    ' ',
    ...(event.outcome === 'refused'
      ? refusedLine(act, event, actor)
      : t.rich(keyOf(event, found), { actor, subject, ...valuesOf(act, scheme, found) })),
  ];
}

function refusedLine(act: Act, { action, subject }: AuditEvent, actor: Value): RichText {
  if (action.startsWith('button.')) return act.t.rich('audit-refused-button', { actor });
  const right = { composed: rightTitle(act, action) };
  return subject === null
    ? act.t.rich('audit-refused', { actor, action: right })
    : act.t.rich('audit-refused-about', { actor, action: right, subject });
}

/** A right in plain words: "Members: remove". */
function rightTitle({ t }: Act, name: string): string {
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

function valuesOf(act: Act, workspaceScheme: string, found: Details): Values {
  const { t } = act;
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
