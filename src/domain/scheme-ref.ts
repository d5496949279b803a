/** One version of a workspace's own scheme. Versions are never changed, so neither is what a name means. */
export interface SchemeVersion {
  readonly workspaceId: string;
  readonly version: number;
}

const own = /^custom:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9][0-9]{0,8})$/;

/** The name under which a version of a workspace's own scheme goes wherever a preset goes by its key. */
export function nameOfVersion({ workspaceId, version }: SchemeVersion): string {
  return `custom:${workspaceId}:${version}`;
}

/** The version that a scheme's name stands for; null for the name of a preset. */
export function versionNamed(scheme: string): SchemeVersion | null {
  const [, workspaceId, version] = own.exec(scheme) ?? [];
  return workspaceId === undefined ? null : { workspaceId, version: Number(version) };
}
