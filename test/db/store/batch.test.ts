import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '../../../src/domain/changes.ts';
import type { Commit, Committed } from '../../../src/store/commit/commit.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-05-01T10:00:00.000Z');
const later = new Date('2026-05-02T10:00:00.000Z');

/** The ids of one person's little world: a workspace of Anna's that has invited them. */
interface World {
  readonly update: string;
  readonly account: string;
  readonly person: string;
  readonly anna: string;
  readonly annaMembership: string;
  readonly workspace: string;
  readonly membership: string;
  readonly invitation: string;
  readonly other: string;
  readonly bot: string;
  readonly grant: string;
}

const newWorld = (): World => ({
  update: randomUUID(),
  account: randomUUID(),
  person: randomUUID(),
  anna: randomUUID(),
  annaMembership: randomUUID(),
  workspace: randomUUID(),
  membership: randomUUID(),
  invitation: randomUUID(),
  other: randomUUID(),
  bot: randomUUID(),
  grant: randomUUID(),
});

function effect(
  { update, person }: World,
  changes: readonly Change[],
  more: Partial<Commit<Change>> = {},
): Commit<Change> {
  return {
    update: { messenger: 'telegram', id: update },
    actorId: person,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 15_000,
    slot: 3,
    ...more,
  };
}

const appeared = ({ account, person }: World, name = 'O\'Hara {"Б", null} \\'): Change => ({
  kind: 'person.appeared',
  messenger: 'telegram',
  accountId: account,
  personId: person,
  name,
  username: 'Ha_Ra',
  language: 'uk',
  privateChatId: null,
});

const created = (world: World, invitationId = world.invitation): Change => ({
  kind: 'invitation.created',
  invitationId,
  workspaceId: world.workspace,
  personId: null,
  addressee: `telegram:${invitationId}`,
  addresseeName: 'A, "quoted" {name}',
  roles: ['designer', 'manager'],
  resources: [],
  maxUses: 1,
  tokenHash: Buffer.from(invitationId.replaceAll('-', ''), 'hex'),
  accessUntil: null,
  note: null,
  inviterId: world.anna,
  expiresAt: later,
});

const joining = (world: World): Change => ({
  kind: 'membership.added',
  membershipId: world.membership,
  workspaceId: world.workspace,
  personId: world.person,
  personName: 'Boris',
  username: null,
  roles: [
    { role: 'designer', sole: false, until: null },
    { role: 'manager', sole: false, until: later },
  ],
  grants: [{ id: world.grant, role: 'designer', place: { kind: 'bot', id: world.bot }, until: null }],
  invitedById: world.anna,
});

/** Makes the world: a workspace with Anna, a bot, a person who was invited. Written one by one. */
async function lived(): Promise<World> {
  const world = newWorld();
  await database.store.commit({
    ...effect({ ...world, update: randomUUID() }, [
      {
        ...appeared({ ...world, account: world.anna, person: world.anna }, 'Anna'),
        privateChatId: 'x',
      } as Change,
      {
        kind: 'workspace.created',
        workspaceId: world.workspace,
        name: 'Acme',
        scheme: 'company',
        membershipId: world.annaMembership,
        personId: world.anna,
        personName: 'Anna',
        roles: [{ role: 'owner', sole: true, until: null }],
      },
    ]),
    actorId: null,
  });
  await database.store.commit({
    ...effect({ ...world, update: randomUUID() }, [appeared(world), created(world)]),
    actorId: null,
  });
  await database.pool.query('insert into bots (id, workspace_id, name, created_at) values ($1, $2, $3, $4)', [
    world.bot,
    world.workspace,
    'Bot',
    now,
  ]);
  return world;
}

const session = (world: World, version: number | null, said: string): Change => ({
  kind: 'session.saved',
  messenger: 'telegram',
  accountId: world.account,
  chatId: world.account,
  wizard: { said },
  version,
  expiresAt: later,
});

