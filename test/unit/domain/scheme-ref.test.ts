import { expect, test } from 'vitest';
import { nameOfVersion, schemesIn } from '../../../src/domain/scheme-ref.ts';

const workspaceId = '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const own = (version: number): string => nameOfVersion({ workspaceId, version });

test('every scheme that a field names is found, however deep it stands', () => {
  const data = [
    { workspace: { scheme: own(1), name: 'Acme' }, membership: null },
    { page: [{ former: { scheme: own(2) } }], shared: new Map([['m', { scheme: own(3) }]]) },
    { session: { wizard: { data: { task: { scheme: own(4) } } }, expiresAt: new Date(0) } },
  ];
  expect([...schemesIn(data)]).toEqual([own(1), own(2), own(3), own(4)]);
});

test('presets, texts of other fields and bytes are no names of schemes', () => {
  const data = {
    scheme: 'company',
    note: own(1),
    codeHash: Buffer.from(own(2)),
    at: new Date(0),
    none: null,
  };
  expect(schemesIn(data).size).toBe(0);
  expect(schemesIn(own(1)).size).toBe(0);
});
