import type { Grant, HeldRole, Subject } from '../../../access/subject.ts';

/** Roles without an end that are kept once for all workspaces; schemes of people's own may name any number of them. */
const MAX_SHARED_ROLES = 10_000;

/** Resources of one workspace on which roles are granted, by id. */
export type SharedResources = Map<string, Grant['resource']>;

const noRoles: Subject['roles'] = Object.freeze([]);
const noGrants: Subject['grants'] = Object.freeze([]);

/**
 * Makes subjects share their equal parts: a driver makes a new object and a new string for each role and each resource of
 * a row, and a workspace has few of them but many members. The subject that comes back equals the one given.
 *
 * @returns a function that takes the resources of the subject's workspace, to which it adds
 */
export function createPartSharing(): (subject: Subject, resources: SharedResources) => Subject {
  const single = new Map<string, Subject['roles']>();

  const endless = (role: string): Subject['roles'] => {
    const known = single.get(role);
    if (known !== undefined) return known;
    if (single.size >= MAX_SHARED_ROLES) single.clear();
    const made = Object.freeze([Object.freeze({ role, until: null })]);
    single.set(role, made);
    return made;
  };
  const heldRole = (held: HeldRole): HeldRole =>
    held.until === null ? (endless(held.role)[0] ?? held) : held;
  const rolesOf = (roles: Subject['roles']): Subject['roles'] => {
    const [first] = roles;
    if (first === undefined) return noRoles;
    return roles.length === 1 && first.until === null ? endless(first.role) : roles.map(heldRole);
  };
  const resourceOf = (resource: Grant['resource'], resources: SharedResources): Grant['resource'] => {
    const known = resources.get(resource.id);
    if (known?.kind === resource.kind) return known;
    resources.set(resource.id, resource);
    return resource;
  };

  return (subject, resources) => {
    const grants = subject.grants.map(({ role, until, resource }) => ({
      role: until === null ? (endless(role)[0]?.role ?? role) : role,
      until,
      resource: resourceOf(resource, resources),
    }));
    return {
      ...subject,
      roles: rolesOf(subject.roles),
      grants: grants.length === 0 ? noGrants : grants,
    };
  };
}