/** What many people do at once; each is written alone and shared, and must come to the same. */
const acts: Record<string, (world: World) => Commit<Change>> = {
  'somebody writes for the first time': (world) => {
    const fresh = { ...world, account: world.other, person: world.other };
    return { ...effect(fresh, [appeared(fresh)]), actorId: world.other };
  },
  'somebody writes again, under another name': (world) =>
    effect(world, [
      {
        kind: 'account.seen',
        messenger: 'telegram',
        accountId: world.account,
        personId: world.person,
        name: 'Борис',
        username: 'NEW',
        privateChatId: world.account,
        reachable: true,
      },
      {
        kind: 'account.activated',
        messenger: 'telegram',
        accountId: world.account,
        workspaceId: world.workspace,
      },
      { kind: 'person.language', personId: world.person, language: 'ru' },
    ]),
  'somebody chooses a language and a workspace': (world) =>
    effect(world, [
      { kind: 'person.language', personId: world.person, language: 'ru' },
      {
        kind: 'account.activated',
        messenger: 'telegram',
        accountId: world.account,
        workspaceId: world.workspace,
      },
    ]),
  'an invitation is opened': (world) =>
    effect(world, [{ kind: 'invitation.opened', invitationId: world.invitation }]),
  'an invitation is accepted, with roles everywhere and on a bot': (world) =>
    effect(
      world,
      [
        { kind: 'guard.scheme', workspaceId: world.workspace, scheme: 'company' },
        { kind: 'guard.membership', membershipId: world.annaMembership, version: 0, lock: false },
        {
          kind: 'invitation.accepted',
          invitationId: world.invitation,
          workspaceId: world.workspace,
          personId: world.person,
          roles: ['designer', 'manager'],
          names: [`telegram:${world.account}`, `person:${world.person}`],
        },
        joining(world),
      ],
      {
        outbox: [
          { messenger: 'telegram', chatId: world.account, body: { to: 'Boris "}', n: [1] }, tracking: null },
          { messenger: 'telegram', chatId: world.anna, body: { to: 'Anna' }, tracking: { kind: 'notice' } },
        ],
      },
    ),
  'an invitation is declined': (world) =>
    effect(world, [
      {
        kind: 'invitation.declined',
        invitationId: world.invitation,
        workspaceId: world.workspace,
        personId: world.person,
        version: 0,
      },
    ]),
  'somebody is invited': (world) => effect(world, [created(world, world.other)]),
  'a dialogue begins': (world) => effect(world, [session(world, null, 'a "word" {}')]),
};

const TABLES = [
  'inbox',
  'accounts',
  'persons',
  'memberships',
  'membership_roles',
  'grants',
  'member_counts',
  'invitations',
  'sessions',
  'audit_events',
  'outbox',
];

