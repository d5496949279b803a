import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import type { Resource } from '../../../../src/domain/resource.ts';
import {
  createBot,
  createChannel,
  createProject,
  enforceConnecting,
  freeName,
  insideOf,
} from '../../../../src/features/resources/create.ts';
import { deleteResource, enforceDeleting } from '../../../../src/features/resources/delete.ts';
import { heldAt } from '../../../../src/features/resources/held-at.ts';
import { enforceMoving, mayMove, moveResource } from '../../../../src/features/resources/move.ts';
import { enforceRenaming, renameResource } from '../../../../src/features/resources/rename.ts';
import {
  actorWith,
  grantOn,
  hoursLater,
  idOf,
  kindsOf,
  NOW,
  refusalOf,
  resourceOf,
} from '../../../support/builders.ts';

const { company } = presets;
const owner = actorWith(['owner']);
const designer = actorWith(['designer']);
const project = resourceOf('project', 'Shop');
const bot = resourceOf('bot', 'Helper', { project: { id: project.id, name: project.name } });
const channel = resourceOf('channel', 'Line', {
  bot: { id: bot.id, name: bot.name },
  project: { id: project.id, name: project.name },
});

describe('creating', () => {
  const wanted = { typed: ' Shop ', taken: false, id: idOf('new'), now: NOW };

  test('a project and a bot get their names', () => {
    expect(createProject(owner, company, wanted)).toMatchObject({ name: 'Shop' });
    expect(createBot(owner, company, project, wanted).changes.at(-1)).toMatchObject({
      kind: 'bot.created',
      projectId: project.id,
    });
    expect(createBot(owner, company, null, wanted).changes.at(-1)).toMatchObject({ projectId: null });
    expect(insideOf(null).path).toEqual([]);
    expect(insideOf(project).path).toEqual([{ kind: 'project', id: project.id }]);
  });

  test('they are refused without the right, without a name and where the name is taken', () => {
    for (const create of [
      (actor: typeof owner, patch: object) => createProject(actor, company, { ...wanted, ...patch }),
      (actor: typeof owner, patch: object) => createBot(actor, company, null, { ...wanted, ...patch }),
    ]) {
      expect(refusalOf(() => create(designer, {}))).toBe('no_role_allows');
      expect(refusalOf(() => create(owner, { typed: '' }))).toBe('workspace_name');
      expect(refusalOf(() => create(owner, { taken: true }))).toBe('resource_name_taken');
    }
    expect(refusalOf(() => freeName('Shop', true))).toBe('resource_name_taken');
  });

  test('a channel keeps only the sealed token and its last characters', () => {
    const connect = (actor: typeof owner, typed: string, token: string) =>
      createChannel(actor, company, bot, {
        typed,
        messenger: 'telegram',
        token,
        id: idOf('channel'),
        now: NOW,
        seal: () => new Uint8Array([1]),
      });
    const token = `12345:${'a'.repeat(31)}wxyz`;
    const created = connect(owner, 'Line', token);
    expect(created.tail).toBe('wxyz');
    expect(JSON.stringify(created)).not.toContain(token);
    expect(refusalOf(() => connect(designer, 'Line', token))).toBe('no_role_allows');
    expect(refusalOf(() => connect(owner, '', token))).toBe('workspace_name');
    expect(refusalOf(() => connect(owner, 'Line', 'nonsense'))).toBe('channel_token');
    expect(() => enforceConnecting(owner, company, bot, NOW)).not.toThrow();
    expect(refusalOf(() => enforceConnecting(designer, company, bot, NOW))).toBe('no_role_allows');
  });
});

describe('renaming', () => {
  const rename = (actor: typeof owner, typed: string, taken = false) =>
    renameResource(actor, company, project, { typed, taken, now: NOW });

  test('gives another name; other capitals are no other name to the rest', () => {
    expect(rename(owner, 'Store').changes.at(-1)).toMatchObject({ kind: 'project.renamed', to: 'Store' });
    expect(rename(owner, 'SHOP', true).name).toBe('SHOP');
    expect(() => enforceRenaming(owner, company, project, NOW)).not.toThrow();
  });

  test('is refused without the right, without a name, for the same name and for a taken one', () => {
    expect(refusalOf(() => rename(designer, 'Store'))).toBe('no_role_allows');
    expect(refusalOf(() => rename(owner, ''))).toBe('workspace_name');
    expect(refusalOf(() => rename(owner, 'Shop'))).toBe('workspace_name_same');
    expect(refusalOf(() => rename(owner, 'Store', true))).toBe('resource_name_taken');
  });
});

test('deleting takes a bot with all inside, and no project that has bots', () => {
  expect(kindsOf(deleteResource(owner, company, bot, NOW))).toEqual(['guard.membership', 'bot.deleted']);
  expect(refusalOf(() => deleteResource(designer, company, bot, NOW))).toBe('no_role_allows');
  const full = { ...project, contents: 2 };
  expect(refusalOf(() => enforceDeleting(owner, company, full, NOW))).toBe('project_not_empty');
});

describe('moving', () => {
  const elsewhere = resourceOf('project', 'Elsewhere');
  const move = (actor: typeof owner, what: Resource, to: Resource | null, scheme = company) =>
    moveResource(actor, scheme, what, to, NOW);

  test('a bot goes to another project or to none, a channel to another bot', () => {
    expect(move(owner, bot, elsewhere).at(-1)).toMatchObject({
      kind: 'bot.moved',
      to: { name: 'Elsewhere' },
    });
    expect(move(owner, bot, null).at(-1)).toMatchObject({ to: null });
    expect(move(owner, channel, resourceOf('bot', 'Other')).at(-1)).toMatchObject({ kind: 'channel.moved' });
    expect(mayMove(owner, company, bot, NOW)).toBe(true);
    expect(mayMove(owner, company, project, NOW)).toBe(false);
    expect(mayMove(designer, company, bot, NOW)).toBe(false);
  });

  test('it is refused without the right, where nothing would change, and where it makes no sense', () => {
    expect(refusalOf(() => move(designer, bot, elsewhere))).toBe('no_role_allows');
    expect(refusalOf(() => move(owner, bot, project))).toBe('nothing_changed');
    expect(refusalOf(() => move(owner, bot, channel))).toBe('bad_request');
    expect(refusalOf(() => move(owner, channel, null))).toBe('bad_request');
    expect(refusalOf(() => enforceMoving(owner, company, project, NOW))).toBe('bad_request');
  });

  test('where roles are held on projects, it gives access, and nobody gives what they lack', () => {
    const inProjects = presets.bot_access;
    const loose = resourceOf('bot', 'Loose');
    const boss = actorWith(['super_admin']);
    expect(kindsOf(move(boss, loose, project, inProjects))).toContain('bot.moved');
    const admin = actorWith([], { grants: [grantOn(loose, 'admin'), grantOn(project, 'admin')] });
    expect(refusalOf(() => move(admin, loose, project, inProjects))).toBe('no_grant_here');
  });
});

test('roles held on a resource and on what it stands in count once, as long as they last', () => {
  const grants = [
    grantOn(project, 'developer', hoursLater(1)),
    grantOn(bot, 'developer'),
    grantOn(resourceOf('bot', 'Another'), 'admin'),
  ];
  expect(heldAt(grants, bot)).toEqual([{ role: 'developer', until: null }]);
  expect(heldAt(grants, channel)).toEqual([{ role: 'developer', until: null }]);
});
