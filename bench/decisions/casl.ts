import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import { allRights } from '../../src/access/vocabulary.ts';
import { A_FEW, type Contender } from './contender.ts';
import { rightsByRole, type World } from './world.ts';

type Rule = RawRuleOf<MongoAbility>;

/** Rights in its words, written in the caller's code: the same strings each time. */
const words = new Map(
  allRights.map((right) => {
    const [type = '', action = ''] = right.split('.');
    return [right, { type, action }];
  }),
);

/**
 * CASL, an ability a member, all made beforehand. Only of those who are asked about: everybody's would take
 * gigabytes.
 */
export function casl({ schemes, workspaces, questions }: World): Contender {
  const rights = new Map(schemes.map((scheme) => [scheme.key, rightsByRole(scheme)]));
  const rulesOf = (scheme: string, roles: readonly string[], conditions?: object): Rule[] =>
    roles.flatMap((role) =>
      (rights.get(scheme)?.get(role) ?? []).map((right): Rule => {
        const [type = '', action = ''] = right.split('.');
        return conditions === undefined
          ? { subject: type, action }
          : { subject: type, action, conditions: { ...conditions } };
      }),
    );
  const asked = new Set(questions.map(({ personId }) => personId));
  const abilities = new Map(
    workspaces.map(({ id, scheme, members }) => [
      id,
      new Map(
        members
          .filter(({ personId }) => asked.has(personId))
          .map(({ personId, roles, grants }): [string, MongoAbility] => [
            personId,
            createMongoAbility<MongoAbility>([
              ...rulesOf(scheme, roles),
              ...grants.flatMap(({ bot, roles: held }) => rulesOf(scheme, held, { bot })),
            ]),
          ]),
      ),
    ]),
  );
  return {
    name: 'CASL, cached abilities',
    asked: questions.length,
    atOnce: A_FEW,
    ready(some) {
      const asked = some.map(({ workspaceId, personId, right, bot, project }) => {
        const { type, action } = words.get(right) ?? { type: '', action: '' };
        return { workspaceId, personId, action, on: subject(type, bot === null ? {} : { bot, project }) };
      });
      return () => {
        let allowed = 0;
        for (const { workspaceId, personId, action, on } of asked) {
          if (abilities.get(workspaceId)?.get(personId)?.can(action, on)) allowed++;
        }
        return allowed;
      };
    },
  };
}
