import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledScheme, compile } from '../../../src/access/compile.ts';
import { decide } from '../../../src/access/decide.ts';
import { createDirectory, type Directory } from '../../../src/access/directory/directory.ts';
import { presets } from '../../../src/access/presets.ts';
import { type Subject, type Target, workspaceWide } from '../../../src/access/subject.ts';
import type { allRights } from '../../../src/access/vocabulary.ts';
import { anyRight, anyScheme, anySubject, anyTarget } from './arbitraries.ts';
import {
  bankBot,
  forGood,
  member,
  nextWeek,
  now,
  on,
  retail,
  shopBot,
  shopChannel,
  stranger,
  tomorrow,
  untilThen,
  yesterday,
} from './people.ts';

/** Alike but for one digit. */
const uuids = ['0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c'] as const;
const workspaces = ['acme', ...uuids] as const;
const people = ['ann', ...uuids] as const;
const targets: readonly Target[] = [workspaceWide, retail, shopBot, shopChannel, bankBot];
const moments = [yesterday, now, tomorrow, nextWeek, new Date('2036-01-01T00:00:00Z')];

/** Whether the directory answers every question about everybody as `decide` does, in words and in numbers. */
function expectAgreement(directory: Directory, known: ReadonlyMap<string, Known>, right: Right): void {
  for (const workspace of workspaces) {
    for (const person of people) {
      const { scheme, subject } = known.get(`${workspace} ${person}`) ?? unknown(person);
      const handle = directory.member(workspace, person);
      const row = directory.row(handle, right);
      for (const target of targets) {
        const place = directory.place(target);
        for (const moment of moments) {
          const time = moment.getTime();
          const plain = decide(scheme, subject, right, target, moment).allow;
          const own = decide(scheme, subject, right, { ...target, ownerId: person }, moment).allow;
          expect(directory.allows(workspace, person, right, target, time)).toBe(plain);
          expect(directory.allows(workspace, person, right, { ...target, ownerId: person }, time)).toBe(own);
          expect(directory.allowsMember(handle, row, place, time)).toBe(plain);
          expect(directory.allowsMember(handle, row, place, time, true)).toBe(own);
        }
      }
    }
  }
}

type Right = (typeof allRights)[number];

interface Known {
  readonly scheme: CompiledScheme;
  readonly subject: Subject;
}

const unknown = (person: string): Known => ({ scheme: presets.cabinet, subject: stranger(person) });

