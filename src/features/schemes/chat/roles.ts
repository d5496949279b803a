import type { CompiledScheme } from '../../../access/compile.ts';
import type * as coreActions from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { taggedRole } from '../../../chat/parts/role-tags.ts';
import { asks, draws, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type * as actions from './actions.ts';
import { roleMatrix } from './pictures/role-matrix.ts';
import { roleHolders } from './role-holders.ts';
import { roleList, roleRights, rolesPicture } from './role-list.ts';

/** `/roles`: the roles there are, how many hold each, and what each may do. */
export const roles: Command = {
  name: 'roles',
  where: 'both',
  needs: 'role.view',
  run: (ctx) => showRoles(ctx, null),
};

/** The buttons of `/roles`. */
export const rolesHandlers = {
  /** One role, or back to all of them. */
  openRoles: (ctx, { role }) => showRoles(ctx, role),
  /** The whole matrix as pictures. */
  drawRoles: (ctx) =>
    planning(() => {
      const { actor, scheme } = looking(ctx);
      return draws(roleMatrix(scheme, ctx.t), (pictures) => ({
        screen: rolesPicture(ctx, actor.workspace, scheme, pictures),
      }));
    }),
  /** Who holds a role: the first page, or the one after a member. */
  listHolders: (ctx, { role, after: afterId }) =>
    planning(() => {
      const { actor, scheme } = looking(ctx);
      authorize(actor, scheme, 'member.view', ctx.now);
      const { key } = taggedRole(scheme.roles, role);
      return asks(
        { kind: 'members.holding', workspaceId: actor.workspace.id, role: key, afterId },
        (page) => ({ screen: roleHolders(ctx, actor, key, page, afterId !== null) }),
      );
    }),
} satisfies Partial<Handlers<typeof actions & Pick<typeof coreActions, 'listHolders'>>>;

function showRoles(ctx: Context, key: string | null): Plan {
  return planning(() => {
    const { actor, scheme } = looking(ctx);
    const asked = key === null ? scheme.roles.map((role) => role.key) : [roleIn(scheme, key)];
    return asks({ kind: 'members.holders', workspaceId: actor.workspace.id, roles: asked }, (holders) => ({
      screen:
        key === null ? roleList(ctx, actor, scheme, holders) : roleRights(ctx, actor, scheme, key, holders),
    }));
  });
}

function looking(ctx: Context): { actor: Actor; scheme: CompiledScheme } {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'role.view', ctx.now);
  return { actor, scheme };
}

/** A button of another scheme leads nowhere here. */
function roleIn(scheme: CompiledScheme, key: string | null): string {
  if (key === null || !scheme.roleByKey.has(key)) throw new Refusal('button_stale');
  return key;
}
