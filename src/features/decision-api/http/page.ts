import { hash } from 'node:crypto';
import { z } from 'zod';
import type { PageRequest } from './entities.ts';
import { AccessError } from './errors.ts';

/** Results on a page unless asked otherwise, and at most. */
const USUAL_LIMIT = 100;
const MAX_RESULTS = 1_000;
/** Deeper than any sensible property; a request nested a million deep would overflow the stack. */
const DEEPEST = 32;

/** Where a page begins and how long it may be. */
export interface PagePlan {
  readonly limit: number;
  /** The cursor to go on after; empty: from the beginning. */
  readonly after: readonly string[];
  /** The token of a page that goes on after a cursor. */
  tokenAfter(cursor: readonly string[]): string;
}

/** Token: which question it belongs to, the limit asked for (null: none), which properties, and the cursor. */
const token = z.tuple([z.string(), z.int().min(0).nullable(), z.string(), z.array(z.string())]);

/**
 * Reads the page that is asked for. A token goes with the question it was given for, all of it, and with the
 * same limit and properties, which need not be said again; else an `AccessError` is thrown, as also where `isCursor` does not know the cursor.
 */
export function planPage(
  page: PageRequest | undefined,
  question: unknown,
  isCursor: (cursor: readonly string[]) => boolean,
): PagePlan {
  const fingerprint = fingerprintOf(question);
  const given = page?.token ? readToken(page.token) : null;
  if (page?.token) {
    if (given === null || (given[3].length > 0 && !isCursor(given[3]))) {
      throw new AccessError(400, 'not a token of this search', 'page.token');
    }
    if (given[0] !== fingerprint) throw new AccessError(400, 'given for another question', 'page.token');
    if (page.limit !== undefined && page.limit !== given[1]) {
      throw new AccessError(400, 'must stay the same from page to page', 'page.limit');
    }
    if (page.properties !== undefined && fingerprintOf(page.properties) !== given[2]) {
      throw new AccessError(400, 'must stay the same from page to page', 'page.properties');
    }
  }
  const asked = given ? given[1] : (page?.limit ?? null);
  const properties = given ? given[2] : page?.properties === undefined ? '' : fingerprintOf(page.properties);
  return {
    limit: Math.min(asked ?? USUAL_LIMIT, MAX_RESULTS),
    after: given?.[3] ?? [],
    tokenAfter: (cursor) =>
      Buffer.from(
        JSON.stringify([fingerprint, asked, properties, [...cursor]] satisfies z.input<typeof token>),
      ).toString('base64url'),
  };
}

function fingerprintOf(value: unknown): string {
  return hash('sha256', canonical(value), 'base64url').slice(0, 22);
}

function readToken(text: string): z.output<typeof token> | null {
  try {
    return token.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}

/** JSON with the members of every object in order, so that the same question reads the same. */
function canonical(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new AccessError(400, `nested deeper than ${DEEPEST}`, 'body');
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, depth + 1)}`);
  return `{${members.join()}}`;
}

/** One result and where to go on after it. */
export interface Result<R> {
  readonly result: R;
  readonly cursor: readonly string[];
}

/**
 * A page of these results, of which there is one more than the limit where another page follows; `goOn` is
 * where to go on if the search stopped before it had seen everything. A page without room has no next one:
 * a person who follows its token would never come to an end.
 */
export function pageOf<R>(
  plan: PagePlan,
  results: readonly Result<R>[],
  goOn: readonly string[] | null = null,
): { page: { next_token: string; count: number }; results: R[] } {
  const shown = results.slice(0, plan.limit);
  const further = results.length > plan.limit ? (shown.at(-1)?.cursor ?? plan.after) : goOn;
  const next = plan.limit === 0 ? null : further;
  return {
    page: { next_token: next === null ? '' : plan.tokenAfter(next), count: shown.length },
    results: shown.map(({ result }) => result),
  };
}
