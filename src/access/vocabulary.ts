/**
 * Everything that can be permitted: each resource with the actions one may take on it. Schemes hand
 * these out. A scheme of a workspace's own may add what another system permits; nothing else can be
 * asked for or given.
 */
export const vocabulary = {
  workspace: ['view', 'rename', 'configure', 'delete'],
  owner: ['view', 'transfer'],
  member: ['view', 'update', 'assign', 'remove'],
  invitation: ['view', 'create', 'revoke'],
  role: ['view', 'define'],
  audit: ['view', 'export'],
  billing: ['view', 'create', 'update', 'delete'],
  project: ['view', 'create', 'update', 'delete'],
  bot: ['view', 'create', 'update', 'configure', 'publish', 'approve', 'export', 'import', 'delete'],
  channel: ['view', 'create', 'update', 'delete'],
  scenario: ['view', 'create', 'update', 'delete', 'replace'],
  intent: ['view', 'create', 'update', 'delete'],
  external_request: ['view', 'create', 'update', 'delete'],
  campaign: ['view', 'create', 'update', 'delete', 'start', 'stop', 'schedule', 'send'],
  audience: ['view', 'configure'],
  number: ['view', 'create', 'update', 'delete'],
  report: ['view'],
  analytics: ['view'],
  performance: ['view'],
  conversation: ['view', 'reply'],
  ticket: ['view', 'reply', 'close'],
  history: ['view', 'interact'],
  database: ['view', 'mask', 'unmask'],
  ui: ['configure'],
  api_key: ['view', 'create', 'revoke'],
  api: ['access'],
  system: ['administer'],
} as const;

type Vocabulary = typeof vocabulary;

/** What an action is taken on: `bot`, `member`, `billing`… */
export type Resource = keyof Vocabulary;

/** The actions of one resource: `Action<'report'>` is `'view'`. */
export type Action<R extends Resource> = Vocabulary[R][number];

/** One permission as one word, `resource.action`: `bot.publish`. A typo is a type error. */
export type Right = { [R in Resource]: `${R}.${Action<R>}` }[Resource];

/** Every resource, in the order of the table. */
export const resources = Object.keys(vocabulary) as readonly Resource[];

/** Every right of one resource, in the order of the table. */
export function rightsTo(resource: Resource): readonly Right[] {
  return vocabulary[resource].map((action) => `${resource}.${action}` as Right);
}

/** Every right there is, in the order of the table. */
export const allRights: readonly Right[] = resources.flatMap(rightsTo);

/** Resources and actions of another system, that a scheme adds to the table. */
export type AddedVocabulary = Readonly<Record<string, readonly string[]>>;

/** Every right there is in a scheme with an added vocabulary: those of the table first, then the added ones. */
export function rightsWith(added: AddedVocabulary = {}): readonly Right[] {
  const names = Object.entries(added).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}.${action}`),
  );
  // An added right is one by its scheme's word; no type can know its name.
  return names.length === 0 ? allRights : [...new Set([...allRights, ...(names as Right[])])];
}

const known: ReadonlySet<string> = new Set(allRights);

/** The right of the table named by a resource and an action that came from outside, or null when there is none. */
export function rightNamed(resource: string, action: string): Right | null {
  const name = `${resource}.${action}`;
  return known.has(name) ? (name as Right) : null;
}
