import type { CompiledScheme } from '../../access/compile.ts';
import { decide } from '../../access/decide.ts';
import { rolesInForce } from '../../access/roles-in-force.ts';
import { type Grant, type Subject, type Target, workspaceWide } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { RESOURCE_KINDS, type Resource, type ResourceKind, targetOf } from '../../domain/resource.ts';

/**
 * Which resources of a workspace someone sees: all of some kinds, and whatever is in these projects and bots.
 * The store lists by it, so that a list never counts or names what is not shown.
 */
export interface Visibility {
  readonly everywhere: readonly ResourceKind[];
  readonly projects: readonly string[];
  readonly bots: readonly string[];
}

/**
 * A person sees the kinds that they may view in the whole workspace, and the projects and bots that a role in
 * force was granted to them on: those they have access to, whatever the role allows there.
 */
export function visibilityOf(scheme: CompiledScheme, subject: Subject, now: Date): Visibility {
  return visibilityBy(scheme, subject, now, (grant) => isInForce(scheme, subject, targetOfGrant(grant), now));
}

/** As `visibilityOf`, but only where a right is held: for resources that show more than their name. */
export function visibilityWith(
  scheme: CompiledScheme,
  subject: Subject,
  right: Right,
  now: Date,
): Visibility {
  return visibilityBy(
    scheme,
    subject,
    now,
    (grant) => decide(scheme, subject, right, targetOfGrant(grant), now).allow,
  );
}

/** Whether someone sees one resource. */
export function sees(scheme: CompiledScheme, subject: Subject, resource: Resource, now: Date): boolean {
  const target = targetOf(resource);
  return (
    decide(scheme, subject, `${resource.kind}.view`, target, now).allow ||
    (resource.kind !== 'channel' && isInForce(scheme, subject, target, now))
  );
}

function visibilityBy(
  scheme: CompiledScheme,
  subject: Subject,
  now: Date,
  counts: (grant: Grant) => boolean,
): Visibility {
  const seen = subject.grants.filter(counts);
  const ids = (kind: Grant['resource']['kind']): string[] => [
    ...new Set(seen.flatMap(({ resource }) => (resource.kind === kind ? [resource.id] : []))),
  ];
  return {
    everywhere: RESOURCE_KINDS.filter(
      (kind) => decide(scheme, subject, `${kind}.view`, workspaceWide, now).allow,
    ),
    projects: ids('project'),
    bots: ids('bot'),
  };
}

/** Whether some role reaches the place that does not reach the whole workspace. */
function isInForce(scheme: CompiledScheme, subject: Subject, target: Target, now: Date): boolean {
  if (subject.state !== 'active') return false;
  const time = now.getTime();
  return rolesInForce(scheme, subject, target, time) !== rolesInForce(scheme, subject, workspaceWide, time);
}

function targetOfGrant({ resource }: Grant): Target {
  return { path: [resource] };
}
