import type { RoleRight } from '../../access/diff.ts';
import { allRights, type Resource, resources, rightsTo } from '../../access/vocabulary.ts';
import { displayName } from '../display-name.ts';
import type { Translator } from '../i18n.ts';
import type { RichText } from '../reply.ts';

/** What every member may look at: one line, and the last, where it is all of it. */
const baseline: readonly Resource[] = ['workspace', 'owner', 'role'];

/** Rights in plain words, a line for each kind of thing: "• Projects: view, create". */
export function rightsText(rights: readonly RoleRight[], t: Translator): RichText {
  if (rights.length === 0) return t.rich('rights-nothing');
  const given = new Map(rights.map((held) => [held.right, held]));
  if (allRights.every((right) => given.get(right)?.only === null)) return t.rich('rights-everything');
  const heldOf = (resource: Resource) => rightsTo(resource).flatMap((right) => given.get(right) ?? []);
  const built = new Set(allRights);
  const added = rights.filter(({ right }) => !built.has(right));
  const bare = baseline.every((resource) => heldOf(resource).length === 1);
  const lines = resources.flatMap((resource) => {
    const held = heldOf(resource);
    return held.length === 0 || (bare && baseline.includes(resource)) ? [] : [line(resource, held, t)];
  });
  const addedTo = new Set(added.map(({ right }) => right.slice(0, right.indexOf('.'))));
  for (const resource of addedTo) {
    const held = added.filter(({ right }) => right.startsWith(`${resource}.`));
    lines.push(addedLine(resource, held, t));
  }
  if (bare) lines.push(t.rich('rights-baseline'));
  return lines.flatMap((one, place) => (place === 0 ? one : ['\n', ...one]));
}

/** Things named in a summary; more of them are counted. */
const MOST_NAMED = 5;

/** Rights in a few words: the kinds of things that they are about, beside what every member may look at. */
export function rightsSummary(rights: readonly RoleRight[], t: Translator): string {
  if (rights.filter(({ only }) => only === null).length === allRights.length)
    return t.text('role-summary-all');
  const things = resources.filter((resource) => {
    const held = rights.filter(({ right }) => right.startsWith(`${resource}.`));
    return held.length > (baseline.includes(resource) ? 1 : 0);
  });
  if (things.length === 0) return t.text('role-summary-nothing');
  const named = things.map((resource) => t.text(`rights-${resource.replaceAll('_', '-')}`).toLowerCase());
  // One more would be counted as long as it is named.
  if (named.length <= MOST_NAMED + 1) return named.join(', ');
  const composed = named.slice(0, MOST_NAMED).join(', ');
  return t.text('role-summary-more', { things: { composed }, count: named.length - MOST_NAMED });
}

function line(resource: Resource, held: readonly RoleRight[], t: Translator): RichText {
  const whole = held.length > 1 && held.length === rightsTo(resource).length;
  const actions =
    whole && held.every(({ only }) => only === null)
      ? t.text('rights-all')
      : held.map((one) => action(one, t)).join(', ');
  return t.rich('rights-line', {
    thing: { composed: t.text(`rights-${resource.replaceAll('_', '-')}`) },
    actions: { composed: actions },
  });
}

/** What another system permits has no words of ours; it is called as there. */
function addedLine(resource: string, held: readonly RoleRight[], t: Translator): RichText {
  const actions = held.map(({ right, only }) => {
    const name = displayName(right.slice(resource.length + 1));
    return only === 'own' ? t.text('right-own-only', { right: { composed: name } }) : name;
  });
  return t.rich('rights-line', { thing: resource, actions: { composed: actions.join(', ') } });
}

function action({ right, only }: RoleRight, t: Translator): string {
  const name = t.text(`right-${right.slice(right.indexOf('.') + 1)}`);
  return only === 'own' ? t.text('right-own-only', { right: { composed: name } }) : name;
}
