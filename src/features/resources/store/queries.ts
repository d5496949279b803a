import type { ResourceKind } from '../../../domain/resource.ts';
import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement, type Statement } from '../../../store/define-statement.ts';
import { type Sql, sql } from '../../../store/sql.ts';
import { literal } from '../../../store/sql-literal.ts';
import { MAX_FITTING, RESOURCES_PAGE, type ResourcesAsked } from '../queries.ts';
import {
  isVisible,
  type ResourceRow,
  resourceColumns,
  resourceFrom,
  resourceTypes,
  type Visible,
} from './resource-row.ts';

interface PageParameters {
  readonly workspaceId: string;
  /** The last one seen; null, or gone meanwhile: from the beginning. */
  readonly after: string | null;
  /** What they stand in; null: anything. */
  readonly within: string | null;
  readonly projects: readonly string[];
  readonly bots: readonly string[];
}

/** By kind, on its own table `t`: what it is in directly, and whether it is in some projects or bots. */
const tables: Readonly<
  Record<ResourceKind, { name: Sql; holder: Sql; isIn: (parameters: PageParameters) => Sql }>
> = {
  project: {
    name: sql`projects`,
    holder: sql`null::uuid`,
    isIn: ({ projects }) => sql`t.id = any (${projects}::uuid[])`,
  },
  bot: {
    name: sql`bots`,
    holder: sql`t.project_id`,
    isIn: ({ projects, bots }) =>
      sql`t.project_id = any (${projects}::uuid[]) or t.id = any (${bots}::uuid[])`,
  },
  channel: {
    name: sql`channels`,
    holder: sql`t.bot_id`,
    isIn: ({ projects, bots }) => sql`t.bot_id = any (${bots}::uuid[])
      or t.bot_id in (select b.id from bots b where b.project_id = any (${projects}::uuid[]))`,
  },
};

/** One page of a kind, in the order of the names; the ids are picked first, along an index. */
function pageSql(
  kind: ResourceKind,
  visible: 'all' | 'some',
  place: 'anywhere' | 'within',
  parameters: PageParameters,
): Sql {
  const { name, holder, isIn } = tables[kind];
  const { workspaceId, after, within } = parameters;
  return sql`
with edge as materialized (
  select coalesce(lower(e.name), '') as name, coalesce(e.id, '00000000-0000-0000-0000-000000000000') as id
    from (values (true)) as one (present)
    left join ${name} e on e.id = ${after}::uuid and e.workspace_id = ${workspaceId}::uuid
), picked as materialized (
  select t.id from ${name} t
   where t.workspace_id = ${workspaceId}::uuid
     and ${place === 'within' ? sql`${holder} = ${within}::uuid` : sql`true`}
     and (${visible === 'some' ? isIn(parameters) : sql`true`})
     and (lower(t.name), t.id) > ((select name from edge), (select id from edge))
   order by lower(t.name), t.id limit ${literal(RESOURCES_PAGE + 1)}
)
select ${resourceColumns}
  from things t where t.kind = ${kindNames[kind]} and t.id = any (array(select id from picked))
 order by lower(t.name), t.id`;
}

const kindNames: Readonly<Record<ResourceKind, Sql>> = {
  project: sql`'project'`,
  bot: sql`'bot'`,
  channel: sql`'channel'`,
};

type PageStatement = Statement<PageParameters, ResourceRow>;

function pageStatement(
  kind: ResourceKind,
  visible: 'all' | 'some',
  place: 'anywhere' | 'within',
): PageStatement {
  return defineStatement<PageParameters, ResourceRow>({
    name: `resources-page-${kind}-${visible}-${place}`,
    columns: resourceTypes,
    sql: (parameters) => pageSql(kind, visible, place, parameters),
  });
}

function pagesOf(kind: ResourceKind) {
  return {
    all: {
      anywhere: pageStatement(kind, 'all', 'anywhere'),
      within: pageStatement(kind, 'all', 'within'),
    },
    some: {
      anywhere: pageStatement(kind, 'some', 'anywhere'),
      within: pageStatement(kind, 'some', 'within'),
    },
  };
}

