import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PresetKey, presets } from '../../../src/access/presets.ts';
import type { Change } from '../../../src/domain/changes.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import type { Actor } from '../../../src/domain/state.ts';
import { changeRoles, type RoleAct } from '../../../src/features/members/change-roles.ts';
import { leaveWorkspace } from '../../../src/features/members/leave.ts';
import { removeMember } from '../../../src/features/members/remove.ts';
import { acceptTransfer } from '../../../src/features/ownership/accept-transfer.ts';
import { offerTransfer } from '../../../src/features/ownership/offer-transfer.ts';
import { createContextReader } from '../../../src/store/context.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { find } from '../../support/find.ts';

/** Each pair of acts meets so often; who starts is taken in turns. */
const ROUNDS = 30;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
});
afterAll(() => database.close());

const now = new Date('2026-05-01T10:00:00Z');

async function write(actorId: string | null, changes: readonly Change[]): Promise<boolean> {
  const committed = await database.store.commit({
    update: { messenger: 'telegram', id: randomUUID() },
    actorId,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  });
  return committed.kind === 'committed';
}

/** A member of a workspace made for one round. Their account has the person's id. */
interface Someone {
  readonly personId: string;
  readonly membershipId: string;
}

interface Round {
  readonly workspaceId: string;
  readonly scheme: PresetKey;
  readonly people: readonly Someone[];
}

/** A workspace whose members hold these roles, the founder first. */
async function gathered(scheme: PresetKey, ...roles: readonly string[]): Promise<Round> {
  const workspaceId = randomUUID();
  const people = roles.map((): Someone => ({ personId: randomUUID(), membershipId: randomUUID() }));
  const { ownerRole, declaration } = presets[scheme];
  for (const [place, { personId, membershipId }] of people.entries()) {
    const role = roles[place] ?? '';
    const personName = `Person ${place}`;
    await write(null, [
      {
        kind: 'person.appeared',
        messenger: 'telegram',
        accountId: personId,
        personId,
        name: personName,
        username: null,
        language: 'en',
        privateChatId: personId,
      },
    ]);
    const sole = role === ownerRole.key && declaration.keystone.holders === 'exactly_one';
    const given = [{ role, sole, until: null }];
    const member = { membershipId, workspaceId, personId, personName, roles: given };
    await write(personId, [
      place === 0
        ? { kind: 'workspace.created', name: 'Acme', scheme, ...member }
        : { kind: 'membership.added', username: null, invitedById: people[0]?.personId ?? '', ...member },
      { kind: 'account.activated', messenger: 'telegram', accountId: personId, workspaceId },
    ]);
  }
  return { workspaceId, scheme, people };
}

type Decide = (actor: Actor) => Promise<readonly Change[]>;

/**
 * Two acts of two people, each read and decided before either is committed, then committed on two connections at
 * once. An act whose guard misses is read and decided again, like an update. Answers what became of each.
 */
async function meet(acts: readonly { readonly by: Someone; readonly decide: Decide }[]): Promise<string[]> {
  let waiting = acts.length;
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const arrive = async (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) open();
    await gate;
  };
  const run = async ({ by, decide }: (typeof acts)[number]): Promise<string> => {
    for (let tries = 0; tries < 9; tries++) {
      const decided = await decideAs(by, decide);
      if (tries === 0) await arrive();
      if (typeof decided === 'string') return decided;
      if (await write(by.personId, decided)) return 'done';
    }
    throw new Error('the state changed again and again');
  };
  return Promise.all(acts.map(run));
}

