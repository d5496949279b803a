import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import { presets } from '../../../../src/access/presets.ts';
import {
  entityIds,
  entityProperties,
  entitySubject,
} from '../../../../src/features/decision-api/entities.ts';
import { evaluate, isPermitted, isRightPermitted } from '../../../../src/features/decision-api/evaluate.ts';
import { evaluateAll } from '../../../../src/features/decision-api/evaluations.ts';
import {
  type AskedResource,
  asksForMasked,
  type Facts,
  factsWanted,
  maskOf,
  noFacts,
  pathOf,
} from '../../../../src/features/decision-api/facts.ts';
import { rolesBehind } from '../../../../src/features/decision-api/holders.ts';
import { isUuid, subjectRef } from '../../../../src/features/decision-api/subject-ref.ts';
import { grantOn, idOf, NOW, resourceOf } from '../../../support/builders.ts';

const { bot_access, company } = presets;
const bot = resourceOf('bot', 'Helper');
const facts: Facts = {
  places: new Map([[bot.id, { kind: 'bot', id: bot.id, botId: null, projectId: idOf('Shop') }]]),
  masks: new Set([maskOf('people', 'phone')]),
};
const asked = {
  id: 'telegram:1',
  subject: { personId: idOf('Boris'), state: 'active', roles: [], grants: [grantOn(bot, 'developer')] },
} as const;

describe('a question', () => {
  const ask = (name: string, resource: AskedResource) =>
    evaluate(bot_access, asked, { name }, resource, facts, NOW);

  test('is allowed, or denied with its rule', () => {
    expect(ask('update', { type: 'bot', id: bot.id })).toMatchObject({ allow: true });
    expect(ask('eat', { type: 'bot', id: bot.id })).toMatchObject({ rule: 'unknown_right' });
    expect(ask('update', { type: 'bot', id: idOf('gone') })).toMatchObject({ rule: 'no_such_resource' });
    expect(ask('publish', { type: 'bot', id: bot.id })).toMatchObject({ rule: 'no_role_allows' });
  });

  test('about a masked column is denied to those who may not unmask', () => {
    const table = (column: unknown) => ({
      type: 'database',
      id: 'people',
      properties: { bot: bot.id, column },
    });
    expect(ask('view', table('email'))).toMatchObject({ allow: true });
    expect(ask('view', table('phone'))).toMatchObject({ rule: 'column_masked' });
    expect(asksForMasked(table(['email', 'PHONE']), facts)).toBe(true);
    expect(asksForMasked(table(7), facts)).toBe(true);
    expect(asksForMasked({ type: 'database', id: 'people' }, facts)).toBe(false);
  });

  test('has the same answer without the reason', () => {
    const resource = { type: 'bot', id: bot.id };
    for (const name of ['update', 'publish', 'eat'])
      expect(isPermitted(bot_access, asked, { name }, resource, facts, NOW)).toBe(ask(name, resource).allow);
    expect(isRightPermitted(bot_access, asked, { right: 'bot.update' }, resource, facts, NOW)).toBe(true);
  });
});

test('a batch is answered whole, or up to the first denial or permission', () => {
  const answer = (decision: boolean) => ({ decision });
  const answered = (semantic: Parameters<typeof evaluateAll>[1]) =>
    evaluateAll([true, false, true], semantic, answer).length;
  expect(answered('execute_all')).toBe(3);
  expect(answered('deny_on_first_deny')).toBe(2);
  expect(answered('permit_on_first_permit')).toBe(1);
});

test('a question takes only the facts that it names', () => {
  expect(factsWanted([{ type: 'ticket', id: '7' }])).toBeNull();
  const wanted = factsWanted([
    { type: 'bot', id: bot.id.toUpperCase() },
    { type: 'database', id: 'people', properties: { column: 'phone', project: idOf('Shop') } },
  ]);
  expect(wanted?.masks).toBe(true);
  expect([...(wanted?.resources ?? [])]).toEqual([bot.id, idOf('Shop')]);
  expect(pathOf({ type: 'bot', id: bot.id }, false, facts)).toEqual([
    { kind: 'bot', id: bot.id },
    { kind: 'project', id: idOf('Shop') },
  ]);
  expect(pathOf({ type: 'bot', id: idOf('new') }, true, facts)).toEqual([]);
  expect(pathOf({ type: 'bot', id: idOf('new') }, false, noFacts)).toBeNull();
  expect(pathOf({ type: 'ticket', id: '7', properties: { bot: idOf('gone') } }, false, facts)).toBeNull();
});

test('whom a question is about is named by our id, an account or an address', () => {
  expect(isUuid(bot.id)).toBe(true);
  expect(subjectRef('person', bot.id.toUpperCase())).toEqual({ kind: 'person', id: bot.id });
  expect(subjectRef('account', 'telegram:42')).toEqual({ kind: 'account', messenger: 'telegram', id: '42' });
  expect(subjectRef('email', 'A@b.c')).toEqual({ kind: 'email', id: 'a@b.c' });
  for (const [type, id] of [
    ['person', 'x'],
    ['account', '42'],
    ['email', 'x'],
    ['robot', '1'],
  ] as const)
    expect(subjectRef(type, id)).toBeNull();
});

test('a search looks only at who holds a role that may give the right', () => {
  expect(rolesBehind(company, 'api_key.view')).toEqual(['owner']);
  expect(rolesBehind(company, 'workspace.view')).toBeNull();
});

test('a scheme may know subjects and resources by itself', () => {
  const scheme = compile({
    ...company.declaration,
    entities: {
      subjects: { user: { rick: { roles: ['owner'] } } },
      resources: { ticket: { '7': { status: 'open' } } },
    },
  });
  expect(entitySubject(scheme, 'user', 'rick')).toMatchObject({ roles: [{ role: 'owner', until: null }] });
  expect(entitySubject(scheme, 'user', 'constructor')).toBeNull();
  expect(entityProperties(scheme, 'ticket', '7')).toEqual({ status: 'open' });
  expect(entityProperties(scheme, 'ticket', '8')).toBeNull();
  expect(entityProperties(scheme, 'bot', '7')).toBeUndefined();
  expect(entityIds(scheme, 'resources', 'ticket')).toEqual(['7']);
  expect(entityIds(scheme, 'subjects', 'robot')).toBeNull();
});