/** Everything the store knows of a world, its ids by their names. */
async function whatIsKnownOf(world: World): Promise<string[]> {
  const known: string[] = [];
  for (const table of TABLES) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'xact' - 'token_hash' - 'lease_until' - case when $2 then 'id' else '' end)::text as row
         from ${table} t where to_jsonb(t)::text ~ $1`,
      [Object.values(world).join('|'), table === 'audit_events' || table === 'outbox'],
    );
    known.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return known
    .map((line) => Object.entries(world).reduce((text, [name, id]) => text.replaceAll(id, name), line))
    .toSorted();
}

/** The acts of a commit statement that the pool was asked to run; none for any other statement. */
function actsOf(args: readonly unknown[]): readonly unknown[] {
  const [asked] = args as readonly [{ text?: string; values?: readonly string[] }];
  return asked.text?.startsWith('with acts as') ? JSON.parse(asked.values?.[0] ?? '[]') : [];
}

/** Commits at once; how many shared statements it took is told too. */
async function atOnce(
  effects: readonly Commit<Change>[],
): Promise<{ outcomes: PromiseSettledResult<Committed>[]; shared: number }> {
  const { pool } = database;
  const original = pool.query;
  let shared = 0;
  const counting = (...args: readonly unknown[]): unknown => {
    if (actsOf(args).length > 1) shared++;
    return Reflect.apply(original, pool, args);
  };
  pool.query = counting as typeof original;
  try {
    const outcomes = await Promise.allSettled(effects.map((one) => database.store.commit(one)));
    return { outcomes, shared };
  } finally {
    pool.query = original;
  }
}

const kinds = (outcomes: readonly PromiseSettledResult<Committed>[]): string[] =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.kind : 'threw'));

describe('acts that share a statement come to what each comes to alone', () => {
  for (const [name, act] of Object.entries(acts)) {
    test(name, async () => {
      const single = await lived();
      expect((await database.store.commit(act(single))).kind).toBe('committed');
      const expected = await whatIsKnownOf(single);

      const worlds = await Promise.all([lived(), lived(), lived(), lived(), lived()]);
      const { outcomes, shared } = await atOnce(worlds.map(act));
      expect(kinds(outcomes)).toEqual(worlds.map(() => 'committed'));
      expect(shared).toBe(1);
      for (const world of worlds) expect(await whatIsKnownOf(world)).toEqual(expected);
    });
  }

  test('a dialogue goes on and ends', async () => {
    const worlds = await Promise.all([lived(), lived(), lived()]);
    const renewed = (world: World): World => ({ ...world, update: randomUUID() });
    const said = async (change: (world: World) => Change): Promise<string[]> =>
      kinds((await atOnce(worlds.map((world) => effect(renewed(world), [change(world)])))).outcomes);
    const ended = (world: World): Change => ({
      kind: 'session.ended',
      messenger: 'telegram',
      accountId: world.account,
      chatId: world.account,
      version: 1,
    });
    expect(await said((world) => session(world, null, 'one'))).toEqual(worlds.map(() => 'committed'));
    expect(await said((world) => session(world, 0, 'two'))).toEqual(worlds.map(() => 'committed'));
    expect(await said((world) => session(world, 0, 'stale'))).toEqual(worlds.map(() => 'stale'));
    expect(await said(ended)).toEqual(worlds.map(() => 'committed'));
    const { rows } = await database.pool.query('select 1 from sessions where account_id = any ($1)', [
      worlds.map(({ account }) => account),
    ]);
    expect(rows).toEqual([]);
  });
});

describe('an act never pays for another', () => {
  const accept = acts['an invitation is accepted, with roles everywhere and on a bot'];
  if (!accept) throw new Error('the act has another name');

  test('a guard that one misses is missed by that one alone', async () => {
    const worlds = await Promise.all([lived(), lived(), lived(), lived()]);
    const late = worlds[2];
    await database.pool.query(`update invitations set state = 'revoked' where id = $1`, [late?.invitation]);
    const { outcomes, shared } = await atOnce(worlds.map(accept));
    expect(shared).toBe(1);
    expect(kinds(outcomes)).toEqual(['committed', 'committed', 'stale', 'committed']);
    const { rows } = await database.pool.query('select person_id from memberships where id = any ($1)', [
      worlds.map(({ membership }) => membership),
    ]);
    expect(rows).toHaveLength(3);
  });

  test('an update that was seen is seen by that one alone', async () => {
    const worlds = await Promise.all([lived(), lived(), lived(), lived()]);
    await database.pool.query(`insert into inbox values ('telegram', $1, now())`, [worlds[1]?.update]);
    const { outcomes } = await atOnce(worlds.map(accept));
    expect(kinds(outcomes)).toEqual(['committed', 'seen', 'committed', 'committed']);
  });

  test('what the database cannot store fails alone', async () => {
    const worlds = await Promise.all([lived(), lived(), lived(), lived()]);
    const effects = worlds.map((world, place) =>
      effect(world, [session(world, null, place === 2 ? 'a \u0000' : 'fine')]),
    );
    const { outcomes } = await atOnce(effects);
    expect(kinds(outcomes)).toEqual(['committed', 'committed', 'threw', 'committed']);
  });

  test('a statement whose end nobody knows is told as such to all who shared it', async () => {
    const worlds = await Promise.all([lived(), lived(), lived()]);
    const { pool } = database;
    const original = pool.query;
    const breaking = async (...args: readonly unknown[]): Promise<unknown> => {
      const told: unknown = await Reflect.apply(original, pool, args);
      if (actsOf(args).length > 1) throw new Error('the connection broke');
      return told;
    };
    pool.query = breaking as typeof original;
    const outcomes = await Promise.allSettled(worlds.map((world) => database.store.commit(accept(world))));
    pool.query = original;
    expect(kinds(outcomes)).toEqual(['threw', 'threw', 'threw']);
    // Delivered again, each is found to have happened.
    const { rows } = await pool.query('select 1 from inbox where update_id = any ($1)', [
      worlds.map(({ update }) => update),
    ]);
    expect(rows).toHaveLength(3);
  });

  test('people who press one link at once each get their place, and the last of them none', async () => {
    const world = await lived();
    await database.pool.query('update invitations set max_uses = 4, addressee = null where id = $1', [
      world.invitation,
    ]);
    const pressing = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const guest = { ...(await lived()), workspace: world.workspace, invitation: world.invitation };
        return { ...guest, anna: world.anna, annaMembership: world.annaMembership, bot: world.bot };
      }),
    );
    const { outcomes } = await atOnce(pressing.map(accept));
    expect(kinds(outcomes).filter((kind) => kind === 'committed')).toHaveLength(4);
    expect(kinds(outcomes).filter((kind) => kind === 'stale')).toHaveLength(2);
    const { rows } = await database.pool.query(
      'select sum(members)::int as members from member_counts where workspace_id = $1',
      [world.workspace],
    );
    expect(rows).toEqual([{ members: 5 }]);
  });

  test('rows owed come back to those who owe them, in order', async () => {
    const worlds = await Promise.all([lived(), lived(), lived(), lived()]);
    const { outcomes } = await atOnce(worlds.map(accept));
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.status !== 'fulfilled' || outcome.value.kind !== 'committed')
        throw new Error('not committed');
      const { rows } = await database.pool.query(
        'select chat_id from outbox where id = any ($1::bigint[]) order by id',
        [outcome.value.outbox],
      );
      expect(rows).toEqual([{ chat_id: worlds[place]?.account }, { chat_id: worlds[place]?.anna }]);
    }
  });
});
