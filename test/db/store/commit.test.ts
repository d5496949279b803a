import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/changes.ts';
import type { Commit } from '../../../src/store/commit/commit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const at = new Date('2026-05-01T10:00:00Z');
const later = new Date('2026-05-02T10:00:00Z');
let updates = 0;

/** An effect with these changes, of an update of its own. */
function effect(changes: readonly Change[], more: Partial<Commit<Change>> = {}): Commit<Change> {
  return {
    update: { messenger: 'telegram', id: String(++updates) },
    actorId: null,
    changes,
    audit: [],
    outbox: [],
    now: at,
    leaseMs: 15_000,
    slot: 3,
    ...more,
  };
}

const account = (accountId: string) => ({ messenger: 'telegram', accountId });

/** A person with an account. */
async function somebody(name: string): Promise<string> {
  const personId = randomUUID();
  const accountId = personId;
  await database.store.commit(
    effect([
      {
        kind: 'person.appeared',
        ...account(accountId),
        personId,
        name,
        username: name,
        language: 'en',
        privateChatId: accountId,
      },
    ]),
  );
  return personId;
}

interface Founded {
  readonly workspaceId: string;
  readonly ownerId: string;
  readonly membershipId: string;
}

/** A workspace with an owner. */
async function founded(): Promise<Founded> {
  const ownerId = await somebody('Anna');
  const workspaceId = randomUUID();
  const membershipId = randomUUID();
  const result = await database.store.commit(
    effect([
      {
        kind: 'workspace.created',
        workspaceId,
        name: 'Acme',
        scheme: 'company',
        membershipId,
        personId: ownerId,
        personName: 'Anna',
        roles: [{ role: 'owner', sole: true, until: null }],
      },
    ]),
  );
  expect(result.kind).toBe('committed');
  return { workspaceId, ownerId, membershipId };
}

/** A member who joined with one role. */
async function joined(
  { workspaceId, ownerId }: Founded,
  role: string,
): Promise<{ personId: string; membershipId: string }> {
  const personId = await somebody('Boris');
  const membershipId = randomUUID();
  const result = await database.store.commit(
    effect([
      {
        kind: 'membership.added',
        membershipId,
        workspaceId,
        personId,
        personName: 'Boris',
        username: 'boris',
        roles: [{ role, sole: false, until: null }],
        invitedById: ownerId,
      },
    ]),
  );
  expect(result.kind).toBe('committed');
  return { personId, membershipId };
}

async function rolesOf(membershipId: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ role: string }>(
    'select role from membership_roles where membership_id = $1 order by role',
    [membershipId],
  );
  return rows.map((row) => row.role);
}

async function members(workspaceId: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    'select coalesce(sum(members), 0)::int as n from member_counts where workspace_id = $1',
    [workspaceId],
  );
  return rows[0]?.n ?? 0;
}

describe('one statement writes an update whole or not at all', () => {
  test('an update claims its place once, whatever is done at once', async () => {
    const same = effect([], {
      audit: [],
      outbox: [{ messenger: 'telegram', chatId: 'once', body: { hello: 1 }, tracking: null }],
    });
    const results = await Promise.all(Array.from({ length: 20 }, () => database.store.commit(same)));
    expect(results.filter((result) => result.kind === 'committed')).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'seen')).toHaveLength(19);
    const { rows } = await database.pool.query("select 1 from outbox where chat_id = 'once'");
    expect(rows).toHaveLength(1);
  });

  test('a guard that misses leaves nothing behind, the claim included', async () => {
    const { workspaceId } = await founded();
    const stale = effect(
      [
        { kind: 'workspace.renamed', workspaceId, from: 'Not its name', to: 'Other' },
        {
          kind: 'session.saved',
          ...account('1'),
          chatId: '1',
          wizard: { name: 'x' },
          version: null,
          expiresAt: later,
        },
      ],
      { outbox: [{ messenger: 'telegram', chatId: 'stale', body: {}, tracking: null }] },
    );
    expect((await database.store.commit(stale)).kind).toBe('stale');
    const { rows } = await database.pool.query(
      "select 1 from inbox where update_id = $1 union all select 1 from outbox where chat_id = 'stale' union all select 1 from sessions where account_id = '1'",
      [stale.update?.id],
    );
    expect(rows).toEqual([]);
  });

  test('rows owed come back in order, and those owed earlier are named', async () => {
    const entry = (chatId: string, n: number) => ({
      messenger: 'telegram',
      chatId,
      body: { n },
      tracking: null,
    });
    const first = await database.store.commit(
      effect([], { outbox: [entry('p', 1), entry('q', 2), entry('p', 3)] }),
    );
    if (first.kind !== 'committed') throw new Error(first.kind);
    expect(first.before.size).toBe(0);
    const { rows } = await database.pool.query<{ id: string; body: { n: number } }>(
      'select id::text, body from outbox where id = any ($1::bigint[]) order by id',
      [first.outbox],
    );
    expect(rows.map((row) => row.body.n)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.id)).toEqual(first.outbox);
    const second = await database.store.commit(effect([], { outbox: [entry('p', 4), entry('r', 5)] }));
    if (second.kind !== 'committed') throw new Error(second.kind);
    expect([...second.before]).toEqual([['telegram p', first.outbox[2]]]);
  });
});

