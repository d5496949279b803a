import type { FastifyPluginCallback } from 'fastify';
import type { Translators } from '../../../chat/i18n.ts';
import type { Messenger } from '../../../chat/messenger.ts';
import type { MessengerName } from '../../../chat/update.ts';
import type { Language } from '../../../domain/state.ts';
import type { Offer } from '../queries.ts';
import { acceptedLanguage } from './language.ts';
import { landingPage } from './page.ts';
import { contentSecurityPolicy } from './style.ts';

/** What the landing page needs. */
export interface LandingParts {
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly publicUrl: string | undefined;
  readonly translators: Translators;
  /** The invitation with this token, as a stranger sees it, its role scheme loaded; null where there is none. */
  readonly offer: (token: string) => Promise<Offer | null>;
  readonly defaultLanguage: Language;
  readonly now: () => Date;
  /** Milliseconds; never runs back. */
  readonly clock: () => number;
}

/** Requests that one address may make a minute: many people may stand behind one, and nobody opens so many pages. */
const MAX_A_MINUTE = 300;
/** Addresses remembered at once; beyond that all of them start anew. */
const MAX_ADDRESSES = 10_000;
const MINUTE_MS = 60_000;

/** `GET /i/<token>`: where a mailed invitation leads, and any other when its link is opened in a browser. */
export function landingRoutes(parts: LandingParts): FastifyPluginCallback {
  const allowed = limitAddresses(parts.clock);
  return (server, _options, done) => {
    server.get<{ Params: { token: string } }>('/i/:token', async (request, reply) => {
      reply.headers({
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow',
        vary: 'accept-language',
      });
      if (!allowed(request.ip))
        return reply.code(429).header('retry-after', '60').type('text/plain').send('Too many requests.\n');
      const { token } = request.params;
      const offer = /^[\w-]{24}$/.test(token) ? await parts.offer(token) : null;
      const language =
        acceptedLanguage(request.headers['accept-language'], parts.translators.languages) ??
        offer?.inviter.language ??
        parts.defaultLanguage;
      const page = landingPage(
        {
          offer,
          token,
          messengers: [...parts.messengers.values()],
          address: parts.publicUrl === undefined ? null : `${parts.publicUrl}/i/${token}`,
          now: parts.now(),
        },
        parts.translators(language, 'UTC'),
      );
      return reply.code(page.status).type('text/html; charset=utf-8').send(page.html);
    });
    done();
  };
}

/** Lets each address make so many requests a minute, all at once if it likes. */
function limitAddresses(clock: () => number): (address: string) => boolean {
  let windows = new Map<string, { readonly since: number; count: number }>();
  return (address) => {
    const now = clock();
    const known = windows.get(address);
    if (known && now - known.since < MINUTE_MS) return ++known.count <= MAX_A_MINUTE;
    if (windows.size >= MAX_ADDRESSES) windows = new Map();
    windows.set(address, { since: now, count: 1 });
    return true;
  };
}
