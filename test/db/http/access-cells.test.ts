import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import {
  addProject,
  ask,
  type Founded,
  found,
  grant,
  issueKey,
  join,
  person,
} from '../../support/decision-api.ts';
import { baseline, everyRight, readRights } from '../../unit/access/role-table.ts';
import {
  agencyTable,
  allModules,
  botAccessTable,
  cabinetTable,
  companyTable,
  platformTable,
} from '../../unit/access/schemes/tables.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** How a scheme has a role held: on the membership, by a grant, or (a client) named there and granted here. */
type Held = 'membership' | 'grant' | 'both';
const byMembership = (): Held => 'membership';

const schemes: [Founded['scheme'], ReadonlyMap<string, ReadonlySet<string>>, (role: string) => Held][] = [
  ['cabinet', cabinetTable, byMembership],
  ['platform', platformTable, byMembership],
  ['bot_access', botAccessTable, (role) => (role === 'super_admin' ? 'membership' : 'grant')],
  ['company', companyTable, byMembership],
  ['agency', agencyTable, (role) => (role === 'client' ? 'both' : 'membership')],
];

describe.each(schemes)('every cell of %s, asked over HTTP', (scheme, table, heldBy) => {
  test.each([...table])('%s', async (role, rights) => {
    const { pool } = app.app.database;
    const workspace = await found(pool, scheme);
    const { token } = await issueKey(pool, workspace);
    const [project, elsewhere] = [await addProject(pool, workspace), await addProject(pool, workspace)];
    const held = heldBy(role);
    const holder = await join(pool, workspace, ...(held === 'grant' ? [] : [role]));
    // An approver is one only beside being a developer.
    const granted = role === 'approver' ? ['developer', role] : [role];
    if (held !== 'membership')
      for (const one of granted) await grant(pool, workspace, holder, one, 'project', project);

    const expected = new Set([
      ...rights,
      ...(role === 'approver' ? readRights(allModules) : []),
      ...(role === 'guest' ? [] : baseline),
    ]);
    expect(await permitted(token, person(holder), project)).toEqual(
      everyRight.filter((right) => expected.has(right)),
    );
    if (held === 'membership') return;
    expect(await permitted(token, person(holder), elsewhere)).toEqual([...baseline]);
  });
});

/** The rights that one batch permits somebody on a project and all that lies in it. */
async function permitted(token: string, subject: object, projectId: string): Promise<string[]> {
  const evaluations = everyRight.map((right) => {
    const [type = '', name = ''] = right.split('.');
    const id = type === 'project' ? projectId : 'x';
    return { action: { name }, resource: { type, id, properties: { project: projectId } } };
  });
  const { status, body } = await ask(app.app.url, 'evaluations', token, { subject, evaluations });
  expect(status).toBe(200);
  const answers = (body as { evaluations: { decision: boolean }[] }).evaluations;
  expect(answers).toHaveLength(everyRight.length);
  return everyRight.filter((_right, place) => answers[place]?.decision);
}
