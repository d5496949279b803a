import type { CompiledRole, CompiledScheme } from '../compile.ts';
import { broadestRank, overlaps } from '../role-set.ts';
import { rolesAnywhere, rolesNamed } from '../roles-in-force.ts';
import { type Grant, type HeldRole, isLiving, type Subject } from '../subject.ts';

/** A member as the rule about merging sees them. */
export interface MergedSide {
  readonly subject: Subject;
  /** The project of each bot that a grant names, by the bot's id. */
  readonly projects: ReadonlyMap<string, string>;
}

/** What two memberships of one human in one workspace come to. */
export interface MergedMember {
  /** Whose membership goes on; the other one ends in it. */
  readonly survivor: 'first' | 'second';
  readonly state: 'active' | 'suspended';
  readonly roles: readonly HeldRole[];
  readonly grants: readonly Grant[];
}

/**
 * Joins two living memberships of one human. The stronger role stays where a member holds one, all roles stay
 * where a member holds many; of one role held twice the later end counts.
 *
 * Nothing comes into force that was in force for neither: a role without effect on its side, because a role that it
 * requires was missing or ends sooner, gets no more effect than it had there. A person who was suspended as either
 * stays suspended, unless that would suspend the owner: then nothing of the suspended membership is kept.
 */
export function mergeMembers(
  scheme: CompiledScheme,
  first: MergedSide,
  second: MergedSide,
  now: Date,
): MergedMember {
  const sides = [first, second] as const;
  const [strong, weak] = isStronger(scheme, second.subject, first.subject, now) ? [second, first] : sides;
  const survivor = strong === first ? 'first' : 'second';
  const admin = sides.find(
    ({ subject }) => subject.state === 'active' && holdsOwnerRole(scheme, subject, now),
  );
  const isMixed = first.subject.state !== second.subject.state;
  if (isMixed && admin) {
    const { roles, grants } = admin.subject;
    return { survivor: admin === first ? 'first' : 'second', state: 'active', roles, grants };
  }
  const state = sides.some(({ subject }) => subject.state === 'suspended') ? 'suspended' : 'active';
  const roles = joinRoles(
    scheme,
    effectiveRoles(scheme, strong, now),
    effectiveRoles(scheme, weak, now),
    now,
  );
  const kept = roles.length > 0 ? roles : ended(strong.subject.roles, now);
  const grants = joinGrants(scheme, effectiveGrants(scheme, strong, now), effectiveGrants(scheme, weak, now));
  const named = new Set(kept.map(({ role }) => role));
  return {
    survivor,
    state,
    roles: kept,
    grants: grants.filter(
      ({ role }) => scheme.roleByKey.get(role)?.reach !== 'granted_things' || named.has(role),
    ),
  };
}

/** What a membership without any role in force still names: nothing of it wakes by what the other one holds. */
function ended(roles: readonly HeldRole[], now: Date): readonly HeldRole[] {
  return roles.map((held) => (isLiving(held.until, now.getTime()) ? { role: held.role, until: now } : held));
}

/** Whether one person's broadest role outranks the other's; a role held in the whole workspace breaks the tie. */
function isStronger(scheme: CompiledScheme, one: Subject, other: Subject, now: Date): boolean {
  const anywhere = (subject: Subject) => broadestRank(rolesAnywhere(scheme, subject, now.getTime()));
  const named = ({ roles }: Subject) => broadestRank(rolesNamed(scheme, roles, now.getTime()));
  const difference = anywhere(one) - anywhere(other) || named(one) - named(other);
  return difference < 0;
}

function holdsOwnerRole(scheme: CompiledScheme, { roles }: Subject, now: Date): boolean {
  return roles.some(({ role, until }) => role === scheme.ownerRole.key && isLiving(until, now.getTime()));
}

/** Roles of the membership, each no longer than what it requires is there as well. */
function effectiveRoles(scheme: CompiledScheme, { subject }: MergedSide, now: Date): readonly HeldRole[] {
  return subject.roles.flatMap((held): HeldRole[] => {
    const role = scheme.roleByKey.get(held.role);
    if (!role) return [];
    // A role that takes the baseline away does so after its end as well.
    if (!isLiving(held.until, now.getTime())) return role.withoutBaseline ? [held] : [];
    if (role.reach === 'granted_things') return [held];
    const awake = capped(scheme, held, role, (needed) => namedReaching(scheme, subject, needed), now);
    // Asleep it takes the baseline away all the same; ended, it goes on doing so and never wakes.
    return awake.length === 0 && role.withoutBaseline ? [{ role: held.role, until: now }] : awake;
  });
}

/**
 * Grants that are in force where they stand, each no longer than what it depends on. One on a project may be in force,
 * or longer, only on a bot in it that has what it requires: then it is one on that bot.
 */
