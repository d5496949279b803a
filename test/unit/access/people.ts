import type { Grant, HeldRole, Subject, Target } from '../../../src/access/subject.ts';

/** The moment at which every test of the core asks. */
export const now = new Date('2026-03-01T12:00:00Z');

export const yesterday = new Date('2026-02-28T12:00:00Z');
export const tomorrow = new Date('2026-03-02T12:00:00Z');
export const nextWeek = new Date('2026-03-08T12:00:00Z');

/** A bot in a project with a channel, and another bot in another project. */
export const shopBot: Target = {
  path: [
    { kind: 'bot', id: 'shop' },
    { kind: 'project', id: 'retail' },
  ],
};
export const shopChannel: Target = { path: [{ kind: 'channel', id: 'shop-telegram' }, ...shopBot.path] };
export const retail: Target = { path: [{ kind: 'project', id: 'retail' }] };
export const bankBot: Target = {
  path: [
    { kind: 'bot', id: 'bank' },
    { kind: 'project', id: 'finance' },
  ],
};

/** Roles held for good. */
export function forGood(...roles: readonly string[]): readonly HeldRole[] {
  return roles.map((role) => ({ role, until: null }));
}

/** Roles held until a moment. */
export function untilThen(until: Date, ...roles: readonly string[]): readonly HeldRole[] {
  return roles.map((role) => ({ role, until }));
}

/** Grants of roles on one project or bot, for good unless said. */
export function on(target: Target, roles: readonly string[], until: Date | null = null): readonly Grant[] {
  const resource = target.path[0];
  if (resource === undefined || resource.kind === 'channel')
    throw new TypeError('Roles are granted on projects and bots');
  const { kind, id } = resource;
  return roles.map((role) => ({ role, until, resource: { kind, id } }));
}

/** An active member, by name. */
export function member(personId: string, roles: readonly string[], grants: readonly Grant[] = []): Subject {
  return { personId, state: 'active', roles: forGood(...roles), grants };
}

/** Somebody who is no member. */
export function stranger(personId: string): Subject {
  return { personId, state: 'none', roles: [], grants: [] };
}
