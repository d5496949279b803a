import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/changes.ts';
import { createContextReader } from '../../../src/store/context.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-05-01T10:00:00Z');

async function write(...changes: Change[]): Promise<void> {
  const effect = {
    update: null,
    actorId: null,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  };
  expect(await database.store.commit(effect)).toMatchObject({ kind: 'committed' });
}

/** A person, the workspace they found, and what their messenger shows of them. */
function newcomer() {
  const key = { messenger: 'telegram', accountId: randomUUID() };
  const personId = randomUUID();
  const workspaceId = randomUUID();
  const shown = { name: 'Anna', username: 'anna', privateChatId: '1' };
  const appeared: Change = { kind: 'person.appeared', ...key, personId, language: 'en', ...shown };
  const seen: Change = { kind: 'account.seen', ...key, personId, ...shown, name: 'Ann', reachable: true };
  const created: Change = {
    kind: 'workspace.created',
    workspaceId,
    name: 'Acme',
    scheme: 'company',
    membershipId: randomUUID(),
    personId,
    personName: 'Anna',
    roles: [{ role: 'owner', sole: true, until: null }],
  };
  const activated: Change = { kind: 'account.activated', ...key, workspaceId };
  const speaks: Change = { kind: 'person.language', personId, language: 'uk' };
  const blocked: Change = { kind: 'account.reachability', ...key, reachable: false };
  const read = () =>
    createContextReader(database.pool)({ ...key, updateId: randomUUID(), chatId: '1', inGroup: false });
  return { personId, appeared, seen, created, activated, speaks, blocked, read };
}

describe('what one update writes to its sender', () => {
  test('all holds for somebody who writes for the first time', async () => {
    const { appeared, created, activated, speaks, read } = newcomer();
    await write(appeared, created, activated, speaks);
    const context = await read();
    expect(context.account?.language).toBe('uk');
    expect(context.workspace?.name).toBe('Acme');
  });

  test('all holds beside a refreshed name', async () => {
    const { appeared, created, seen, activated, speaks, blocked, read } = newcomer();
    await write(appeared, created);
    await write(seen, activated, speaks, blocked);
    const context = await read();
    expect(context.account).toMatchObject({ personName: 'Ann', language: 'uk', reachable: false });
    expect(context.workspace?.name).toBe('Acme');
  });

  test('a refreshed name waits when their own membership changes', async () => {
    const { personId, appeared, created, seen, activated, read } = newcomer();
    await write(appeared, created, activated);
    const { membership } = await read();
    if (!membership) throw new Error('no membership');
    const { id: membershipId, workspaceId, version } = membership;
    await write(seen, {
      kind: 'membership.ended',
      membershipId,
      workspaceId,
      personId,
      version,
      state: 'left',
      roles: ['owner'],
    });
    const context = await read();
    expect(context.workspace).toBeNull();
    expect(context.account?.name).toBe('Anna');
  });
});
