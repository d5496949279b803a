import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Messenger } from '../chat/messenger.ts';
import type { Pipeline } from '../chat/pipeline.ts';
import type { InvitationTokens } from '../chat/secrets/invitation-token.ts';
import type { MessengerName } from '../chat/update.ts';
import type { SchemeLibrary } from '../domain/scheme-library.ts';
import { schemesIn } from '../domain/scheme-ref.ts';
import type { Language } from '../domain/state.ts';
import { type AccessParts, accessRoutes } from '../features/decision-api/http/plugin.ts';
import { wellKnownRoutes } from '../features/decision-api/http/well-known.ts';
import type { createQueryRunner } from '../features/find.ts';
import { type LandingParts, landingRoutes } from '../features/invitations/landing/routes.ts';
import { fileRoutes } from '../http/files.ts';
import { healthRoutes } from '../http/health.ts';
import { createServer } from '../http/server.ts';
import { webhookRoutes } from '../http/webhooks.ts';
import { readAttachment } from '../store/attachments.ts';
import { sql } from '../store/sql.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { messageOf } from './log-lines.ts';
import type { Metrics } from './metrics.ts';
import { degradedLines } from './supervise.ts';
import type { Supervisor } from './supervisor.ts';

/** What the HTTP side of a process takes. */
interface HttpParts extends Pick<AccessParts, 'cache' | 'uses' | 'pool' | 'now' | 'clock'> {
  readonly options: {
    readonly publicUrl: string | undefined;
    readonly trustedProxies?: readonly string[];
    readonly defaultLocale: Language;
    readonly log: Logger;
  };
  readonly pipeline: Pipeline;
  readonly configured: ReadonlyMap<MessengerName, Messenger>;
  /** Those that have told who their bot is. */
  readonly ready: ReadonlyMap<MessengerName, Messenger>;
  readonly query: ReturnType<typeof createQueryRunner>;
  readonly supervisor: Supervisor;
  readonly metrics: Metrics;
  readonly translators: LandingParts['translators'];
  readonly tokens: InvitationTokens;
  readonly schemes: SchemeLibrary;
}

/** A person who opens a page is nobody yet. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Joins the routes of all rooms in one server; the caller listens and closes. */
export function createHttp(parts: HttpParts): FastifyInstance {
  const { options, ready, pool, query, supervisor, metrics, translators, tokens, schemes, now, clock } =
    parts;
  const { publicUrl, log } = options;
  const failed = (error: unknown): void => log.error({ error: messageOf(error) }, 'request failed');
  return createServer({
    routes: [
      {
        plugin: webhookRoutes({
          pipeline: parts.pipeline,
          messengers: parts.configured,
          isReady: (name) => ready.has(name),
          failed,
        }),
      },
      {
        plugin: healthRoutes({
          ready: async () => {
            await pool.query(sql`select 1`);
          },
          degraded: () => degradedLines(supervisor.parts()),
          metrics,
        }),
      },
      { plugin: fileRoutes({ attachment: (id) => readAttachment(pool, id, now()) }) },
      {
        plugin: landingRoutes({
          messengers: ready,
          publicUrl,
          translators,
          async offer(token) {
            const by = { tokenHash: tokens.hash(token) };
            const offer = await query({ kind: 'invitation.offer', by, personId: NOBODY });
            await schemes.load(schemesIn(offer));
            return offer;
          },
          defaultLanguage: options.defaultLocale,
          now,
          clock,
        }),
      },
      { plugin: wellKnownRoutes(publicUrl) },
      {
        plugin: accessRoutes({
          cache: parts.cache,
          uses: parts.uses,
          pool,
          schemes,
          now,
          clock,
          failed,
          isUnavailable,
          publicUrl: options.publicUrl,
        }),
        prefix: '/access/v1',
      },
    ],
    trustedProxies: options.trustedProxies ?? [],
    failed,
    isUnavailable,
  });
}
