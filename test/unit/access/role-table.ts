/**
 * What there is to permit, written down a second time: the tests must not take it from the code they
 * test.
 */
const vocabularyText = `
  workspace         view rename configure delete
  owner             view transfer
  member            view update assign remove
  invitation        view create revoke
  role              view define
  audit             view export
  billing           view create update delete
  project           view create update delete
  bot               view create update configure publish approve export import delete
  channel           view create update delete
  scenario          view create update delete replace
  intent            view create update delete
  external_request  view create update delete
  campaign          view create update delete start stop schedule send
  audience          view configure
  number            view create update delete
  report            view
  analytics         view
  performance       view
  conversation      view reply
  ticket            view reply close
  history           view interact
  database          view mask unmask
  ui                configure
  api_key           view create revoke
  api               access
  system            administer
`;

const actionsByResource = new Map(
  lines(vocabularyText).map((line) => {
    const [resource = '', ...actions] = line.split(/\s+/);
    return [resource, actions];
  }),
);

/** Every right, `resource.action`. */
export const everyRight: readonly string[] = [...actionsByResource].flatMap(([resource, actions]) =>
  actions.map((action) => `${resource}.${action}`),
);

/** What every active member has. */
export const baseline: readonly string[] = ['workspace.view', 'owner.view', 'role.view'];

/**
 * Reads the rights of one role: `everything`, `scenario.*`, `bot.view`, or several actions of one
 * resource as `bot.view,update`; separated by blanks.
 */
export function readRights(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap((word) => {
        if (word === 'everything') return everyRight;
        const [resource = '', actions = ''] = word.split('.');
        const named = actions === '*' ? (actionsByResource.get(resource) ?? []) : actions.split(',');
        return named.map((action) => `${resource}.${action}`);
      }),
  );
}

/** Reads a list of roles, `role | rights` a line, broadest first. */
export function readRoles(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    lines(text).map((line) => {
      const [role = '', rights = ''] = line.split('|').map((cell) => cell.trim());
      return [role, readRights(rights)];
    }),
  );
}

/**
 * Reads a matrix: the first line names the roles, each further one `rights | cell | cell…`. A cell is
 * `CRUD`, `yes`, `no`, or a list of actions of the line's resource.
 */
export function readMatrix(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const [head = '', ...rows] = lines(text);
  const roles = head.split('|').map((cell) => cell.trim());
  return new Map(
    roles.slice(1).map((role, column) => {
      const rights = rows.flatMap((row) => {
        const [what = '', ...cells] = row.split('|').map((cell) => cell.trim());
        return cellRights(what, cells[column] ?? '');
      });
      return [role, new Set(rights)];
    }),
  );
}

function cellRights(what: string, cell: string): readonly string[] {
  if (cell === 'no') return [];
  if (cell === 'yes') return [...readRights(what)];
  const actions = cell === 'CRUD' ? ['view', 'create', 'update', 'delete'] : cell.split(', ');
  return actions.map((action) => `${what}.${action}`);
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
