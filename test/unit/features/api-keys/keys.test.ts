import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { createKey } from '../../../../src/features/api-keys/create.ts';
import type { ApiKey } from '../../../../src/features/api-keys/key.ts';
import { livingKeys } from '../../../../src/features/api-keys/list.ts';
import { revokeKey } from '../../../../src/features/api-keys/revoke.ts';
import { actorWith, idOf, kindsOf, NOW, refusalOf } from '../../../support/builders.ts';

const { company } = presets;
const owner = actorWith(['owner']);
const designer = actorWith(['designer']);
const drawn = { keyId: idOf('new key'), publicId: 'abc', secretHash: Buffer.alloc(32) };

function key(name: string, patch: Partial<ApiKey> = {}): ApiKey {
  return {
    id: idOf(name),
    workspaceId: idOf('workspace'),
    name,
    publicId: 'abc',
    scopes: ['evaluate'],
    ratePerMinute: 60_000,
    createdById: owner.person.id,
    createdAt: NOW,
    lastUsedAt: null,
    revokedAt: null,
    ...patch,
  };
}

describe('creating a key', () => {
  test('an owner creates one, with the usual rate unless another is wanted', () => {
    const changes = createKey(owner, company, [], { name: ' CI ', scopes: ['search'] }, drawn, NOW);
    expect(kindsOf(changes)).toEqual(['guard.membership', 'key.created']);
    expect(changes[1]).toMatchObject({ name: 'CI', scopes: ['search'], ratePerMinute: 60_000 });
    const slow = createKey(owner, company, [], { name: 'CI', scopes: [], ratePerMinute: 5 }, drawn, NOW);
    expect(slow[1]).toMatchObject({ ratePerMinute: 5 });
  });

  test('it is refused without the right, without a name and beyond the limit', () => {
    const create = (actor = owner, existing: readonly ApiKey[] = [], name = 'CI') =>
      refusalOf(() => createKey(actor, company, existing, { name, scopes: [] }, drawn, NOW));
    expect(create(designer)).toBe('no_role_allows');
    expect(create(owner, [], ' ')).toBe('key_name');
    expect(create(owner, [], 'x'.repeat(65))).toBe('key_name');
    const many = Array.from({ length: 50 }, (_, place) => key(`key ${place}`));
    expect(create(owner, many)).toBe('too_many_keys');
    const oneRevoked = [...many.slice(1), key('old', { revokedAt: NOW })];
    expect(() => createKey(owner, company, oneRevoked, { name: 'CI', scopes: [] }, drawn, NOW)).not.toThrow();
  });
});

test('the list holds the keys that still open something, for those who may see them', () => {
  const keys = [key('living'), key('revoked', { revokedAt: NOW })];
  expect(livingKeys(owner, company, keys, NOW)).toEqual([keys[0]]);
  expect(refusalOf(() => livingKeys(designer, company, keys, NOW))).toBe('no_role_allows');
});

test('a key is revoked once, by those who may', () => {
  const keys = [key('living'), key('revoked', { revokedAt: NOW })];
  expect(kindsOf(revokeKey(owner, company, keys, idOf('living'), NOW))).toEqual([
    'guard.membership',
    'key.revoked',
  ]);
  const revoke = (actor: typeof owner, name: string) =>
    refusalOf(() => revokeKey(actor, company, keys, idOf(name), NOW));
  expect(revoke(designer, 'living')).toBe('no_role_allows');
  expect(revoke(owner, 'unknown')).toBe('key_not_found');
  expect(revoke(owner, 'revoked')).toBe('key_revoked');
});