async function decideAs({ personId }: Someone, decide: Decide): Promise<readonly Change[] | string> {
  const context = await createContextReader(database.pool)({
    messenger: 'telegram',
    updateId: randomUUID(),
    accountId: personId,
    chatId: personId,
    inGroup: false,
  });
  if (!context.workspace || !context.membership) return 'no member';
  const person = { id: personId, name: 'Somebody', language: 'en' } as const;
  try {
    return await decide({ person, workspace: context.workspace, membership: context.membership });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function about(actor: Actor, target: Someone): Promise<RoleAct> {
  const scheme = presets[actor.workspace.scheme as PresetKey];
  const found = await find(database, {
    kind: 'members.find',
    workspaceId: actor.workspace.id,
    messenger: 'telegram',
    pointer: { kind: 'membership', membershipId: target.membershipId },
    ownerRole: scheme.ownerRole.key,
    count: [],
    now,
  });
  const [card] = found.members;
  if (!card) throw new Error('the member is gone from the store');
  return { actor, scheme, target: card, found, now };
}

const giving =
  (target: Someone, role: string): Decide =>
  async (actor) =>
    changeRoles(await about(actor, target), { roles: [role], end: 'kept' }).changes;

const removing =
  (target: Someone): Decide =>
  async (actor) =>
    removeMember(await about(actor, target)).changes;

const leaving: Decide = async (actor) => {
  const scheme = presets[actor.workspace.scheme as PresetKey];
  const admins = await find(database, {
    kind: 'members.admins',
    workspaceId: actor.workspace.id,
    ownerRole: scheme.ownerRole.key,
    leavingId: actor.person.id,
  });
  return leaveWorkspace(actor, scheme, admins).changes;
};

const accepting =
  (transferId: string): Decide =>
  async (actor) => {
    const transfer = await find(database, { kind: 'transfers.find', transferId });
    if (!transfer) throw new Error('no such transfer');
    const scheme = presets[transfer.workspace.scheme as PresetKey];
    return acceptTransfer(transfer, actor.person.id, scheme, now).changes;
  };

async function offered(from: Someone, to: Someone): Promise<string> {
  const transferId = randomUUID();
  const changes = await decideAs(
    from,
    async (actor) => offerTransfer(await about(actor, to), transferId).changes,
  );
  if (typeof changes === 'string') throw new Error(`the offer was refused: ${changes}`);
  await write(from.personId, changes);
  return transferId;
}

/** Active members who hold a role. */
async function holders({ workspaceId }: Round, role: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ person_id: string }>(
    `select m.person_id from membership_roles r join memberships m on m.id = r.membership_id and m.state = 'active'
      where r.workspace_id = $1 and r.role = $2`,
    [workspaceId, role],
  );
  return rows.map((row) => row.person_id);
}

/** Who did something, in the order in which the store let them. */
async function order({ workspaceId }: Round): Promise<string[]> {
  const { rows } = await database.pool.query<{ actor_id: string }>(
    `select actor_id from audit_events where workspace_id = $1 and action like 'membership.%' order by id`,
    [workspaceId],
  );
  return rows.map((row) => row.actor_id);
}

function turns<T>(round: number, acts: readonly T[]): readonly T[] {
  return round % 2 === 0 ? acts : acts.toReversed();
}

describe('two acts at once leave what one after the other would leave', () => {
  test('nobody changes others with a right that was just taken from them', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('company', 'owner', 'administrator', 'manager');
      const [owner, admin, manager] = team.people;
      if (!owner || !admin || !manager) throw new Error('three people were gathered');
      const demote = { by: owner, decide: giving(admin, 'designer') };
      const meanwhile = { by: admin, decide: giving(manager, 'designer') };
      const results = await meet(turns(round, [demote, meanwhile]));
      const [demoted, changed] = turns(round, results);
      expect(demoted).toBe('done');
      const acted = (await order(team)).slice(-2);
      if (changed === 'done') expect(acted).toEqual([admin.personId, owner.personId]);
      else expect(changed).toBe('no_role_allows');
    }
  });

  test('two admins who remove each other leave one of them', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('platform', 'admin', 'admin');
      const [anna, boris] = team.people;
      if (!anna || !boris) throw new Error('two people were gathered');
      const results = await meet([
        { by: anna, decide: removing(boris) },
        { by: boris, decide: removing(anna) },
      ]);
      expect(results.sort()).toEqual(['done', 'no member']);
      expect(await holders(team, 'admin')).toHaveLength(1);
    }
  });

  test('two admins who lower each other leave one admin', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('platform', 'admin', 'admin');
      const [anna, boris] = team.people;
      if (!anna || !boris) throw new Error('two people were gathered');
      const results = await meet([
        { by: anna, decide: giving(boris, 'viewer') },
        { by: boris, decide: giving(anna, 'viewer') },
      ]);
      expect(results.sort()).toEqual(['done', 'no_role_allows']);
      expect(await holders(team, 'admin')).toHaveLength(1);
    }
  });

  test('of the last two admins who leave at once, one stays', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('agency', 'admin', 'admin', 'client');
      const [anna, boris] = team.people;
      if (!anna || !boris) throw new Error('two admins were gathered');
      const results = await meet([
        { by: anna, decide: leaving },
        { by: boris, decide: leaving },
      ]);
      expect(results.sort()).toEqual(['done', 'last_keystone']);
      expect(await holders(team, 'admin')).toHaveLength(1);
    }
  });

  test('an admin leaves and lowers the other admin at once: an admin stays', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('agency', 'admin', 'admin');
      const [anna, boris] = team.people;
      if (!anna || !boris) throw new Error('two admins were gathered');
      const acts = [
        { by: anna, decide: giving(boris, 'client') },
        { by: anna, decide: leaving },
      ];
      const [lowered, left] = turns(round, await meet(turns(round, acts)));
      expect([lowered, left]).toContain('done');
      expect((await holders(team, 'admin')).length).toBeGreaterThanOrEqual(1);
    }
  });

  test('ownership is taken while its taker is removed: one owner, who is a member', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('company', 'owner', 'manager');
      const [owner, heir] = team.people;
      if (!owner || !heir) throw new Error('two people were gathered');
      const transferId = await offered(owner, heir);
      const acts = [
        { by: owner, decide: removing(heir) },
        { by: heir, decide: accepting(transferId) },
      ];
      const [removed, accepted] = turns(round, await meet(turns(round, acts)));
      expect([removed, accepted].filter((result) => result === 'done')).toHaveLength(1);
      expect(await holders(team, 'owner')).toEqual([accepted === 'done' ? heir.personId : owner.personId]);
    }
  });

  test('ownership is accepted twice at once: it moves once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('cabinet', 'owner', 'editor');
      const [owner, heir] = team.people;
      if (!owner || !heir) throw new Error('two people were gathered');
      const transferId = await offered(owner, heir);
      const acts = [1, 2].map(() => ({ by: heir, decide: accepting(transferId) }));
      expect((await meet(acts)).sort()).toEqual(['done', 'transfer_over']);
      expect(await holders(team, 'owner')).toEqual([heir.personId]);
      expect(await holders(team, 'administrator')).toEqual([owner.personId]);
      expect(await holders(team, 'editor')).toEqual([]);
    }
  });

  test('an owner and an administrator change one member at once: one role is the outcome', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const team = await gathered('company', 'owner', 'administrator', 'designer');
      const [owner, admin, target] = team.people;
      if (!owner || !admin || !target) throw new Error('three people were gathered');
      const results = await meet([
        { by: owner, decide: giving(target, 'administrator') },
        { by: admin, decide: giving(target, 'manager') },
      ]);
      const held = [await holders(team, 'administrator'), await holders(team, 'manager')].flat();
      expect(held.filter((personId) => personId === target.personId)).toHaveLength(1);
      expect(results[0]).toBe('done');
      expect(['done', 'not_broader']).toContain(results[1]);
    }
  });
});