describe('people', () => {
  test('an account appears once; two at once make one person', async () => {
    const appear = (): Change => ({
      kind: 'person.appeared',
      ...account('77'),
      personId: randomUUID(),
      name: 'Vera',
      username: 'Vera_V',
      language: 'uk',
      privateChatId: null,
    });
    const results = await Promise.all([1, 2, 3, 4].map(() => database.store.commit(effect([appear()]))));
    expect(results.filter((result) => result.kind === 'committed')).toHaveLength(1);
    const { rows } = await database.pool.query(
      "select username, (select count(*)::int from persons where name = 'Vera') as persons from accounts where account_id = '77'",
    );
    expect(rows).toEqual([{ username: 'vera_v', persons: 1 }]);
  });

  test('a new name reaches the member list and its search', async () => {
    const workspace = await founded();
    await database.store.commit(
      effect([
        {
          kind: 'account.seen',
          ...account(workspace.ownerId),
          personId: workspace.ownerId,
          name: 'Анна Нова',
          username: 'NovaA',
          privateChatId: null,
          reachable: true,
        },
      ]),
    );
    const { rows } = await database.pool.query('select sort_name, search from memberships where id = $1', [
      workspace.membershipId,
    ]);
    expect(rows).toEqual([{ sort_name: 'анна нова', search: 'анна нова @novaa' }]);
  });
});

describe('memberships', () => {
  test('roles change at the version they were decided on, and not at another', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'designer');
    const change = (version: number): Change => ({
      kind: 'membership.roles',
      membershipId: boris.membershipId,
      workspaceId: workspace.workspaceId,
      personId: boris.personId,
      version,
      add: [{ role: 'manager', sole: false, until: null }],
      remove: ['designer'],
    });
    expect((await database.store.commit(effect([change(0)]))).kind).toBe('committed');
    expect((await database.store.commit(effect([change(0)]))).kind).toBe('stale');
    expect(await rolesOf(boris.membershipId)).toEqual(['manager']);
  });

  test('a removed member loses roles, place in the count and active workspace, and can come back', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'designer');
    await database.store.commit(
      effect([{ kind: 'account.activated', ...account(boris.personId), workspaceId: workspace.workspaceId }]),
    );
    expect(await members(workspace.workspaceId)).toBe(2);
    const ended = await database.store.commit(
      effect([
        { kind: 'guard.membership', membershipId: workspace.membershipId, version: 0, lock: true },
        {
          kind: 'membership.ended',
          membershipId: boris.membershipId,
          workspaceId: workspace.workspaceId,
          personId: boris.personId,
          version: 0,
          state: 'removed',
          roles: ['designer'],
        },
      ]),
    );
    expect(ended.kind).toBe('committed');
    expect(await members(workspace.workspaceId)).toBe(1);
    expect(await rolesOf(boris.membershipId)).toEqual([]);
    const { rows } = await database.pool.query(
      'select active_workspace_id from accounts where person_id = $1',
      [boris.personId],
    );
    expect(rows).toEqual([{ active_workspace_id: null }]);
    const back: Change = {
      kind: 'membership.added',
      membershipId: randomUUID(),
      workspaceId: workspace.workspaceId,
      personId: boris.personId,
      personName: 'Boris',
      username: null,
      roles: [{ role: 'manager', sole: false, until: null }],
      invitedById: workspace.ownerId,
    };
    expect((await database.store.commit(effect([back]))).kind).toBe('committed');
    expect((await database.store.commit(effect([back]))).kind).toBe('stale');
    expect(await rolesOf(boris.membershipId)).toEqual(['manager']);
    expect(await members(workspace.workspaceId)).toBe(2);
  });

  test('the database itself refuses a second owner', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'administrator');
    const second = await database.store.commit(
      effect([
        {
          kind: 'membership.roles',
          membershipId: boris.membershipId,
          workspaceId: workspace.workspaceId,
          personId: boris.personId,
          version: 0,
          add: [{ role: 'owner', sole: true, until: null }],
          remove: [],
        },
      ]),
    );
    expect(second).toEqual({ kind: 'stale', guard: 'membership_roles_sole_key' });
  });

  test('an act that stands on a lost right finds its guard missed', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'administrator');
    const demote: Change = {
      kind: 'membership.roles',
      membershipId: boris.membershipId,
      workspaceId: workspace.workspaceId,
      personId: boris.personId,
      version: 0,
      add: [{ role: 'designer', sole: false, until: null }],
      remove: ['administrator'],
    };
    expect((await database.store.commit(effect([demote]))).kind).toBe('committed');
    const byBoris = effect([
      { kind: 'guard.membership', membershipId: boris.membershipId, version: 0, lock: false },
      { kind: 'workspace.renamed', workspaceId: workspace.workspaceId, from: 'Acme', to: 'Borisland' },
    ]);
    expect((await database.store.commit(byBoris)).kind).toBe('stale');
  });

  test('two people who take each other’s roles at once: one of them, without a deadlock', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'administrator');
    const vera = await joined(workspace, 'administrator');
    const against = (actor: typeof boris, target: typeof boris): Commit<Change> =>
      effect([
        { kind: 'guard.membership', membershipId: actor.membershipId, version: 0, lock: true },
        {
          kind: 'membership.roles',
          membershipId: target.membershipId,
          workspaceId: workspace.workspaceId,
          personId: target.personId,
          version: 0,
          add: [{ role: 'designer', sole: false, until: null }],
          remove: ['administrator'],
        },
      ]);
    const results = await Promise.all([
      database.store.commit(against(boris, vera)),
      database.store.commit(against(vera, boris)),
    ]);
    expect(results.map((result) => result.kind).sort()).toEqual(['committed', 'stale']);
    expect(results.find((result) => result.kind === 'stale')).not.toMatchObject({ guard: 'deadlock' });
  });
});

