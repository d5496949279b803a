import type { RoleRight } from '../../access/diff.ts';
import { allRights, type Resource, type Right, resources, rightsTo } from '../../access/vocabulary.ts';
import { displayName } from '../display-name.ts';
import type { Composed, Translator } from '../i18n.ts';
import type { RichText } from '../reply.ts';

/** What every member may look at: one line, and the last, where it is all of it. */
const baseline: readonly string[] = ['workspace', 'owner', 'role'];

const builtIn: ReadonlySet<string> = new Set(allRights);

/** Rights in plain words, a line for each kind of resource: "• Projects: view, create". */
export function rightsText(rights: readonly RoleRight[], t: Translator): RichText {
  if (rights.length === 0) return t.rich('rights-nothing');
  if (isEverything(rights)) return t.rich('rights-everything');
  const resources = rightsByResource(rights);
  const bare = baseline.every((resource) => resources.get(resource)?.length === 1);
  const lines = [...resources].flatMap(([resource, held]) =>
    bare && baseline.includes(resource) ? [] : [line(resource, held, t)],
  );
  if (bare) lines.push(t.rich('rights-baseline'));
  return lines.flatMap((one, place) => (place === 0 ? one : ['\n', ...one]));
}

/** Rights on one line: "Bots: publish, approve; Billing: everything". */
export function rightsInline(rights: readonly RoleRight[], t: Translator): string {
  if (rights.length === 0) return t.text('role-summary-nothing');
  if (isEverything(rights)) return t.text('role-summary-all');
  const each = [...rightsByResource(rights)].map(
    ([resource, held]) => `${resourceTitle(resource, t)}: ${actionsOf(resource, held, t)}`,
  );
  return each.join('; ');
}

/** One right: "Bots: publish". */
export function rightTitle(right: Right, t: Translator): Composed {
  return { composed: `${resourceTitle(resourceOf(right), t)}: ${actionTitle(right, t)}` };
}

/** Resources named in a summary; more of them are counted. */
const MAX_NAMED = 5;

/** Rights in a few words: the kinds of resources that they are about, beside what every member may look at. */
export function rightsSummary(rights: readonly RoleRight[], t: Translator): string {
  if (isEverything(rights)) return t.text('role-summary-all');
  const named = [...rightsByResource(rights)].flatMap(([resource, held]) =>
    held.length > (baseline.includes(resource) ? 1 : 0) ? [resourceTitle(resource, t).toLowerCase()] : [],
  );
  if (named.length === 0) return t.text('role-summary-nothing');
  // One more would be counted as long as it is named.
  if (named.length <= MAX_NAMED + 1) return named.join(', ');
  const composed = named.slice(0, MAX_NAMED).join(', ');
  return t.text('role-summary-more', { resources: { composed }, count: named.length - MAX_NAMED });
}

/** Rights by the kind of resource that they are about, in their order. */
export function rightsByResource<R extends RoleRight>(
  rights: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const resources = new Map<string, R[]>();
  for (const held of rights) {
    const resource = resourceOf(held.right);
    const others = resources.get(resource);
    if (others) others.push(held);
    else resources.set(resource, [held]);
  }
  return resources;
}

/** A kind of resource as people call it; what another system added has no words of ours and is called as there. */
export function resourceTitle(resource: string, t: Translator): string {
  return isBuiltIn(resource) ? t.text(`rights-${resource.replaceAll('_', '-')}`) : displayName(resource);
}

/** What is done with it: "view, create", or "everything". */
export function actionsOf(resource: string, held: readonly RoleRight[], t: Translator): string {
  const whole = isBuiltIn(resource) && held.length > 1 && held.length === rightsTo(resource).length;
  return whole && held.every(({ only }) => only === null)
    ? t.text('rights-all')
    : held.map((one) => action(one, t)).join(', ');
}

function line(resource: string, held: readonly RoleRight[], t: Translator): RichText {
  return t.rich('rights-line', {
    resource: { composed: resourceTitle(resource, t) },
    actions: { composed: actionsOf(resource, held, t) },
  });
}

function action({ right, only }: RoleRight, t: Translator): string {
  const name = actionTitle(right, t);
  return only === 'own' ? t.text('right-own-only', { right: { composed: name } }) : name;
}

/** What a right lets one do, as people call it. */
export function actionTitle(right: Right, t: Translator): string {
  const name = right.slice(right.indexOf('.') + 1);
  return builtIn.has(right) ? t.text(`right-${name}`) : displayName(name);
}

function isEverything(rights: readonly RoleRight[]): boolean {
  const outright = new Set(rights.flatMap(({ right, only }) => (only === null ? [right] : [])));
  return allRights.every((right) => outright.has(right));
}

function isBuiltIn(resource: string): resource is Resource {
  return resources.some((one) => one === resource);
}

function resourceOf(right: Right): string {
  return right.slice(0, right.indexOf('.'));
}
