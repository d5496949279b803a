import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../../src/access/subject.ts';
import {
  createPartSharing,
  type SharedResources,
} from '../../../../src/features/decision-api/store/share-parts.ts';

const until = new Date('2026-04-01T00:00:00Z');

/** A subject as a row yields it: every part a new object. */
function subject(personId: string): Subject {
  return {
    personId,
    state: 'active',
    roles: [{ role: 'developer', until: null }],
    grants: [
      { role: 'approver', until: null, resource: { kind: 'bot', id: 'b1' } },
      { role: 'developer', until, resource: { kind: 'project', id: 'p1' } },
    ],
  };
}

describe('parts that subjects share', () => {
  test('leave every subject as it was', () => {
    const share = createPartSharing();
    const resources: SharedResources = new Map();
    const several = {
      ...subject('p'),
      roles: [
        { role: 'a', until },
        { role: 'b', until: null },
      ],
    };
    const nothing: Subject = { personId: 'q', state: 'none', roles: [], grants: [] };
    const sameId: Subject = {
      ...nothing,
      grants: [{ role: 'a', until, resource: { kind: 'project', id: 'b1' } }],
    };
    for (const one of [
      subject('o'),
      several,
      nothing,
      sameId,
      { ...subject('r'), properties: { level: 3 } },
    ]) {
      expect(share(one, resources)).toEqual(one);
    }
  });

  test('are one object for members of a workspace', () => {
    const share = createPartSharing();
    const resources: SharedResources = new Map();
    const [one, other] = [share(subject('o'), resources), share(subject('p'), resources)];
    expect(one.roles).toBe(other.roles);
    expect(one.grants[0]?.resource).toBe(other.grants[0]?.resource);
  });

  test('are not shared where a role has an end', () => {
    const share = createPartSharing();
    const ending = (end: Date): Subject => ({ ...subject('o'), roles: [{ role: 'developer', until: end }] });
    const later = new Date(until.getTime() + 1);
    share(ending(until), new Map());
    expect(share(ending(later), new Map()).roles).toEqual([{ role: 'developer', until: later }]);
    expect(share(subject('o'), new Map()).roles).toEqual([{ role: 'developer', until: null }]);
  });
});