describe('ownership', () => {
  test('moves in one step, with what the former owner keeps', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'designer');
    const transferId = randomUUID();
    const offered = await database.store.commit(
      effect([
        {
          kind: 'transfer.offered',
          transferId,
          workspaceId: workspace.workspaceId,
          fromId: workspace.ownerId,
          toId: boris.personId,
          expiresAt: later,
        },
      ]),
    );
    expect(offered.kind).toBe('committed');
    const accept = (): Commit<Change> =>
      effect([
        {
          kind: 'transfer.accepted',
          transferId,
          workspaceId: workspace.workspaceId,
          role: 'owner',
          from: { personId: workspace.ownerId, membershipId: workspace.membershipId, version: 0 },
          to: {
            personId: boris.personId,
            membershipId: boris.membershipId,
            version: 0,
            remove: ['designer'],
          },
          kept: { role: 'administrator', sole: false, until: null },
        },
        { kind: 'guard.governance', workspaceId: workspace.workspaceId, governance: 0 },
      ]);
    const results = await Promise.all([1, 2, 3].map(() => database.store.commit(accept())));
    expect(results.filter((result) => result.kind === 'committed')).toHaveLength(1);
    expect(await rolesOf(workspace.membershipId)).toEqual(['administrator']);
    expect(await rolesOf(boris.membershipId)).toEqual(['owner']);
  });

  test('an offer is closed once', async () => {
    const workspace = await founded();
    const boris = await joined(workspace, 'designer');
    const offer = {
      transferId: randomUUID(),
      workspaceId: workspace.workspaceId,
      fromId: workspace.ownerId,
      toId: boris.personId,
    };
    await database.store.commit(effect([{ kind: 'transfer.offered', ...offer, expiresAt: later }]));
    const second = { ...offer, transferId: randomUUID() };
    expect(
      (await database.store.commit(effect([{ kind: 'transfer.offered', ...second, expiresAt: later }]))).kind,
    ).toBe('stale');
    expect((await database.store.commit(effect([{ kind: 'transfer.declined', ...offer }]))).kind).toBe(
      'committed',
    );
    expect((await database.store.commit(effect([{ kind: 'transfer.cancelled', ...offer }]))).kind).toBe(
      'stale',
    );
  });
});

