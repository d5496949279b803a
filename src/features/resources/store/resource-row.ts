import type { ChannelMessenger, OfferedResource, Resource, ResourceKind } from '../../../domain/resource.ts';
import { type Sql, sql } from '../../../store/sql.ts';

/** Columns of a resource, which has the alias `t` of the view `resources`. Counting its contents looks along one index. */
export const resourceColumns = sql`
       t.kind, t.id, t.name, t.bot_id, t.bot_name, t.project_id, t.project_name, t.staging_version,
       t.production_version, extract(epoch from t.published_at) * 1000 as published, t.messenger, t.token_tail,
       case t.kind when 'project' then (select count(*)::int from bots where project_id = t.id)
                   when 'bot' then (select count(*)::int from channels where bot_id = t.id) else 0 end as contents`;

/**
 * A row as `resourceColumns` yields it; the same as JSON. The view joins three tables, so its columns are those of no
 * single model.
 */
export interface ResourceRow {
  kind: ResourceKind;
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

/** The types of `resourceColumns`. */
export const resourceTypes = {
  kind: 'text',
  id: 'uuid',
  name: 'text',
  bot_id: 'uuid',
  bot_name: 'text',
  project_id: 'uuid',
  project_name: 'text',
  staging_version: 'int4',
  production_version: 'int4',
  published: 'numeric',
  messenger: 'text',
  token_tail: 'text',
  contents: 'int4',
} as const;

/** Which resources a person sees: all of some kinds, and everything in some projects and bots. */
export interface Visible {
  readonly kinds: readonly string[];
  readonly projects: readonly string[];
  readonly bots: readonly string[];
}

/** Condition that a resource `t` is visible. */
export function isVisible({ kinds, projects, bots }: Visible): Sql {
  return sql`(t.kind = any (${kinds}::text[]) or t.project_id = any (${projects}::uuid[]) or t.bot_id = any (${bots}::uuid[]))`;
}

/** The resource in a row. */
export function resourceFrom(row: ResourceRow): Resource {
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

/** What an invitation keeps of a resource. */
export function offeredFrom(
  row: Pick<ResourceRow, 'kind' | 'id' | 'name' | 'bot_id' | 'bot_name' | 'project_id' | 'project_name'>,
): OfferedResource {
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    kind: row.kind,
    id: row.id,
    name: row.name,
    bot: named(row.bot_id, row.bot_name),
    project: named(row.project_id, row.project_name),
  };
}
