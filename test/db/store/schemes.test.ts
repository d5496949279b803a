import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../../src/access/decide.ts';
import { presets } from '../../../src/access/presets.ts';
import { workspaceWide } from '../../../src/access/subject.ts';
import type { Change } from '../../../src/domain/changes.ts';
import { guardScheme } from '../../../src/domain/guards.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import type { SchemeLibrary } from '../../../src/domain/scheme-library.ts';
import type { Actor } from '../../../src/domain/state.ts';
import { readSubjects } from '../../../src/features/decision-api/store/access.ts';
import { dueEndedRoles } from '../../../src/features/members/store/ended-roles.ts';
import { addRole } from '../../../src/features/schemes/add-role.ts';
import { deleteRole } from '../../../src/features/schemes/delete-role.ts';
import { draftOf, type SchemeDraft } from '../../../src/features/schemes/draft.ts';
import { mergeRole } from '../../../src/features/schemes/merge-role.ts';
import type { Redefined } from '../../../src/features/schemes/put-in-force.ts';
import type { SchemeInForce } from '../../../src/features/schemes/queries.ts';
import { redefineScheme } from '../../../src/features/schemes/redefine.ts';
import { setRule } from '../../../src/features/schemes/set-rule.ts';
import { openSchemeLibrary } from '../../../src/features/schemes/store/scheme-library.ts';
import { switchScheme } from '../../../src/features/schemes/switch-scheme.ts';
import { setRight } from '../../../src/features/schemes/toggle-right.ts';
import type { Commit } from '../../../src/store/commit/commit.ts';
import { commitStatement, createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { act, actorOf, type Founded, found, grant, join, type Somebody } from '../../support/decision-api.ts';
import { find } from '../../support/find.ts';

let database: TestDatabase;
let library: SchemeLibrary;
beforeAll(async () => {
  database = await createTestDatabase();
  library = openSchemeLibrary(database.pool);
});
afterAll(() => database.close());

const now = new Date();

/** Looks at a workspace as its founder does before a change. */
async function look(workspace: Founded, version: number | null = null) {
  const { rows } = await database.pool.query<{ scheme: string }>(
    'select scheme from workspaces where id = $1',
    [workspace.workspaceId],
  );
  const scheme = await library.read(rows[0]?.scheme ?? '');
  const base = actorOf(workspace, [scheme.ownerRole.key]);
  const actor: Actor = { ...base, workspace: { ...base.workspace, scheme: scheme.declaration.key } };
  const inForce = await find(database, {
    kind: 'scheme.in_force',
    workspaceId: workspace.workspaceId,
    ownerRole: scheme.ownerRole.key,
    version,
  });
  return { actor, scheme, inForce };
}

/** Changes the scheme as the founder. */
async function redefine(workspace: Founded, edit: (draft: SchemeDraft) => SchemeDraft): Promise<Redefined> {
  const { actor, scheme, inForce } = await look(workspace);
  const draft = edit(draftOf(scheme));
  const redefined = redefineScheme(actor, scheme, { draft, from: inForce.version }, inForce, now);
  await act(database.pool, workspace.founder.personId, ...redefined.changes);
  return redefined;
}

const refusalOf = (decision: Promise<unknown>): Promise<string> =>
  decision.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

async function rolesOf({ workspaceId }: Founded, somebody: Somebody): Promise<readonly string[]> {
  const [subject] = await readSubjects(database.pool, [
    { workspaceId, ref: { kind: 'person', id: somebody.personId } },
  ]);
  return [
    ...(subject?.roles ?? []).map(({ role }) => role).sort(),
    ...(subject?.grants ?? []).map(({ role, resource }) => `${role}@${resource.kind}`).sort(),
  ];
}

describe('a workspace’s own scheme', () => {
  test('begins as a preset, is changed version by version, and goes back as a version more', async () => {
    const acme = await found(database.pool, 'company', 'owner');
    const anna = await join(database.pool, acme, 'designer');

    const { preview } = await redefine(acme, (draft) => setRight(draft, 'designer', 'bot.publish', 'yes'));
    expect(preview).toMatchObject({
      gaining: 1,
      losing: 0,
      roles: [
        { from: 'designer', to: 'designer', holders: 1, gained: [{ right: 'bot.publish', only: null }] },
      ],
      people: [{ members: 1, names: ['designer'], before: ['designer'], after: ['designer'] }],
    });
    const { scheme, inForce } = await look(acme, 0);
    expect(inForce).toMatchObject({ version: 1, asked: { preset: 'company' } });
    const [subject] = await readSubjects(database.pool, [
      { workspaceId: acme.workspaceId, ref: { kind: 'person', id: anna.personId } },
    ]);
    if (!subject) throw new Error('Anna is a member');
    expect(decide(scheme, subject, 'bot.publish', workspaceWide, now).allow).toBe(true);

    const { actor } = await look(acme);
    const back = switchScheme(actor, scheme, { to: 'former', mapping: {} }, inForce, now);
    await act(database.pool, acme.founder.personId, ...back.changes);
    expect((await look(acme)).inForce).toMatchObject({ scheme: 'company', version: 2 });
    const history = await find(database, {
      kind: 'scheme.history',
      workspaceId: acme.workspaceId,
      before: null,
    });
    expect(history.map(({ version, preset }) => [version, preset])).toEqual([
      [2, 'company'],
      [1, null],
      [0, 'company'],
    ]);
    await expect(
      database.pool.query(`update scheme_versions set preset = 'agency', declaration = null`),
    ).rejects.toThrow(/append-only/);
    await expect(database.pool.query('delete from scheme_versions where version = 1')).rejects.toThrow(
      /append-only/,
    );
    await database.pool.query('delete from workspaces where id = $1', [acme.workspaceId]);
    const left = await database.pool.query('select 1 from scheme_versions where workspace_id = $1', [
      acme.workspaceId,
    ]);
    expect(left.rows).toEqual([]);
  });

  test('a role in use cannot be deleted, only merged: members, grants and open invitations follow', async () => {
    const acme = await found(database.pool, 'platform', 'admin');
    const boris = await join(database.pool, acme, 'manager', 'viewer');
    const invitationId = randomUUID();
    await act(database.pool, acme.founder.personId, {
      kind: 'invitation.created',
      invitationId,
      workspaceId: acme.workspaceId,
      addressee: null,
      addresseeName: null,
      personId: null,
      roles: ['viewer', 'operator'],
      maxUses: 1,
      tokenHash: Buffer.from(invitationId),
      accessUntil: null,
      note: null,
      inviterId: acme.founder.personId,
      expiresAt: new Date(now.getTime() + 60_000),
    });
    expect(await refusalOf(redefine(acme, (draft) => deleteRole(draft, 'viewer')))).toBe('role_in_use');
    expect(await refusalOf(redefine(acme, (draft) => deleteRole(draft, 'operator')))).toBe('role_in_use');

    await redefine(acme, (draft) => deleteRole(mergeRole(draft, 'viewer', 'manager'), 'service'));
    expect(await rolesOf(acme, boris)).toEqual(['manager']);
    const { rows } = await database.pool.query('select roles, version from invitations where id = $1', [
      invitationId,
    ]);
    expect(rows).toEqual([{ roles: ['manager', 'operator'], version: 0 }]);
  });

  test('one role a member leaves the broadest of several', async () => {
    const acme = await found(database.pool, 'platform', 'admin');
    const boris = await join(database.pool, acme, 'operator', 'manager');
    const { preview } = await redefine(acme, (draft) =>
      setRule(draft, { rule: 'roles_per_member', is: 'one' }),
    );
    expect(preview.people).toMatchObject([]);
    expect(await rolesOf(acme, boris)).toEqual(['manager']);
  });

  test('limits and the one owner are asked of the people there are', async () => {
    const acme = await found(database.pool, 'platform', 'admin');
    await join(database.pool, acme, 'viewer');
    await join(database.pool, acme, 'viewer');
    const limited = (is: number) => (draft: SchemeDraft) =>
      setRule(draft, { rule: 'max_holders', role: 'viewer', is });
    expect(await refusalOf(redefine(acme, limited(1)))).toBe('max_holders');
    expect(await refusalOf(redefine(acme, limited(2)))).toBe('done');
    const one = (draft: SchemeDraft) => {
      const owned = setRight(draft, 'admin', 'owner.transfer', 'yes');
      return setRule(owned, { rule: 'keystone_holders', is: 'exactly_one' });
    };
    const second = await join(database.pool, acme, 'admin');
    expect(await refusalOf(redefine(acme, one))).toBe('keystone_several');
    await act(database.pool, acme.founder.personId, {
      kind: 'membership.ended',
      workspaceId: acme.workspaceId,
      membershipId: second.membershipId,
      personId: second.personId,
      version: 0,
      state: 'removed',
      roles: ['admin'],
    });
    expect(await refusalOf(redefine(acme, one))).toBe('done');
    const soles = await database.pool.query(
      'select role from membership_roles where workspace_id = $1 and sole',
      [acme.workspaceId],
    );
    expect(soles.rows).toEqual([{ role: 'admin' }]);
  });

  test('roles held on single bots and roles that reach everything change places with a switch', async () => {
    const acme = await found(database.pool, 'bot_access', 'super_admin');
    const projectId = randomUUID();
    await act(database.pool, acme.founder.personId, {
      kind: 'project.created',
      workspaceId: acme.workspaceId,
      projectId,
      name: 'Shop',
    });
    const boris = await join(database.pool, acme);
    await grant(database.pool, acme, boris, 'developer', 'project', projectId);
    await grant(database.pool, acme, boris, 'insights', 'project', projectId);

    const swap = async (to: 'company' | 'bot_access', mapping: Record<string, string>) => {
      const { actor, scheme, inForce } = await look(acme);
      const { changes } = switchScheme(actor, scheme, { to, mapping }, inForce, now);
      await act(database.pool, acme.founder.personId, ...changes);
    };
    await swap('company', { developer: 'manager', insights: 'designer' });
    expect(await rolesOf(acme, boris)).toEqual(['manager']);
    expect(await rolesOf(acme, acme.founder)).toEqual(['owner']);
    await swap('bot_access', { manager: 'insights' });
    expect(await rolesOf(acme, boris)).toEqual(['insights@project']);
    expect(await rolesOf(acme, acme.founder)).toEqual(['super_admin']);
  });

  test('two changes from one version: one happens', async () => {
    const acme = await found(database.pool, 'company', 'owner');
    const { actor, scheme, inForce } = await look(acme);
    const attempts = ['report.view', 'audit.view', 'analytics.view', 'campaign.view'] as const;
    const committed = await Promise.all(
      attempts.map((right) => tryToCommit(redefined(actor, scheme, inForce, right).changes, acme)),
    );
    expect(committed.map(({ kind }) => kind).sort()).toEqual(['committed', 'stale', 'stale', 'stale']);
  });

  test('an act that gives a role under the former scheme finds it gone, whichever comes first', async () => {
    const acme = await found(database.pool, 'company', 'owner');
    const { actor, scheme, inForce } = await look(acme);
    const merged = mergeRole(draftOf(scheme), 'designer', 'manager');
    const { changes } = redefineScheme(actor, scheme, { draft: merged, from: 0 }, inForce, now);
    const joiners = await Promise.all(Array.from({ length: 6 }, () => join(database.pool, acme, 'manager')));
    const demote = ({ membershipId, personId }: Somebody): Change[] => [
      guardScheme(actor.workspace),
      {
        kind: 'membership.roles',
        workspaceId: acme.workspaceId,
        membershipId,
        personId,
        version: 0,
        add: [{ role: 'designer', sole: false, until: null }],
        remove: ['manager'],
      },
    ];
    const [scheming] = await Promise.all([
      tryToCommit(changes, acme),
      ...joiners.map((joiner) => tryToCommit(demote(joiner), acme)),
    ]);
    const roles = await Promise.all(joiners.map((joiner) => rolesOf(acme, joiner)));
    if (scheming?.kind === 'committed') expect(new Set(roles.flat())).toEqual(new Set(['manager']));
  });

  test('a role given while the scheme waits to change is moved with the others', async () => {
    const acme = await found(database.pool, 'company', 'owner');
    const boris = await join(database.pool, acme, 'manager');
    const { actor, scheme, inForce } = await look(acme);
    const merged = mergeRole(draftOf(scheme), 'designer', 'manager');
    const { changes } = redefineScheme(actor, scheme, { draft: merged, from: 0 }, inForce, now);
    const giver = await database.pool.connect();
    // Somebody else's act, in the middle of which the scheme is about to change.
    await giver.query('begin');
    await giver.query('select 1 from workspaces where id = $1 for key share', [acme.workspaceId]);
    await giver.query(`update membership_roles set role = 'designer' where membership_id = $1`, [
      boris.membershipId,
    ]);
    const scheming = tryToCommit(changes, acme);
    await somebodyWaits();
    await giver.query('commit');
    giver.release();
    expect(await scheming).toMatchObject({ kind: 'committed' });
    expect(await rolesOf(acme, boris)).toEqual(['manager']);
  });

  test('an act that waits for the scheme to change is decided anew', async () => {
    const acme = await found(database.pool, 'company', 'owner');
    const boris = await join(database.pool, acme, 'manager');
    const { actor, scheme, inForce } = await look(acme);
    const merged = mergeRole(draftOf(scheme), 'designer', 'manager');
    const { changes } = redefineScheme(actor, scheme, { draft: merged, from: 0 }, inForce, now);
    const schemer = await database.pool.connect();
    await schemer.query('begin');
    const statement = commitStatement(effectOf(changes, acme));
    await schemer.query(statement.text, statement.values);
    const giving = tryToCommit(
      [
        guardScheme(actor.workspace),
        {
          kind: 'membership.roles',
          workspaceId: acme.workspaceId,
          membershipId: boris.membershipId,
          personId: boris.personId,
          version: 0,
          add: [{ role: 'designer', sole: false, until: null }],
          remove: [],
        },
      ],
      acme,
    );
    await somebodyWaits();
    await schemer.query('commit');
    schemer.release();
    expect(await giving).toMatchObject({ kind: 'stale' });
    expect(await rolesOf(acme, boris)).toEqual(['manager']);
  });

  test('a role that withholds what every member may do stays written down after its end', async () => {
    const acme = await found(database.pool, 'cabinet', 'owner');
    const guest = await join(database.pool, acme, 'guest');
    const editor = await join(database.pool, acme, 'editor');
    await database.pool.query(`update membership_roles set until = $2 where membership_id = any ($1)`, [
      [guest.membershipId, editor.membershipId],
      new Date(now.getTime() - 1_000),
    ]);
    await redefine(acme, (draft) => setRight(draft, 'observer', 'report.view', 'yes'));
    const due = await dueEndedRoles(database, [], now, 10);
    expect(due.flatMap(({ workspace, roles }) => (workspace.id === acme.workspaceId ? roles : []))).toEqual([
      'editor',
    ]);
  });

  test('a scheme is loaded once in a process and answers with what it was then', async () => {
    const acme = await found(database.pool, 'cabinet', 'owner');
    await redefine(acme, (draft) => addRole(draft, { copyOf: 'editor', title: 'Night editor' }).draft);
    const { scheme: name } = (await look(acme)).inForce;
    const other = openSchemeLibrary(database.pool);
    expect(other.has(name)).toBe(false);
    expect(() => other.get(name)).toThrow();
    await other.load([name, 'company', `custom:${randomUUID()}:1`]);
    const scheme = other.get(name);
    expect(scheme.roleByKey.has('editor_2')).toBe(true);
    expect(scheme.declaration.key).toBe(name);
    expect(other.get(name)).toBe(scheme);
    expect(other.get('company')).toBe(presets.company);
    await expect(other.read(`custom:${randomUUID()}:1`)).rejects.toThrow(/no scheme/);
  });
});

function redefined(
  actor: Actor,
  scheme: Parameters<typeof draftOf>[0],
  inForce: SchemeInForce,
  right: 'report.view' | 'audit.view' | 'analytics.view' | 'campaign.view',
) {
  const draft = setRight(draftOf(scheme), 'designer', right, 'yes');
  return redefineScheme(actor, scheme, { draft, from: inForce.version }, inForce, now);
}

function effectOf(changes: readonly Change[], { founder }: Founded): Commit<Change> {
  return {
    update: null,
    actorId: founder.personId,
    changes,
    audit: [],
    outbox: [],
    now,
    leaseMs: 0,
    slot: 0,
  };
}

function tryToCommit(changes: readonly Change[], workspace: Founded) {
  return database.store.commit(effectOf(changes, workspace));
}

/** Resolves when some statement on the database waits for a lock. */
async function somebodyWaits(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length;
    })
    .toBeGreaterThan(0);
}