describe('invitations', () => {
  const invite = (
    workspace: Founded,
    more: Partial<Extract<Change, { kind: 'invitation.created' }>> = {},
  ) => ({
    kind: 'invitation.created' as const,
    invitationId: randomUUID(),
    workspaceId: workspace.workspaceId,
    addressee: null,
    addresseeName: null,
    personId: null,
    roles: ['designer'],
    maxUses: 1,
    tokenHash: Buffer.from(randomUUID()),
    accessUntil: null,
    note: null,
    inviterId: workspace.ownerId,
    expiresAt: later,
    ...more,
  });

  test('one pending invitation per addressee', async () => {
    const workspace = await founded();
    const once = await database.store.commit(effect([invite(workspace, { addressee: 'telegram:@vera' })]));
    const twice = await database.store.commit(effect([invite(workspace, { addressee: 'telegram:@vera' })]));
    expect([once.kind, twice.kind]).toEqual(['committed', 'stale']);
  });

  test('a link of three uses lets in three of ten who press at once', async () => {
    const workspace = await founded();
    const link = invite(workspace, { maxUses: 3 });
    await database.store.commit(effect([link]));
    const people = await Promise.all(Array.from({ length: 10 }, (_, n) => somebody(`P${n}`)));
    const results = await Promise.all(
      people.map((personId) =>
        database.store.commit(
          effect([
            { kind: 'guard.membership', membershipId: workspace.membershipId, version: 0, lock: false },
            {
              kind: 'invitation.accepted',
              invitationId: link.invitationId,
              workspaceId: workspace.workspaceId,
              personId,
              roles: ['designer'],
            },
            {
              kind: 'membership.added',
              membershipId: randomUUID(),
              workspaceId: workspace.workspaceId,
              personId,
              personName: 'P',
              username: null,
              roles: [{ role: 'designer', sole: false, until: null }],
              invitedById: workspace.ownerId,
            },
          ]),
        ),
      ),
    );
    expect(results.filter((result) => result.kind === 'committed')).toHaveLength(3);
    expect(await members(workspace.workspaceId)).toBe(4);
    const { rows } = await database.pool.query('select state, uses from invitations where id = $1', [
      link.invitationId,
    ]);
    expect(rows).toEqual([{ state: 'accepted', uses: 3 }]);
  });

  test('each end of an invitation is reached once', async () => {
    const workspace = await founded();
    const one = invite(workspace, { addressee: 'telegram:5' });
    await database.store.commit(effect([one]));
    const at0 = { invitationId: one.invitationId, workspaceId: workspace.workspaceId, personId: null };
    const resent: Change = {
      kind: 'invitation.resent',
      ...at0,
      version: 0,
      tokenHash: Buffer.from('new'),
      expiresAt: later,
    };
    expect((await database.store.commit(effect([resent]))).kind).toBe('committed');
    expect(
      (
        await database.store.commit(
          effect([{ kind: 'invitation.roles', ...at0, version: 1, from: ['designer'], to: ['manager'] }]),
        )
      ).kind,
    ).toBe('committed');
    expect(
      (await database.store.commit(effect([{ kind: 'invitation.opened', invitationId: one.invitationId }])))
        .kind,
    ).toBe('committed');
    expect(
      (await database.store.commit(effect([{ kind: 'invitation.revoked', ...at0, version: 1 }]))).kind,
    ).toBe('stale');
    expect(
      (await database.store.commit(effect([{ kind: 'invitation.revoked', ...at0, version: 2 }]))).kind,
    ).toBe('committed');
    expect(
      (await database.store.commit(effect([{ kind: 'invitation.declined', ...at0, version: 3 }]))).kind,
    ).toBe('stale');
  });
});

describe('groups and wizards', () => {
  test('a group is bound, moves and is left', async () => {
    const { workspaceId } = await founded();
    const chat = { messenger: 'telegram', chatId: '-5' };
    await database.store.commit(effect([{ kind: 'group.bound', ...chat, title: 'Team', workspaceId }]));
    await database.store.commit(effect([{ kind: 'group.moved', ...chat, toChatId: '-1005' }]));
    const { rows } = await database.pool.query('select chat_id, workspace_id from group_chats');
    expect(rows).toEqual([{ chat_id: '-1005', workspace_id: workspaceId }]);
    await database.store.commit(effect([{ kind: 'group.left', messenger: 'telegram', chatId: '-1005' }]));
    expect((await database.pool.query('select 1 from group_chats')).rows).toEqual([]);
  });

  test('a wizard is written at the version it was read', async () => {
    const save = (version: number | null): Change => ({
      kind: 'session.saved',
      ...account('9'),
      chatId: '9',
      wizard: { name: 'invite', data: { step: version } },
      version,
      expiresAt: later,
    });
    expect((await database.store.commit(effect([save(null)]))).kind).toBe('committed');
    expect((await database.store.commit(effect([save(null)]))).kind).toBe('stale');
    expect((await database.store.commit(effect([save(0)]))).kind).toBe('committed');
    expect(
      (
        await database.store.commit(
          effect([{ kind: 'session.ended', ...account('9'), chatId: '9', version: 0 }]),
        )
      ).kind,
    ).toBe('stale');
    expect(
      (
        await database.store.commit(
          effect([{ kind: 'session.ended', ...account('9'), chatId: '9', version: 1 }]),
        )
      ).kind,
    ).toBe('committed');
  });
});