function effectiveGrants(
  scheme: CompiledScheme,
  { subject, projects }: MergedSide,
  now: Date,
): readonly Grant[] {
  const inForce = subject.grants.flatMap((grant) => grantInForce(scheme, subject, grant, now));
  const awake = (grant: Grant, role: CompiledRole): Grant[] => {
    const isAround = ({ kind, id }: Grant['resource']): boolean =>
      kind === grant.resource.kind
        ? id === grant.resource.id
        : kind === 'project' && id === projects.get(grant.resource.id);
    const reaching = (needed: CompiledRole): readonly HeldRole[] => [
      ...namedReaching(scheme, subject, needed),
      ...inForce.filter((one) => one.role === needed && isAround(one.grant.resource)).map((one) => one.grant),
    ];
    return capped(scheme, grant, role, reaching, now).map(({ until }) => ({ ...grant, until }));
  };
  return inForce.flatMap(({ grant, role }): Grant[] => {
    const here = awake(grant, role);
    // Where one role counts on each resource, it would take the place of the bot's own.
    if (grant.resource.kind !== 'project' || scheme.declaration.rolesPerMember === 'one') return here;
    const bots = new Set(
      inForce.flatMap(({ grant: { resource } }) =>
        resource.kind === 'bot' && projects.get(resource.id) === grant.resource.id ? [resource.id] : [],
      ),
    );
    const there = [...bots]
      .flatMap((id) => awake({ ...grant, resource: { kind: 'bot', id } }, role))
      .filter((one) => here.every((whole) => endOf(one) > endOf(whole)));
    return [...here, ...there];
  });
}

/** A grant that counts, no longer than the membership names its role where it must. */
function grantInForce(
  scheme: CompiledScheme,
  subject: Subject,
  grant: Grant,
  now: Date,
): { readonly grant: Grant; readonly role: CompiledRole }[] {
  const role = scheme.roleByKey.get(grant.role);
  if (!role || role.reach === 'workspace' || !isLiving(grant.until, now.getTime())) return [];
  if (role.reach !== 'granted_things') return [{ grant, role }];
  const named = subject.roles.filter((held) => held.role === grant.role);
  const short = shortened(grant, named, now);
  return short === null ? [] : [{ grant: { ...grant, until: short.until }, role }];
}

/** A role as the membership names it, where it reaches the whole workspace so. */
function namedReaching(
  scheme: CompiledScheme,
  { roles }: Subject,
  { key, set }: CompiledRole,
): readonly HeldRole[] {
  return overlaps(scheme.reachingWorkspace, set) ? roles.filter(({ role }) => role === key) : [];
}

/** The role until the first of those it requires is gone; nothing where one is missing already. */
function capped(
  scheme: CompiledScheme,
  held: HeldRole,
  role: CompiledRole,
  holdings: (needed: CompiledRole) => readonly HeldRole[],
  now: Date,
): HeldRole[] {
  let until: HeldRole | null = held;
  for (const required of scheme.roles) {
    if (until === null) break;
    if (overlaps(role.requires, required.set)) until = shortened(until, holdings(required), now);
  }
  return until === null ? [] : [{ role: held.role, until: until.until }];
}

/** A holding no longer than the longest of those it leans on; null where none of them lives. */
function shortened(held: HeldRole, leansOn: readonly HeldRole[], now: Date): HeldRole | null {
  const living = leansOn.filter(({ until }) => isLiving(until, now.getTime()));
  const [longest] = living.sort((a, b) => endOf(b) - endOf(a));
  if (longest === undefined) return null;
  return endOf(longest) < endOf(held) ? { role: held.role, until: longest.until } : held;
}

function joinRoles(
  scheme: CompiledScheme,
  strong: readonly HeldRole[],
  weak: readonly HeldRole[],
  now: Date,
): readonly HeldRole[] {
  if (scheme.declaration.rolesPerMember === 'one') {
    const all = [...strong, ...weak];
    const living = all.filter(({ until }) => isLiving(until, now.getTime()));
    const best = strongest(scheme, living.length > 0 ? living : all);
    return best === undefined ? [] : [best];
  }
  return longestOfEach([...strong, ...weak], ({ role }) => role);
}

function joinGrants(
  scheme: CompiledScheme,
  strong: readonly Grant[],
  weak: readonly Grant[],
): readonly Grant[] {
  const all = [...strong, ...weak];
  const placeOf = ({ resource }: Grant): string => `${resource.kind} ${resource.id}`;
  if (scheme.declaration.rolesPerMember === 'many')
    return longestOfEach(all, (grant) => `${placeOf(grant)} ${grant.role}`);
  return [...new Set(all.map(placeOf))].flatMap(
    (place) =>
      strongest(
        scheme,
        all.filter((grant) => placeOf(grant) === place),
      ) ?? [],
  );
}

/** The broadest of them; of one role held twice the one that lasts longer. */
function strongest<Held extends HeldRole>(scheme: CompiledScheme, held: readonly Held[]): Held | undefined {
  const rank = ({ role }: Held): number => scheme.roleByKey.get(role)?.rank ?? scheme.roles.length;
  const [best] = held.toSorted((a, b) => rank(a) - rank(b) || endOf(b) - endOf(a));
  return best;
}

function longestOfEach<Held extends HeldRole>(
  held: readonly Held[],
  keyOf: (one: Held) => string,
): readonly Held[] {
  const kept = new Map<string, Held>();
  for (const one of held) {
    const known = kept.get(keyOf(one));
    if (known === undefined || endOf(one) > endOf(known)) kept.set(keyOf(one), one);
  }
  return [...kept.values()];
}

function endOf({ until }: HeldRole): number {
  return until?.getTime() ?? Number.POSITIVE_INFINITY;
}
