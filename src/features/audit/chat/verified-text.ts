import type { Context } from '../../../chat/context.ts';
import type { RichText } from '../../../chat/reply.ts';
import type { AuditVerified } from '../queries.ts';

/** What a verification found, and what became of the fingerprint noted earlier. */
export function verifiedText({ t }: Context, found: AuditVerified): RichText {
  const { events, unkeyed, noted } = found;
  return [
    ...(noted === null ? [] : [...t.rich(`audit-noted-${noted}`), '\n\n']),
    ...wholeText(t, found),
    ...(unkeyed === 0 || events === 0 ? [] : ['\n\n', ...t.rich('audit-unkeyed', { events: unkeyed })]),
  ];
}

function wholeText(t: Context['t'], { events, fault, fingerprint }: AuditVerified): RichText {
  if (fault !== null)
    return t.rich(`audit-broken-${fault.replace('_', '-')}`, { position: events + 1, events });
  return fingerprint === null
    ? t.rich('audit-verified-none')
    : t.rich('audit-verified', { events, fingerprint: { composed: fingerprint } });
}
