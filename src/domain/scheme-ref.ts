/** One version of a workspace's own scheme. Versions are never changed, so neither is what a name means. */
export interface SchemeVersion {
  readonly workspaceId: string;
  readonly version: number;
}

const own = /^custom:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9][0-9]{0,8})$/;

/** The name of a version of a workspace's own scheme; a preset's name is its key. */
export function nameOfVersion({ workspaceId, version }: SchemeVersion): string {
  return `custom:${workspaceId}:${version}`;
}

/** The version with this name; null for the name of a preset. */
export function versionNamed(scheme: string): SchemeVersion | null {
  const [, workspaceId, version] = own.exec(scheme) ?? [];
  return workspaceId === undefined ? null : { workspaceId, version: Number(version) };
}

/**
 * Names of the workspaces' own schemes in data that was read: the values of all fields called `scheme`, at any depth.
 * Every decision reads schemes by such names, so with these loaded none is missing.
 */
export function schemesIn(data: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return names;
  const fields: Iterable<readonly [unknown, unknown]> = data instanceof Map ? data : Object.entries(data);
  for (const [field, value] of fields) {
    if (typeof value !== 'string') schemesIn(value, names);
    else if (field === 'scheme' && versionNamed(value) !== null) names.add(value);
  }
  return names;
}
