import { type Enforcer, newEnforcer, newModelFromString } from 'casbin';
import { A_FEW, type Contender } from './contender.ts';
import { rightsByRole, type World } from './world.ts';

/** Roles by place: the workspace as such, or a bot. */
const model = `
[request_definition]
r = sub, bot, project, act
[policy_definition]
p = sub, act
[role_definition]
g = _, _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && (g(r.sub, p.sub, "workspace") || g(r.sub, p.sub, r.bot) || g(r.sub, p.sub, r.project))
`;
/** Enough to know how long one takes. */
const ASKED = 100;

/** casbin, an enforcer a workspace, made beforehand for those that are asked about. */
export async function casbin({ schemes, workspaces, questions: all }: World): Promise<Contender> {
  const questions = all.slice(0, ASKED);
  const asked = new Set(questions.map(({ workspaceId }) => workspaceId));
  const rights = new Map(schemes.map((scheme) => [scheme.key, rightsByRole(scheme)]));
  const enforcers = new Map<string, Enforcer>();
  for (const { id, scheme, members } of workspaces) {
    if (!asked.has(id)) continue;
    const enforcer = await newEnforcer(newModelFromString(model));
    const policies = [...(rights.get(scheme) ?? [])].flatMap(([role, can]) =>
      can.map((right) => [role, right]),
    );
    await enforcer.addPolicies(policies);
    await enforcer.addGroupingPolicies(
      members.flatMap(({ personId, roles, grants }) => [
        ...roles.map((role) => [personId, role, 'workspace']),
        ...grants.flatMap(({ bot, roles: held }) => held.map((role) => [personId, role, bot])),
      ]),
    );
    enforcers.set(id, enforcer);
  }
  return {
    name: 'casbin',
    asked: questions.length,
    atOnce: A_FEW,
    ready: (some) => () => {
      let allowed = 0;
      for (const { workspaceId, personId, right, bot, project } of some) {
        if (enforcers.get(workspaceId)?.enforceSync(personId, bot ?? '-', project ?? '-', right)) allowed++;
      }
      return allowed;
    },
  };
}
