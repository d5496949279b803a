import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import { presets } from '../../src/access/presets.ts';
import { allRights, type Right } from '../../src/access/vocabulary.ts';
import type { Contender } from '../decisions/contender.ts';
import { rightsByRole } from '../decisions/members.ts';
import type { World } from '../decisions/world.ts';

type Rule = RawRuleOf<MongoAbility>;

/** Rights in its words, written in the caller's code: the same strings each time. */
const words = new Map(
  allRights.map((right) => {
    const [type = '', action = ''] = right.split('.');
    return [right, { type, action }];
  }),
);

/**
 * CASL, an ability for each member, made beforehand. Only for members who are asked about: abilities for all would
 * take gigabytes.
 */
export function casl({ workspaces, questions }: World): Contender {
  const rights = new Map(
    Object.values(presets).map(({ declaration }) => [declaration.key, rightsByRole(declaration)]),
  );
  const rulesOf = (scheme: string, roles: readonly string[], conditions?: object): Rule[] =>
    roles.flatMap((role) =>
      (rights.get(scheme)?.get(role) ?? []).map((right): Rule => {
        const { type, action } = wordsOf(right);
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
    name: 'CASL with cached abilities',
    ready(some) {
      const questions = some.map(({ workspaceId, personId, right, bot, project }) => {
        const { type, action } = wordsOf(right);
        return { workspaceId, personId, action, on: subject(type, bot === null ? {} : { bot, project }) };
      });
      return () => {
        let allowed = 0;
        for (const { workspaceId, personId, action, on } of questions) {
          if (abilities.get(workspaceId)?.get(personId)?.can(action, on)) allowed++;
        }
        return allowed;
      };
    },
  };
}

function wordsOf(right: Right): { readonly type: string; readonly action: string } {
  return words.get(right) ?? { type: '', action: '' };
}
