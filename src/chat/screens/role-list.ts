import type { RoleRight } from '../../access/diff.ts';
import { MOST_COUNTED } from '../../workspace/members/queries.ts';
import type { WorkspaceState } from '../../workspace/state.ts';
import type { Act } from '../act.ts';
import type { RichText, Screen } from '../reply.ts';
import { roleTitle } from '../role-titles.ts';
import { rightsText } from './rights.ts';

/** The roles of the workspace's scheme, each a button to what it may do. */
export function roleList(
  act: Act,
  { name, scheme }: WorkspaceState,
  roles: readonly string[],
  holders: ReadonlyMap<string, number>,
): Screen {
  const { t } = act;
  return {
    text: [
      ...t.rich('roles-of', { workspace: name }),
      '\n',
      ...roles.flatMap((role) => ['\n', ...roleLine(act, scheme, role, holders.get(role) ?? 0)]),
    ],
    buttons: [
      ...roles.map((role) => [act.button(roleTitle(t, scheme, role), 'mo', role)]),
      [act.button(t.text('button-home'), 'hm')],
    ],
  };
}

/** What one role may do. */
export function roleRights(
  act: Act,
  { scheme }: WorkspaceState,
  role: string,
  rights: readonly RoleRight[],
  holders: number,
): Screen {
  const { t } = act;
  return {
    text: [...roleLine(act, scheme, role, holders), '\n\n', ...rightsText(rights, t)],
    buttons: [[act.button(t.text('button-all-roles'), 'mo'), act.button(t.text('button-home'), 'hm')]],
  };
}

function roleLine({ t }: Act, scheme: string, role: string, holders: number): RichText {
  const title = { composed: roleTitle(t, scheme, role) };
  return holders > MOST_COUNTED
    ? t.rich('role-line-many', { role: title, count: MOST_COUNTED })
    : t.rich('role-line', { role: title, count: holders });
}
