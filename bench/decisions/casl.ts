import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import type { Contender } from './contender.ts';
import { rightsByRole, type World } from './world.ts';

type Rule = RawRuleOf<MongoAbility>;

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
  const targets = questions.map(({ right, bot, project }) => {
    const [type = '', action = ''] = right.split('.');
    return { action, on: subject(type, bot === null ? {} : { bot, project }) };
  });
  const answer = (place: number): boolean => {
    const one = questions[place];
    const target = targets[place];
    if (one === undefined || target === undefined) return false;
    return abilities.get(one.workspaceId)?.get(one.personId)?.can(target.action, target.on) ?? false;
  };
  return {
    name: 'CASL, cached abilities',
    asked: questions.length,
    answer,
    pass() {
      let allowed = 0;
      for (let place = 0; place < questions.length; place++) if (answer(place)) allowed++;
      return allowed;
    },
  };
}
