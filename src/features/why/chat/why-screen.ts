import type { CompiledScheme } from '../../../access/compile.ts';
import { rightsOf } from '../../../access/diff.ts';
import type { Explanation } from '../../../access/explain.ts';
import type { Right } from '../../../access/vocabulary.ts';
import { goHome, listHolders } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { inPairs } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { resourceTitle, rightsByResource, rightTitle } from '../../../chat/parts/rights.ts';
import { tagOf } from '../../../chat/parts/role-tags.ts';
import { roleTitle, roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import { chooseWhyResource, chooseWhyRight, explainRight } from './actions.ts';

/** A right explained: where, and role by role. */
interface Explained {
  readonly right: Right;
  readonly resource: Pick<Resource, 'name'> | null;
  readonly explanation: Explanation;
}

/** Which role or rule decides, what the roles held come to, which would allow it, and who can give one. */
export function whyScreen(
  ctx: Context,
  scheme: CompiledScheme,
  { right, resource, explanation }: Explained,
): Screen {
  const { t } = ctx;
  const { decision, held } = explanation;
  const key = scheme.declaration.key;
  const asked = { right: rightTitle(right, t), ...(resource === null ? {} : { resource: resource.name }) };
  const where = resource === null ? 'here' : 'there';
  const title = (role: string) => ({ composed: roleTitle(t, key, role) });
  const givers = decision.allow || decision.roles.length === 0 ? [] : rolesThatGive(scheme);
  const verdict: RichText = decision.allow
    ? [
        ...t.rich(`why-yes-${where}`, asked),
        '\n\n',
        ...(decision.by.role === null
          ? t.rich('why-baseline')
          : t.rich(decision.by.via === 'grant' ? 'why-by-grant' : 'why-by-role', {
              role: title(decision.by.role),
            })),
      ]
    : [
        ...t.rich(`why-no-${where}`, asked),
        '\n\n',
        ...t.rich(`refusal-${decision.rule.replaceAll('_', '-')}`),
      ];
  // A role held on many resources amounts to the same on most of them, which is said once; a yes needs no more roles.
  const said = new Set<string>();
  const almost = held.flatMap(({ role, contribution }): RichText => {
    if (decision.allow || contribution === 'silent' || contribution === 'allows') return [];
    if (said.has(`${role} ${contribution}`)) return [];
    said.add(`${role} ${contribution}`);
    return ['\n', ...t.rich(`why-role-${contribution.replaceAll('_', '-')}`, { role: title(role) })];
  });
  return {
    text: [
      ...verdict,
      ...(almost.length === 0 ? [] : ['\n', ...almost]),
      ...(decision.allow || decision.roles.length === 0
        ? []
        : ['\n\n', ...t.rich('why-roles', { roles: roleTitles(t, key, decision.roles) })]),
      ...(givers.length === 0 ? [] : ['\n', ...t.rich('why-givers', { roles: roleTitles(t, key, givers) })]),
    ],
    buttons: [
      ...(givers.length > 0 && mayUse(ctx, 'member.view')
        ? inPairs(
            givers.map(
              (role): Button =>
                ctx.button(t.text('why-giver-button', { role: title(role) }), listHolders, {
                  role: tagOf(role),
                }),
            ),
          )
        : []),
      [ctx.button(t.text('button-why-other'), chooseWhyResource), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** Roles whose holders may give roles to members. */
function rolesThatGive(scheme: CompiledScheme): string[] {
  const { edits, keystone } = scheme.declaration;
  return scheme.roles.flatMap(({ key }) => {
    if (edits === 'keystone' && key !== keystone.role) return [];
    const assigns = rightsOf(scheme, [key]).some(
      ({ right, only }) => right === 'member.assign' && only === null,
    );
    return assigns ? [key] : [];
  });
}

/** What the question may be about. */
export function whyResources(ctx: Context, scheme: CompiledScheme, misunderstood: boolean): Screen {
  const { t } = ctx;
  const resources = rightsByResource(scheme.rights.map((right) => ({ right, only: null })));
  return {
    text: t.rich(misunderstood ? 'why-unknown' : 'why-what'),
    buttons: [
      ...inPairs(
        [...resources].flatMap(([resource, [first]]) =>
          first === undefined
            ? []
            : [
                ctx.button(resourceTitle(resource, t), chooseWhyRight, {
                  right: numberOf(scheme, first.right),
                }),
              ],
        ),
      ),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** Which of these rights is meant. */
export function whyActions(ctx: Context, scheme: CompiledScheme, rights: readonly Right[]): Screen {
  const { t } = ctx;
  return {
    text: t.rich('why-which'),
    buttons: [
      ...inPairs(
        rights.map((right) =>
          ctx.button(rightTitle(right, t).composed, explainRight, { right: numberOf(scheme, right) }),
        ),
      ),
      [ctx.button(t.text('button-why-other'), chooseWhyResource), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

function numberOf(scheme: CompiledScheme, right: Right): string {
  return scheme.rights.indexOf(right).toString(36);
}
