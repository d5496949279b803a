import { nameOfVersion } from '../../domain/scheme-ref.ts';
import type { MovePlan, SchemeChange } from './changes.ts';
import type { SchemePreview } from './preview.ts';
import type { SchemeContent, SchemeInForce } from './queries.ts';

/** The change that makes a content the workspace's next version. */
export function schemeChanged(
  workspaceId: string,
  found: SchemeInForce,
  content: SchemeContent,
  plan: MovePlan,
  { people }: Pick<SchemePreview, 'people'>,
): Extract<SchemeChange, { kind: 'scheme.changed' }> {
  const version = found.version + 1;
  return {
    kind: 'scheme.changed',
    workspaceId,
    from: { scheme: found.scheme, version: found.version },
    scheme: content.preset ?? nameOfVersion({ workspaceId, version }),
    version,
    content,
    plan,
    unmoved: found.groups.flatMap(({ roles }) =>
      people.some(({ before }) => before === roles) ? [] : [roles],
    ),
  };
}
