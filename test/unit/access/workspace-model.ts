import type { CompiledScheme } from '../../../src/access/compile.ts';
import { mayChangeRoles, rolesHeldAt } from '../../../src/access/governance/change-roles.ts';
import { mayInvite, placesOf } from '../../../src/access/governance/invite.ts';
import {
  formerOwnerRole,
  mayLeave,
  mayRemove,
  maySuspend,
  mayTransfer,
  mayUpdate,
} from '../../../src/access/governance/members.ts';
import type { Grant, HeldRole, Subject, Target } from '../../../src/access/subject.ts';
import { forGood, now, on, stranger } from './people.ts';

/** Something that one person does to another, or to themselves, in a workspace. */
export type Act =
  | {
      readonly kind: 'invite';
      readonly actor: string;
      readonly target: string;
      readonly roles: readonly HeldRole[];
      readonly resources: readonly Target[];
    }
  | {
      readonly kind: 'change';
      readonly actor: string;
      readonly target: string;
      readonly roles: readonly HeldRole[];
      readonly at: Target;
    }
  | {
      readonly kind: 'remove' | 'suspend' | 'resume' | 'transfer' | 'leave';
      readonly actor: string;
      readonly target: string;
    };

/** A workspace as plain as can be: its scheme and who is in it. */
export interface Workspace {
  readonly scheme: CompiledScheme;
  readonly people: ReadonlyMap<string, Subject>;
}

/** A workspace as somebody creates it. */
export function found(scheme: CompiledScheme, founder: string): Workspace {
  const subject: Subject = {
    personId: founder,
    state: 'active',
    roles: forGood(scheme.ownerRole.key),
    grants: [],
  };
  return { scheme, people: new Map([[founder, subject]]) };
}

export function personIn({ people }: Workspace, id: string): Subject {
  return people.get(id) ?? stranger(id);
}

/** The facts about a workspace that the rules ask for. */
export function census({ scheme, people }: Workspace) {
  const everybody = [...people.values()];
  const isAlive = ({ until }: HeldRole) => until === null || until > now;
  const holds = (person: Subject, key: string) =>
    [...person.roles, ...person.grants].some((held) => held.role === key && isAlive(held));
  return {
    ownerRoleHolders: everybody.filter(
      ({ state, roles }) =>
        state === 'active' &&
        roles.some(({ role, until }) => role === scheme.ownerRole.key && until === null),
    ).length,
    holders: Object.fromEntries(
      scheme.roles.map(({ key }) => [key, everybody.filter((person) => holds(person, key)).length]),
    ),
    now,
  };
}

/** Does the act if it is lawful; the workspace afterwards, or null where it was refused. */
export function perform(workspace: Workspace, act: Act): Workspace | null {
  const { scheme } = workspace;
  const actor = personIn(workspace, act.actor);
  const target = personIn(workspace, act.target);
  const question = { actor, target, ...census(workspace) };
  switch (act.kind) {
    case 'invite': {
      if (target.state !== 'none') return null;
      const { roles, resources } = act;
      if (!mayInvite(scheme, { ...question, roles, resources, registered: true }).allow) return null;
      const { onMembership, onResources } = placesOf(scheme, roles, resources);
      const grants = resources.flatMap((resource) => grantsOn(resource, onResources));
      return update(workspace, { ...target, state: 'active', roles: onMembership, grants });
    }
    case 'change': {
      const { roles, at } = act;
      if (!mayChangeRoles(scheme, { ...question, roles, at }).allow) return null;
      if (at.path.length === 0) return update(workspace, { ...target, roles });
      const here = rolesHeldAt(target, at);
      const elsewhere = target.grants.filter((grant) => !here.includes(grant));
      return update(workspace, { ...target, grants: [...elsewhere, ...grantsOn(at, roles)] });
    }
    case 'remove':
      return mayRemove(scheme, question).allow ? update(workspace, stranger(act.target)) : null;
    case 'leave':
      return mayLeave(scheme, question).allow ? update(workspace, stranger(act.actor)) : null;
    case 'suspend':
      if (!maySuspend(scheme, question).allow) return null;
      return update(workspace, { ...target, state: 'suspended' });
    case 'resume':
      if (!mayUpdate(scheme, question).allow) return null;
      return update(workspace, { ...target, state: 'active' });
    case 'transfer': {
      if (!mayTransfer(scheme, question).allow) return null;
      const owner = forGood(scheme.ownerRole.key);
      const kept = scheme.declaration.rolesPerMember === 'one' ? [] : target.roles;
      const former = formerOwnerRole(scheme);
      const isNamed = former !== null && scheme.roleByKey.get(former)?.reach !== 'things';
      const handed = update(workspace, { ...target, roles: [...kept, ...owner] });
      return update(handed, { ...actor, roles: isNamed ? forGood(former) : [] });
    }
  }
}

function grantsOn(resource: Target, roles: readonly HeldRole[]): readonly Grant[] {
  return roles.flatMap(({ role, until }) => on(resource, [role], until));
}

function update(workspace: Workspace, person: Subject): Workspace {
  const people = new Map(workspace.people);
  if (person.state === 'none') people.delete(person.personId);
  else people.set(person.personId, person);
  return { ...workspace, people };
}
