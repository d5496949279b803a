import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { company } from '../../src/access/schemes/company.ts';
import { type Right, resources } from '../../src/access/vocabulary.ts';
import { everybody, rightsByRole } from '../decisions/members.ts';

/** The scheme `company` as policies of Cerbos, one a resource, and the settings of a server on them. */
export async function writeCerbosPolicy(folder: string, port: number, grpcPort: number): Promise<string> {
  const policies = join(folder, 'policies');
  await mkdir(policies, { recursive: true });
  const rights = rightsByRole(company);
  for (const resource of resources) {
    const rules = [...rights].flatMap(([role, can]) => {
      const actions = can.filter((right) => right.startsWith(`${resource}.`)).map(actionOf);
      return actions.length === 0 ? [] : [{ actions, effect: 'EFFECT_ALLOW', roles: [role] }];
    });
    const policy = {
      apiVersion: 'api.cerbos.dev/v1',
      resourcePolicy: { version: 'default', resource, rules },
    };
    await writeFile(join(policies, `${resource}.json`), JSON.stringify(policy));
  }
  const settings = {
    server: { httpListenAddr: `127.0.0.1:${port}`, grpcListenAddr: `127.0.0.1:${grpcPort}` },
    storage: { driver: 'disk', disk: { directory: policies } },
    telemetry: { disabled: true },
  };
  const path = join(folder, 'cerbos.json');
  await writeFile(path, JSON.stringify(settings));
  return path;
}

/** One question as Cerbos takes it: it stores no members, so the request carries their roles. */
export function cerbosQuestion(personId: string, role: string, right: Right, id: string): object {
  return {
    principal: { id: personId, roles: [role, everybody] },
    resources: [{ resource: { kind: resourceOf(right), id }, actions: [actionOf(right)] }],
  };
}

export function resourceOf(right: Right): string {
  return right.slice(0, right.indexOf('.'));
}

export function actionOf(right: Right): string {
  return right.slice(right.indexOf('.') + 1);
}
