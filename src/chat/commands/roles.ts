import { rightsOf } from '../../access/diff.ts';
import { authorize } from '../../workspace/authorize.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { type Act, actorOf, asks, type Plan, planning } from '../act.ts';
import type { Action, Command } from '../command.ts';
import { roleList, roleRights } from '../screens/role-list.ts';

/** `/roles`: the roles there are, how many hold each, and what each may do. */
export const roles: Command = {
  name: 'roles',
  aliases: { en: [], ru: ['роли'], uk: ['ролі'] },
  where: 'both',
  needs: 'role.view',
  run: (act) => showRoles(act, undefined),
};

/** One role, or back to all of them. */
export const openRole: Action = { verb: 'mo', run: (act, [role]) => showRoles(act, role) };

function showRoles(act: Act, key: string | undefined): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'role.view', act.now);
    if (key !== undefined && !scheme.roleByKey.has(key)) throw new Refusal('button_stale');
    const asked = key === undefined ? scheme.roles.map((role) => role.key) : [key];
    return asks({ kind: 'members.holders', workspaceId: actor.workspace.id, roles: asked }, (holders) => ({
      screen:
        key === undefined
          ? roleList(act, actor.workspace, asked, holders)
          : roleRights(act, actor.workspace, key, rightsOf(scheme, [key]), holders.get(key) ?? 0),
    }));
  });
}
