import type { Target } from '../../access/subject.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../../domain/resource.ts';
import { isUuid } from './subject-ref.ts';

/** A resource as a question from outside names it. */
export interface AskedResource {
  readonly type: string;
  readonly id: string;
  /** `project` and `bot`: what it lies in. `ownerID`: whose it is. `column`: of a database's table. Everything else is nothing to us. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** Where a resource of the workspace stands. */
export interface Placement {
  readonly kind: ResourceKind;
  readonly id: string;
  /** The bot that a channel belongs to. */
  readonly botId: string | null;
  readonly projectId: string | null;
}

/** What the workspace knows of that which questions name. */
export interface Facts {
  /** By id in lower case; whatever is not in the workspace is null or not in here, wherever else it may be. */
  readonly places: ReadonlyMap<string, Placement | null>;
  /** Masked columns, spelt by {@link maskOf}. */
  readonly masks: ReadonlySet<string>;
}

/** What must be known before questions can be answered. */
export interface FactsWanted {
  readonly resources: Iterable<string>;
  readonly masks: boolean;
}

/** For questions that need no facts. */
export const noFacts: Facts = { places: new Map(), masks: new Set() };

/** What these resources take to be answered about; null: nothing. */
export function factsWanted(asked: Iterable<AskedResource>): FactsWanted | null {
  let resources: Set<string> | null = null;
  let masks = false;
  for (const { type, id, properties } of asked) {
    if (isResource(type) && isUuid(id)) resources = (resources ?? new Set()).add(id.toLowerCase());
    if (properties === undefined) continue;
    const { bot, project } = properties;
    if (typeof bot === 'string' && isUuid(bot)) resources = (resources ?? new Set()).add(bot.toLowerCase());
    if (typeof project === 'string' && isUuid(project))
      resources = (resources ?? new Set()).add(project.toLowerCase());
    masks ||= type === 'database' && properties['column'] !== undefined;
  }
  return resources === null && !masks ? null : { resources: resources ?? [], masks };
}

/**
 * Where a resource lies, outwards. Of what the workspace keeps, its tables tell; of resources kept elsewhere (their ids
 * are no UUIDs) the caller tells it, by the properties `bot` and `project`. Null where an id of ours is named that is not in
 * this workspace; something that is only about to be made need not be there.
 */
export function pathOf(
  { type, id, properties }: AskedResource,
  isNew: boolean,
  facts: Facts,
): Target['path'] | null {
  const path: Target['path'][number][] = [];
  if (isResource(type)) {
    const place = placeOf(type, id, facts);
    if (place) return pathFrom(place);
    if (place === null && !isNew) return null;
    if (place === undefined) path.push({ kind: type, id });
  }
  if (properties === undefined || type === 'project') return path;
  const { bot, project } = properties;
  if (typeof bot === 'string' && type !== 'bot') {
    const place = placeOf('bot', bot, facts);
    if (place === null) return null;
    if (place) return [...path, ...pathFrom(place)];
    path.push({ kind: 'bot', id: bot });
  }
  if (typeof project === 'string') {
    const place = placeOf('project', project, facts);
    if (place === null) return null;
    path.push({ kind: 'project', id: place?.id ?? project });
  }
  return path;
}

/** A column of a table as it is looked up. Databases fold names, so capitals tell nothing apart. */
export function maskOf(table: string, column: string): string {
  return `${table}\0${column}`.toLowerCase();
}

/**
 * Whether a question about a table asks for something masked. One column or several may be named; whatever is
 * neither may mean any column, so it is masked.
 */
export function asksForMasked({ id, properties }: AskedResource, { masks }: Facts): boolean {
  const column = properties?.['column'];
  if (column === undefined) return false;
  const columns: readonly unknown[] = Array.isArray(column) ? column : [column];
  return columns.some((one) => typeof one !== 'string' || masks.has(maskOf(id, one)));
}

function isResource(type: string): type is ResourceKind {
  return (RESOURCE_KINDS as readonly string[]).includes(type);
}

/** The resource here; null where it is not in the workspace, undefined where the id is not one of ours. */
function placeOf(kind: ResourceKind, id: string, { places }: Facts): Placement | null | undefined {
  // Most ids come spelt as they are kept, and one that is found need not be checked.
  const exact = places.get(id);
  if (exact === undefined && !isUuid(id)) return undefined;
  const place = exact ?? places.get(id.toLowerCase());
  return place?.kind === kind ? place : null;
}

function pathFrom({ kind, id, botId, projectId }: Placement): Target['path'][number][] {
  const path: Target['path'][number][] = [{ kind, id }];
  if (kind === 'channel' && botId !== null) path.push({ kind: 'bot', id: botId });
  if (kind !== 'project' && projectId !== null) path.push({ kind: 'project', id: projectId });
  return path;
}
