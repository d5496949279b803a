import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkScheme } from '../../../src/features/schemes/file/parse.ts';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { addProject, ask, found, issueKey, person } from '../../support/decision-api.ts';
import { giveScheme } from '../../support/own-scheme.ts';

interface Case {
  readonly request: unknown;
  readonly expected: unknown;
}
interface TodoDecisions {
  readonly evaluation: readonly Case[];
  readonly evaluations: readonly Case[];
}
interface SearchResults {
  readonly subject: readonly { readonly record: string; readonly action: string; readonly users: string[] }[];
  readonly resource: readonly {
    readonly user: string;
    readonly action: string;
    readonly records: string[];
  }[];
  readonly action: readonly { readonly user: string; readonly record: string; readonly actions: string[] }[];
}

/** What the AuthZEN working group has published: its users and records as schemes, and the answers it expects. */
function published<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/authzen/${name}.json`, import.meta.url), 'utf8'));
}

let app: TestApp;
let todoKey: string;
let searchKey: string;
let gatewayKey: string;
beforeAll(async () => {
  app = await createTestApp();
  const open = async (name: string): Promise<string> => {
    const { pool } = app.app.database;
    const workspace = await found(pool, 'cabinet', 'owner');
    const { token } = await issueKey(pool, workspace);
    const checked = checkScheme(published(name));
    if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
    await giveScheme(pool, workspace, checked.scheme);
    return token;
  };
  todoKey = await open('todo-scheme');
  searchKey = await open('search-scheme');
  gatewayKey = await open('gateway-scheme');
});
afterAll(() => app.close());

const answer = async (path: string, token: string, body: unknown): Promise<unknown> =>
  (await ask(app.app.url, path, token, body)).body;

/** What a search finds, in the form in which the working group lists it. */
async function results(path: string, body: unknown): Promise<readonly { id: string; name: string }[]> {
  const { results: found } = (await answer(`search/${path}`, searchKey, body)) as {
    results: { id: string; name: string }[];
  };
  return found;
}

const record = (id?: string) => ({ type: 'record', ...(id === undefined ? {} : { id }) });
const user = (id?: string) => ({ type: 'user', ...(id === undefined ? {} : { id }) });

describe('the to-do scenario of the working group', () => {
  const decisions = published<TodoDecisions>('todo-decisions');

  test('every question is answered as published', async () => {
    for (const { request, expected } of decisions.evaluation) {
      expect(await answer('evaluation', todoKey, request), JSON.stringify(request)).toEqual({
        decision: expected,
      });
    }
  });

  test('and so is every batch', async () => {
    for (const { request, expected } of decisions.evaluations) {
      expect(await answer('evaluations', todoKey, request), JSON.stringify(request)).toEqual(expected);
    }
  });

  test('its actions are found in the order of its vocabulary', async () => {
    const [first] = decisions.evaluation.slice(8);
    const { subject } = (first?.request ?? {}) as { subject?: unknown };
    const resource = { type: 'todo', id: '1', properties: { ownerID: 'morty@the-citadel.com' } };
    const { results: found } = (await answer('search/action', todoKey, { subject, resource })) as {
      results: unknown;
    };
    expect(found).toEqual([
      { name: 'can_read_todos' },
      { name: 'can_create_todo' },
      { name: 'can_update_todo' },
      { name: 'can_delete_todo' },
    ]);
  });
});

describe('the gateway scenario of the working group, whose actions are the methods of HTTP', () => {
  const { evaluation } = published<Pick<TodoDecisions, 'evaluation'>>('gateway-decisions');

  test('every question is answered as published', async () => {
    expect(evaluation).toHaveLength(25);
    for (const { request, expected } of evaluation) {
      expect(await answer('evaluation', gatewayKey, request), JSON.stringify(request)).toEqual({
        decision: expected,
      });
    }
  });
});

describe('the search scenario of the working group', () => {
  const expected = published<SearchResults>('search-results');

  test('who may do it', async () => {
    for (const { record: id, action, users } of expected.subject) {
      const found = await results('subject', {
        subject: user(),
        action: { name: action },
        resource: record(id),
      });
      expect(found, `${action} ${id}`).toEqual(users.map(user));
    }
  });

  test('what they may do it to', async () => {
    for (const { user: id, action, records } of expected.resource) {
      const found = await results('resource', {
        subject: user(id),
        action: { name: action },
        resource: record(),
      });
      expect(found, `${id} ${action}`).toEqual(records.map(record));
    }
  });

  test('what they may do', async () => {
    for (const { user: who, record: what, actions } of expected.action) {
      const found = await results('action', { subject: user(who), resource: record(what) });
      expect(found, `${who} ${what}`).toEqual(actions.map((name) => ({ name })));
    }
  });

  test('lists come in pages, and what is not listed is not there', async () => {
    const asked = { subject: user('alice'), action: { name: 'view' }, resource: record() };
    const first = (await answer('search/resource', searchKey, { ...asked, page: { limit: 15 } })) as {
      results: { id: string }[];
      page: { next_token: string };
    };
    const second = (await answer('search/resource', searchKey, {
      ...asked,
      page: { token: first.page.next_token },
    })) as { results: { id: string }[]; page: { next_token: string } };
    expect(first.results).toHaveLength(15);
    expect(second.results.map(({ id }) => id)).toEqual(['116', '117', '118', '119', '120']);
    expect(second.page.next_token).toBe('');

    expect(
      await results('subject', { subject: user(), action: { name: 'view' }, resource: record('121') }),
    ).toEqual([]);
    expect(
      await results('subject', { subject: user(), action: { name: 'eat' }, resource: record('101') }),
    ).toEqual([]);
    expect(await results('resource', { ...asked, subject: user('mallory') })).toEqual([]);
    expect(await results('resource', { ...asked, subject: user('constructor') })).toEqual([]);
    expect(await results('action', { subject: user('alice'), resource: record('toString') })).toEqual([]);
  });

  test('whoever asks does not move a known record to another department', async () => {
    const resource = { ...record('104'), properties: { owner: 'bob', department: 'Legal' } };
    const asked = {
      subject: { ...user('bob'), properties: { department: 'Accounting' } },
      action: { name: 'view' },
    };
    expect(await answer('evaluation', searchKey, { ...asked, resource })).toEqual({ decision: false });
  });

  test('who is found by a search may do it when asked about alone, on resources of the workspace too', async () => {
    const { pool } = app.app.database;
    const workspace = await found(pool, 'cabinet', 'owner');
    const { token } = await issueKey(pool, workspace);
    const project = await addProject(pool, workspace);
    const checked = checkScheme(published('search-scheme'));
    if ('problems' in checked) throw new Error('it was imported before');
    const roles = checked.scheme.roles.map((role) =>
      role.key === 'manager' ? { ...role, can: { project: ['view'] } } : role,
    );
    await giveScheme(pool, workspace, { ...checked.scheme, roles } as typeof checked.scheme);
    const asked = { action: { name: 'view' }, resource: { type: 'project', id: project } };
    expect(await answer('search/subject', token, { subject: user(), ...asked })).toMatchObject({
      results: [user('alice'), user('dan')],
    });
    expect(await answer('evaluation', token, { subject: user('dan'), ...asked })).toEqual({ decision: true });
    expect(await answer('evaluation', token, { subject: user('bob'), ...asked })).toEqual({
      decision: false,
    });
  });

  test('members are asked about as ever, and have the rights of their roles', async () => {
    const workspace = await found(app.app.database.pool, 'cabinet', 'owner');
    const { token } = await issueKey(app.app.database.pool, workspace);
    const asked = {
      subject: person(workspace.founder),
      action: { name: 'delete' },
      resource: record('101'),
      context: { reason: true },
    };
    expect(await answer('evaluation', token, asked)).toMatchObject({
      decision: false,
      context: { reason: { rule: 'unknown_right' } },
    });
    const checked = checkScheme(published('search-scheme'));
    if ('scheme' in checked) await giveScheme(app.app.database.pool, workspace, checked.scheme);
    expect(await answer('evaluation', token, asked)).toEqual({
      decision: true,
      context: { reason: { role: 'owner', via: 'membership' } },
    });
  });
});
