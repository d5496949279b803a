import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, asks, draws, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import { taggedRole } from '../../../chat/parts/role-tags.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { idOf } from '../../members/chat/members-find.ts';
import { roleMatrix } from './pictures/role-matrix.ts';
import { roleHolders } from './role-holders.ts';
import { roleList, roleRights, rolesPicture } from './role-list.ts';

/** `/roles`: the roles there are, how many hold each, and what each may do. */
export const roles: Command = {
  name: 'roles',
  where: 'both',
  needs: 'role.view',
  run: (act) => showRoles(act, undefined),
};

/** One role, or back to all of them. */
const openRole: Action = { verb: 'mo', run: (act, [role]) => showRoles(act, role) };

/** The whole matrix as pictures. */
const drawRoles: Action = {
  verb: 'rp',
  run: (act) =>
    planning(() => {
      const { actor, scheme } = looking(act);
      return draws(roleMatrix(scheme, act.t), (pictures) => ({
        screen: rolesPicture(act, actor.workspace, scheme, pictures),
      }));
    }),
};

/** Who holds a role: the first page, or the one after a member. */
const listHolders: Action = {
  verb: 'rh',
  run: (act, [role, after]) =>
    planning(() => {
      const { actor, scheme } = looking(act);
      authorize(actor, scheme, 'member.view', act.now);
      const { key } = taggedRole(scheme.roles, role);
      const afterId = after === undefined ? null : idOf(after);
      return asks(
        { kind: 'members.holding', workspaceId: actor.workspace.id, role: key, afterId },
        (page) => ({ screen: roleHolders(act, actor, key, page, afterId !== null) }),
      );
    }),
};

/** The buttons of `/roles`. */
export const roleButtons: readonly Action[] = [openRole, drawRoles, listHolders];

function showRoles(act: Act, key: string | undefined): Plan {
  return planning(() => {
    const { actor, scheme } = looking(act);
    const asked = key === undefined ? scheme.roles.map((role) => role.key) : [roleIn(scheme, key)];
    return asks({ kind: 'members.holders', workspaceId: actor.workspace.id, roles: asked }, (holders) => ({
      screen:
        key === undefined
          ? roleList(act, actor, scheme, holders)
          : roleRights(act, actor, scheme, key, holders),
    }));
  });
}

function looking(act: Act): { actor: Actor; scheme: CompiledScheme } {
  const actor = actorOf(act);
  const scheme = act.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'role.view', act.now);
  return { actor, scheme };
}

/** A button of another scheme leads nowhere here. */
function roleIn(scheme: CompiledScheme, key: string | undefined): string {
  if (key === undefined || !scheme.roleByKey.has(key)) throw new Refusal('button_stale');
  return key;
}
