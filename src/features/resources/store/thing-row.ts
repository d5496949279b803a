import type { ChannelMessenger, OfferedThing, Thing, ThingKind } from '../../../domain/thing.ts';

/**
 * Columns of a thing, which stands under the alias `t` of the view `things`. Counting its contents looks along
 * one index.
 */
export const thingColumns = `
       t.kind, t.id, t.name, t.bot_id, t.bot_name, t.project_id, t.project_name, t.staging_version,
       t.production_version, extract(epoch from t.published_at) * 1000 as published, t.messenger, t.token_tail,
       case t.kind when 'project' then (select count(*)::int from bots where project_id = t.id)
                   when 'bot' then (select count(*)::int from channels where bot_id = t.id) else 0 end as contents`;

/** A row as `thingColumns` yields it; the same as JSON. */
export interface ThingRow {
  kind: ThingKind;
  id: string;
  name: string;
  bot_id: string | null;
  bot_name: string | null;
  project_id: string | null;
  project_name: string | null;
  staging_version: number | null;
  production_version: number | null;
  published: number | string | null;
  messenger: ChannelMessenger | null;
  token_tail: string | null;
  contents: number;
}

/**
 * Condition that a thing `t` is seen, from three parameters: kinds seen everywhere, and the projects and bots in
 * which everything is.
 */
export function seen(kinds: string, projects: string, bots: string): string {
  return `(t.kind = any (${kinds}::text[]) or t.project_id = any (${projects}::uuid[]) or t.bot_id = any (${bots}::uuid[]))`;
}

/** The thing in a row. */
export function thingFrom(row: ThingRow): Thing {
  return {
    ...offeredFrom(row),
    versions:
      row.staging_version === null
        ? null
        : {
            staging: row.staging_version,
            production: row.production_version,
            publishedAt: row.published === null ? null : new Date(Number(row.published)),
          },
    connection:
      row.messenger === null || row.token_tail === null
        ? null
        : { messenger: row.messenger, tail: row.token_tail },
    contents: row.contents,
  };
}

/** What an invitation keeps of a thing. */
export function offeredFrom(
  row: Pick<ThingRow, 'kind' | 'id' | 'name' | 'bot_id' | 'bot_name' | 'project_id' | 'project_name'>,
): OfferedThing {
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    kind: row.kind,
    id: row.id,
    name: row.name,
    bot: named(row.bot_id, row.bot_name),
    project: named(row.project_id, row.project_name),
  };
}