/** The statement of a page: whether all of the kind is visible, and whether only the contents of a resource are listed. */
export const resourcePages = {
  project: pagesOf('project'),
  bot: pagesOf('bot'),
  channel: pagesOf('channel'),
};

/** A page of resources of one kind that a person sees. */
export const resourcesPage = defineQuery('resources.page', {
  statement: ({ of: kind, visibility, within }) =>
    resourcePages[kind][visibility.everywhere.includes(kind) ? 'all' : 'some'][
      within === null ? 'anywhere' : 'within'
    ],
  parameters: ({ workspaceId, after, within, visibility }): PageParameters => ({
    workspaceId,
    after,
    within,
    projects: visibility.projects,
    bots: visibility.bots,
  }),
  found: (rows, { after }) => ({
    resources: rows.slice(0, RESOURCES_PAGE).map(resourceFrom),
    hasPrevious: after !== null,
    hasNext: rows.length > RESOURCES_PAGE,
  }),
});

/** Resources that are looked for, as a statement takes them. */
export interface Fitting extends Visible {
  readonly workspaceId: string;
  /** Kinds that the text may mean. */
  readonly asked: readonly string[];
  readonly ids: readonly string[];
  readonly text: string | null;
}

/** A name as a text is compared with it: lower case, without the signs that a line is split at. */
const spoken = sql`trim(regexp_replace(lower(t.name), '[\\s,;]+', ' ', 'g'))`;

/** The resources asked for. The best fits of a text come first: the name itself, then the longest name that it has in it. */
export function fittingResources({ workspaceId, asked, ids, text, ...visible }: Fitting): Sql {
  const words = sql`${text}::text`;
  return sql`
  select ${resourceColumns} from things t
   where t.workspace_id = ${workspaceId}::uuid
     and (t.id = any (${ids}::uuid[])
          or (${words} is not null and t.kind = any (${asked}::text[])
              and (position(${spoken} in ${words}) > 0 or position(${words} in ${spoken}) > 0)))
     and ${isVisible(visible)}
   order by t.id = any (${ids}::uuid[]) desc, ${spoken} = ${words} desc nulls last,
            case when ${words} = '' then 0 else -char_length(t.name) end, lower(t.name), t.id limit ${literal(MAX_FITTING)}`;
}

/** The parameters of `fittingResources`; where nothing is asked for, nothing is found. */
export function fittingParameters(workspaceId: string, asked: ResourcesAsked | null): Fitting {
  return {
    workspaceId,
    asked: asked?.kinds ?? [],
    ids: asked?.ids ?? [],
    text: asked?.text ?? null,
    kinds: asked?.visibility.everywhere ?? [],
    projects: asked?.visibility.projects ?? [],
    bots: asked?.visibility.bots ?? [],
  };
}

interface FindParameters {
  readonly fitting: Fitting;
  readonly kind: ResourceKind | null;
  readonly name: string | null;
}

const find = defineStatement<FindParameters, { taken: boolean; resources: readonly ResourceRow[] | null }>({
  name: 'resources-find',
  columns: { taken: 'bool', resources: 'json' },
  sql: ({ fitting, kind, name }) => sql`
with fit as materialized (${fittingResources(fitting)})
select exists (select 1 from things t where t.workspace_id = ${fitting.workspaceId}::uuid and t.kind = ${kind}
                  and lower(t.name) = lower(${name})) as taken,
       (select json_agg(fit) from fit) as resources`,
});

/** Resources by id or text, and whether a name is taken. */
export const resourcesFind = defineQuery('resources.find', {
  statement: find,
  parameters: ({ workspaceId, asked, taken }) => ({
    fitting: fittingParameters(workspaceId, asked),
    kind: taken?.kind ?? null,
    name: taken?.name ?? null,
  }),
  found: ([row]) => ({ resources: (row?.resources ?? []).map(resourceFrom), taken: row?.taken ?? false }),
});