describe('a directory', () => {
  test('answers as decide does, whoever comes, changes and goes', () => {
    const step = fc.record({
      workspace: fc.constantFrom(...workspaces),
      subject: fc.constantFrom(...people).chain((person) => anySubject(fc.constant(person))),
      scheme: fc.constantFrom(0, 1),
      leaves: fc.constantFrom(false, false, false, true),
    });
    fc.assert(
      fc.property(
        fc.tuple(anyScheme.map(compile), anyScheme.map(compile)),
        fc.array(step, { maxLength: 12 }),
        anyRight,
        (schemes, steps, right) => {
          const directory = createDirectory();
          const known = new Map<string, Known>();
          for (const { workspace, subject, scheme: chosen, leaves } of steps) {
            const scheme = schemes[chosen] ?? schemes[0];
            const name = `${workspace} ${subject.personId}`;
            if (leaves) {
              directory.remove(workspace, subject.personId);
              known.delete(name);
            } else {
              const handle = directory.put(workspace, scheme, subject);
              expect(handle).toBe(directory.member(workspace, subject.personId));
              if (subject.state === 'active') known.set(name, { scheme, subject });
              else known.delete(name);
            }
          }
          expect(directory.size()).toBe(known.size);
          expectAgreement(directory, known, right);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('answers as decide does on what is held for good on a few things, however one wakes another', () => {
    const forever = <T extends { until: Date | null }>(held: T): T => ({ ...held, until: null });
    const few = anySubject(fc.constant('ann')).map(
      (subject): Subject => ({
        ...subject,
        state: 'active',
        roles: subject.roles.slice(0, 2).map(forever),
        grants: subject.grants.slice(0, 3).map(forever),
      }),
    );
    fc.assert(
      fc.property(anyScheme.map(compile), few, anyRight, (scheme, subject, right) => {
        const directory = createDirectory();
        directory.put('acme', scheme, subject);
        expectAgreement(directory, new Map([['acme ann', { scheme, subject }]]), right);
      }),
      { numRuns: 100 },
    );
  });

  test('answers on any target, and what it may not know it denies', () => {
    fc.assert(
      fc.property(
        anyScheme.map(compile),
        anySubject(),
        anyRight,
        anyTarget,
        (scheme, subject, right, target) => {
          const directory = createDirectory();
          directory.put('acme', scheme, subject);
          const answer = decide(scheme, subject, right, target, now).allow;
          expect(directory.allows('acme', subject.personId, right, target, now.getTime())).toBe(answer);
          expect(directory.allows('zeta', subject.personId, right, target, now.getTime())).toBe(false);
          expect(directory.allows('acme', 'somebody', right, target, now.getTime())).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a place keeps its number and sees the grants that come later', () => {
    const directory = createDirectory();
    const place = directory.place(shopBot);
    const ann = directory.put('acme', presets.bot_access, member('ann', []));
    const row = directory.row(ann, 'bot.update');
    expect(directory.allowsMember(ann, row, place, now.getTime())).toBe(false);
    const handle = directory.put('acme', presets.bot_access, member('ann', [], on(shopBot, ['developer'])));
    expect(handle).toBe(ann);
    expect(directory.place(shopBot)).toBe(place);
    expect(directory.allowsMember(ann, row, place, now.getTime())).toBe(true);
    expect(directory.allowsMember(ann, row, directory.place(bankBot), now.getTime())).toBe(false);
  });

  test('a number is nobody after its member has gone, and may be given to another', () => {
    const directory = createDirectory();
    const ann = directory.put('acme', presets.company, member('ann', ['owner']));
    const row = directory.row(ann, 'workspace.delete');
    const place = directory.place(workspaceWide);
    directory.remove('acme', 'ann');
    expect(directory.member('acme', 'ann')).toBe(-1);
    expect(directory.allowsMember(ann, row, place, now.getTime())).toBe(false);
    expect(directory.row(ann, 'workspace.delete')).toBe(-1);
    expect(directory.put('zeta', presets.company, member('bob', ['designer']))).toBe(ann);
    expect(directory.allowsMember(ann, row, place, now.getTime())).toBe(false);
    expect(directory.allows('acme', 'bob', 'workspace.view', workspaceWide, now.getTime())).toBe(false);
    directory.remove('acme', 'bob');
    expect(directory.size()).toBe(1);
  });

  test('nobody and no right are denied, not mistaken for the first of their kind', () => {
    const directory = createDirectory();
    const ann = directory.put('acme', presets.company, member('ann', ['owner']));
    const place = directory.place(workspaceWide);
    const row = directory.row(ann, 'workspace.view');
    expect(directory.row(-1, 'workspace.view')).toBe(-1);
    expect(directory.allowsMember(-1, row, place, now.getTime())).toBe(false);
    expect(directory.allowsMember(ann, -1, place, now.getTime())).toBe(false);
    expect(directory.allowsMember(ann + 1, row, place, now.getTime())).toBe(false);
    // Whoever embeds the core without types may ask this.
    expect(directory.row(ann, 'workspace.eat' as Right)).toBe(-1);
    expect(directory.allows('acme', 'ann', 'workspace.eat' as Right, workspaceWide, now.getTime())).toBe(
      false,
    );
  });

  test('a scheme that decides on properties is not taken', () => {
    const roles = presets.company.declaration.roles.map((role) => ({
      ...role,
      canWhere: [{ where: { resource: 'status', value: 'open' }, can: { ticket: 'all' as const } }],
    }));
    const scheme = compile({ ...presets.company.declaration, roles });
    expect(() => createDirectory().put('acme', scheme, member('ann', ['owner']))).toThrow(
      /company.*properties/,
    );
  });

  test('a bot and a project of one id are two things', () => {
    const directory = createDirectory();
    const bot: Target = { path: [{ kind: 'bot', id: 'same' }] };
    const project: Target = { path: [{ kind: 'project', id: 'same' }] };
    directory.put('acme', presets.bot_access, member('ann', [], on(bot, ['developer'])));
    for (const [target, allowed] of [
      [bot, true],
      [project, false],
    ] as const) {
      const ann = directory.member('acme', 'ann');
      const row = directory.row(ann, 'bot.view');
      expect(directory.allows('acme', 'ann', 'bot.view', target, now.getTime())).toBe(allowed);
      expect(directory.allowsMember(ann, row, directory.place(target), now.getTime())).toBe(allowed);
    }
  });

  test('a grant on a bot says nothing of another whose id is nearly the same', () => {
    const places = (id: string): Target => ({ path: [{ kind: 'bot', id }] });
    const nearly = `1${uuids[0].slice(1)}`;
    const directory = createDirectory(1);
    for (const id of [uuids[0], nearly]) {
      directory.put('acme', presets.bot_access, member(`of ${id}`, [], on(places(id), ['developer'])));
    }
    for (const id of [uuids[0], nearly, uuids[1], uuids[0].toUpperCase()]) {
      for (const own of [uuids[0], nearly]) {
        const ask = (kind: 'bot' | 'project' | 'channel') =>
          directory.allows('acme', `of ${own}`, 'bot.update', { path: [{ kind, id }] }, now.getTime());
        expect((['bot', 'project', 'channel'] as const).map(ask)).toEqual([id === own, false, false]);
      }
    }
  });

  test('of two things each gives what is held on it, and none gives to a third that looks alike', () => {
    const directory = createDirectory();
    const lookalike: Target = { path: [{ kind: 'bot', id: 'another-shop' }] };
    const project = on(retail, ['insights']);
    const bot = on(bankBot, ['developer']);
    const everywhere = [...targets, lookalike, { path: [{ kind: 'bot', id: 'my-bank' }] } satisfies Target];
    for (const grants of [
      [...project, ...bot],
      [...bot, ...project],
      [...on(shopBot, ['developer']), ...on(bankBot, ['insights'])],
      [...on(shopBot, ['insights']), ...on(bankBot, ['developer'])],
      [...on(bankBot, ['insights']), ...on(lookalike, ['developer'])],
    ]) {
      const ann = member('ann', [], grants);
      const handle = directory.put('acme', presets.bot_access, ann);
      for (const right of ['report.view', 'bot.update', 'workspace.delete'] as const) {
        const row = directory.row(handle, right);
        for (const target of everywhere) {
          const answer = decide(presets.bot_access, ann, right, target, now).allow;
          expect(directory.allows('acme', 'ann', right, target, now.getTime())).toBe(answer);
          expect(directory.allowsMember(handle, row, directory.place(target), now.getTime())).toBe(answer);
        }
      }
    }
  });

  test('nothing is held on a channel, whatever project or bot has its id', () => {
    const directory = createDirectory();
    const channel: Target = { path: [{ kind: 'channel', id: 'same' }] };
    for (const kind of ['bot', 'project'] as const) {
      for (const until of [null, tomorrow]) {
        const granted = on({ path: [{ kind, id: 'same' }] }, ['developer'], until);
        const ann = directory.put('acme', presets.bot_access, member('ann', [], granted));
        const row = directory.row(ann, 'bot.update');
        expect(directory.allows('acme', 'ann', 'bot.update', channel, now.getTime())).toBe(false);
        expect(directory.allowsMember(ann, row, directory.place(channel), now.getTime())).toBe(false);
      }
    }
  });

  test('whoever is in several workspaces leaves one and stays in the others', () => {
    const directory = createDirectory();
    const owner = member('ann', ['owner']);
    const may = (workspace: string) =>
      directory.allows(workspace, 'ann', 'workspace.delete', workspaceWide, now.getTime());
    for (const workspace of workspaces) directory.put(workspace, presets.company, owner);
    expect(new Set(workspaces.map((workspace) => directory.member(workspace, 'ann'))).size).toBe(3);
    directory.remove(uuids[0], 'ann');
    expect(directory.member(uuids[0], 'ann')).toBe(-1);
    expect(workspaces.map(may)).toEqual([true, false, true]);
    directory.remove('acme', 'ann');
    directory.remove(uuids[1], 'ann');
    expect(workspaces.map((workspace) => directory.member(workspace, 'ann'))).toEqual([-1, -1, -1]);
    expect(directory.size()).toBe(0);
    directory.put(uuids[0], presets.company, owner);
    expect(workspaces.map(may)).toEqual([false, true, false]);
  });

  test('what is held on a project reaches its bots, by number as by name, and no other', () => {
    const directory = createDirectory();
    const person = member('ann', [], [...on(retail, ['insights']), ...on(bankBot, ['developer'], tomorrow)]);
    const ann = directory.put('acme', presets.bot_access, person);
    // Mentioned first, so that numbers of bots and of projects differ.
    const finance: Target = { path: [{ kind: 'project', id: 'finance' }] };
    for (const target of [finance, bankBot, shopBot, retail, shopChannel, workspaceWide])
      directory.place(target);
    for (const right of ['report.view', 'bot.update', 'workspace.view', 'workspace.delete'] as const) {
      for (const target of [finance, bankBot, shopBot, retail, shopChannel, workspaceWide]) {
        for (const moment of [now, nextWeek]) {
          const answer = decide(presets.bot_access, person, right, target, moment).allow;
          const row = directory.row(ann, right);
          expect(directory.allows('acme', 'ann', right, target, moment.getTime())).toBe(answer);
          expect(directory.allowsMember(ann, row, directory.place(target), moment.getTime())).toBe(answer);
        }
      }
    }
  });

  test('a role for a time gives and wakes what a role for good does, until it ends', () => {
    const directory = createDirectory();
    const scheme = compile({
      ...presets.company.declaration,
      rolesPerMember: 'many',
      roles: [
        ...presets.company.declaration.roles,
        { key: 'helper', can: {} },
        { key: 'auditor', can: { audit: 'all' }, requires: ['helper'] },
        { key: 'guest', can: {}, withoutBaseline: true },
      ],
    });
    const people: readonly Subject[] = [
      { ...member('ann', ['auditor']), roles: [...forGood('auditor'), ...untilThen(tomorrow, 'helper')] },
      { ...member('bob', []), roles: untilThen(tomorrow, 'guest') },
      { ...member('cid', []), roles: [...forGood('guest'), ...untilThen(tomorrow, 'designer')] },
    ];
    for (const person of people) {
      const handle = directory.put('acme', scheme, person);
      for (const right of ['audit.view', 'workspace.view', 'scenario.view'] as const) {
        for (const moment of [now, tomorrow, nextWeek]) {
          const answer = decide(scheme, person, right, workspaceWide, moment).allow;
          const row = directory.row(handle, right);
          expect(directory.allowsMember(handle, row, directory.place(workspaceWide), moment.getTime())).toBe(
            answer,
          );
        }
      }
    }
  });

  test('a role on a project wakes one on a bot in it, and on no other bot', () => {
    const scheme = compile({
      ...presets.company.declaration,
      rolesPerMember: 'many',
      roles: [
        ...presets.company.declaration.roles,
        { key: 'helper', can: {}, reach: 'things' },
        { key: 'auditor', can: { audit: 'all' }, reach: 'things', requires: ['helper'] },
      ],
    });
    const directory = createDirectory();
    const grants = [on(retail, ['helper']), on(shopBot, ['auditor']), on(bankBot, ['auditor'])];
    for (const held of [grants.slice(0, 2), grants.slice(0, 2).toReversed(), grants]) {
      const ann = member('ann', [], held.flat());
      const handle = directory.put('acme', scheme, ann);
      const row = directory.row(handle, 'audit.view');
      for (const target of targets) {
        const answer = decide(scheme, ann, 'audit.view', target, now).allow;
        expect(answer).toBe(target === shopBot || target === shopChannel);
        expect(directory.allows('acme', 'ann', 'audit.view', target, now.getTime())).toBe(answer);
        expect(directory.allowsMember(handle, row, directory.place(target), now.getTime())).toBe(answer);
      }
    }
  });

  test('thousands of members with grants that come and go leave no trace in each other', () => {
    const directory = createDirectory();
    const bot = (n: number): Target => ({ path: [{ kind: 'bot', id: `bot-${n}` }] });
    const put = (n: number, roles: readonly string[]) =>
      directory.put(`w${n % 7}`, presets.bot_access, {
        personId: `p${n}`,
        state: 'active',
        roles: [...forGood(...(n % 11 === 0 ? ['super_admin'] : [])), ...untilThen(tomorrow, 'super_admin')],
        grants: [...on(bot(n), roles), ...on(bot(n + 1), roles, tomorrow)],
      });
    for (let n = 0; n < 3_000; n++) put(n, ['insights']);
    for (let n = 0; n < 3_000; n += 2) directory.remove(`w${n % 7}`, `p${n}`);
    for (let n = 0; n < 3_000; n += 3) put(n, ['developer']);
    const here = (n: number) => n % 2 === 1 || n % 3 === 0;
    expect(directory.member('w0', 'nobody knows them')).toBe(-1);
    expect(directory.size()).toBe(Array.from({ length: 3_000 }, (_, n) => n).filter(here).length);
    for (let n = 0; n < 3_000; n++) {
      const later = nextWeek.getTime();
      const developer = n % 3 === 0;
      const top = n % 11 === 0;
      const ask = (right: Right, target: Target, time = later) =>
        directory.allows(`w${n % 7}`, `p${n}`, right, target, time);
      expect(ask('bot.update', bot(n))).toBe(here(n) && (developer || top));
      expect(ask('report.view', bot(n))).toBe(here(n));
      expect(ask('report.view', bot(n + 1))).toBe(here(n) && top);
      expect(ask('report.view', bot(n + 1), now.getTime())).toBe(here(n));
      expect(ask('workspace.delete', workspaceWide, now.getTime())).toBe(here(n));
    }
  });
});
