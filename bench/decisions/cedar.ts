import {
  type EntityJson,
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { A_FEW, type Contender } from './contender.ts';
import { type Question, rightsByRole, type World } from './world.ts';

const ASKED = 500;
const POLICIES = 'schemes';

/** Cedar as WASM: the policies parsed beforehand, each request with the entities it is about. */
export function cedar({ schemes, workspaces, questions: all }: World): Contender {
  const questions = all.slice(0, ASKED);
  const parsed = preparsePolicySet(POLICIES, { staticPolicies: policiesOf(schemes) });
  if (parsed.type === 'failure') throw new Error(parsed.errors.map(({ message }) => message).join('; '));
  const members = new Map(
    workspaces.flatMap((workspace) =>
      workspace.members.map((member) => [member.personId, { ...member, scheme: workspace.scheme }]),
    ),
  );
  const callFor = ({ workspaceId, personId, right, bot, project }: Question): StatefulAuthorizationCall => {
    const member = members.get(personId);
    const principal = { type: 'Person', id: personId };
    const resource = bot === null ? { type: 'Workspace', id: workspaceId } : { type: 'Thing', id: bot };
    const held: Record<string, { type: string; id: string }[]> = {};
    for (const grant of member?.grants ?? []) {
      for (const role of grant.roles) held[role] = [...(held[role] ?? []), { type: 'Thing', id: grant.bot }];
    }
    const attrs = Object.fromEntries(
      Object.entries(held).map(([role, things]) => [role, things.map((thing) => ({ __entity: thing }))]),
    );
    const entities: EntityJson[] = [
      {
        uid: principal,
        attrs: { ...attrs, scheme: member?.scheme ?? '' },
        parents: (member?.roles ?? []).map((role) => ({ type: 'Role', id: `${member?.scheme}/${role}` })),
      },
      {
        uid: resource,
        attrs: {},
        parents: project === null ? [] : [{ type: 'Thing', id: project }],
      },
    ];
    return {
      principal,
      action: { type: 'Action', id: right },
      resource,
      context: {},
      preparsedPolicySetId: POLICIES,
      entities,
    };
  };
  const answer = (call: StatefulAuthorizationCall): boolean => {
    const told = statefulIsAuthorized(call);
    if (told.type === 'failure') throw new Error(told.errors.map(({ message }) => message).join('; '));
    return told.response.decision === 'allow';
  };
  return {
    name: 'cedar-wasm',
    asked: questions.length,
    atOnce: A_FEW,
    ready(some) {
      const calls = some.map(callFor);
      return () => {
        let allowed = 0;
        for (const call of calls) if (answer(call)) allowed++;
        return allowed;
      };
    },
  };
}

/** A role held everywhere is a group; one held on things is an attribute with those things. */
function policiesOf(schemes: World['schemes']): string {
  return schemes
    .flatMap((scheme) =>
      [...rightsByRole(scheme)]
        .filter(([, rights]) => rights.length > 0)
        .flatMap(([role, rights]) => {
          const actions = rights.map((right) => `Action::"${right}"`).join(', ');
          return [
            `permit (principal in Role::"${scheme.key}/${role}", action in [${actions}], resource);`,
            `permit (principal, action in [${actions}], resource)
               when { principal.scheme == "${scheme.key}" && principal has "${role}" && resource in principal["${role}"] };`,
          ];
        }),
    )
    .join('\n');
}
