import { create } from 'qrcode';
import type { Translator } from '../../../chat/i18n.ts';
import type { Messenger } from '../../../chat/messenger.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { RichText, Run } from '../../../chat/reply.ts';
import { INVITATION_PREFIX } from '../../../chat/secrets/invitation-token.ts';
import { isByPossession, stateAt } from '../invitation.ts';
import type { Offer } from '../queries.ts';
import { style } from './style.ts';

/** What the page is made of. */
export interface Landing {
  /** Null: there is no invitation with this token. */
  readonly offer: Offer | null;
  readonly token: string;
  readonly messengers: readonly Messenger[];
  /** The page's own address, for the code to be scanned; null where it is not known from outside. */
  readonly address: string | null;
  readonly now: Date;
}

/** A page that is whole in itself: nothing in it is fetched. */
export interface Page {
  readonly status: 200 | 404 | 410;
  readonly html: string;
}

/** Says who invites to what, and where to answer; or why that is over, and what to do next. */
export function landingPage(landing: Landing, t: Translator): Page {
  const { offer, now } = landing;
  if (offer === null) return closed(404, 'landing-unknown', t);
  const { invitation } = offer;
  const state = stateAt(invitation, now);
  if (state === 'pending' && invitation.uses < invitation.maxUses) return open(landing, offer, t);
  // Who did not get it learns nothing of it: to a stranger all of these are one.
  if (!isByPossession(invitation.addressee)) return closed(410, 'landing-over', t);
  return closed(410, state === 'pending' ? 'landing-accepted' : `landing-${state}`, t);
}

function open({ token, messengers, address, now }: Landing, offer: Offer, t: Translator): Page {
  const { invitation, workspace, inviter } = offer;
  const links = messengers.map((messenger) => ({
    name: t.text(`messenger-${messenger.name}`),
    url: messenger.deepLink(INVITATION_PREFIX + token),
  }));
  // The card itself names nobody to people it is not for, and a page does not know who reads it.
  const told = isByPossession(invitation.addressee)
    ? t.rich('landing-invites', {
        actor: inviter.name,
        workspace: workspace.name,
        roles: roleTitles(t, workspace.scheme, invitation.roles),
      })
    : t.rich('landing-personal');
  const toScan = address ?? links[0]?.url;
  const code = toScan === undefined ? '' : codeOf(toScan, t);
  const left =
    invitation.expiresAt > now
      ? t.rich('invitation-card-expires', { expires: t.date(invitation.expiresAt) })
      : [];
  const buttons = links.map(
    ({ name, url }) =>
      `<a class="open" href="${escaped(url)}" rel="noreferrer">${escaped(t.text('landing-open', { messenger: { composed: name } }))}</a>`,
  );
  return {
    status: 200,
    html: documentOf(
      t,
      `<h1>${htmlOf(told)}</h1>
<p>${htmlOf(t.rich('landing-how'))}</p>
${buttons.join('\n')}
<p class="note">${htmlOf(left)}</p>
${code}`,
    ),
  };
}

/** A code to be scanned as a drawing in the page itself; four modules of quiet all around (ISO/IEC 18004, 5.3.8). */
function codeOf(url: string, t: Translator): string {
  const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data.keys()].filter((place) => data[place]);
  const path = dark.map((place) => `M${(place % size) + 4} ${Math.floor(place / size) + 4}h1v1h-1z`).join('');
  const whole = size + 8;
  const label = escaped(t.text('landing-scan'));
  return `<div class="code" role="img" aria-label="${label}"><svg viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path d="${path}"/></svg><p class="note">${label}</p></div>`;
}

function closed(status: 404 | 410, key: string, t: Translator): Page {
  return {
    status,
    html: documentOf(t, `<h1>${htmlOf(t.rich(key))}</h1>\n<p>${htmlOf(t.rich('landing-next'))}</p>`),
  };
}

function documentOf(t: Translator, body: string): string {
  return `<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(t.text('landing-title'))}</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

function htmlOf(text: RichText): string {
  return text.map(runOf).join('').replaceAll('\n', '<br>');
}

function runOf(run: Run): string {
  const text = escaped(typeof run === 'string' ? run : run.text);
  return typeof run !== 'string' && 'style' in run && run.style === 'bold' ? `<b>${text}</b>` : text;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
