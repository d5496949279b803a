import type { RefusalCode } from '../../domain/refusal.ts';
import { goHome, listHolders } from '../actions/core-actions.ts';
import type { Context } from '../context.ts';
import type { Button } from '../reply.ts';
import { commandButtons, inPairs } from './buttons.ts';
import { mayUse } from './may-run.ts';
import { tagOf } from './role-tags.ts';
import { roleTitle } from './role-titles.ts';

/** Commands that lead on from a refusal; where none of them is allowed, help does. */
const WAYS: Partial<Record<RefusalCode, readonly string[]>> = {
  no_workspace: ['new', 'workspaces'],
  not_member: ['new', 'workspaces'],
  nobody_found: ['members', 'invite'],
  several_found: ['members'],
  target_not_member: ['members', 'invite'],
  already_member: ['members', 'role'],
  already_invited: ['invites'],
  not_registered: ['invite'],
  invitation_not_found: ['workspaces', 'invites'],
  workspace_not_found: ['workspaces'],
  workspace_name_same: ['workspace'],
  too_many_workspaces: ['transfer', 'workspaces'],
  self: ['leave', 'transfer'],
  last_keystone: ['transfer', 'members'],
  keystone_by_transfer_only: ['transfer'],
  max_holders: ['roles'],
  unknown_role: ['roles'],
  role_not_held: ['members'],
  resource_not_found: ['bots', 'projects'],
  resource_several: ['bots', 'projects'],
  nobody_approves: ['members', 'grant'],
  nothing_to_bind: ['new', 'workspaces'],
  too_many_keys: ['keys'],
  key_not_found: ['keys'],
  key_revoked: ['keys'],
  link_over: ['link'],
  last_account: ['link'],
  time_zone: ['timezone'],
  email_wrong: ['email'],
  forget_sole: ['transfer', 'workspaces'],
};

/** Roles whose holders are offered as a button each: more would fill the screen. */
const MAX_ROLES = 3;

/** Buttons that lead on from a refusal: who can do it, what to do instead, and home. Never home alone. */
export function waysOn(ctx: Context, code: RefusalCode, roles: readonly string[]): Button[][] {
  const { t } = ctx;
  const chat: Button[] =
    code === 'private_only' ? [{ kind: 'link', label: t.text('button-direct-chat'), url: ctx.botLink }] : [];
  const ways = [...chat, ...holders(ctx, roles), ...commandButtons(ctx, WAYS[code] ?? [])];
  const home = ctx.button(t.text('button-home'), goHome);
  return ways.length === 0 ? [[...commandButtons(ctx, ['help']), home]] : [...inPairs(ways), [home]];
}

/** The people with these roles, for who may see members and roles. */
function holders(ctx: Context, roles: readonly string[]): Button[] {
  const { workspace, t } = ctx;
  if (!workspace || !mayUse(ctx, 'member.view') || !mayUse(ctx, 'role.view')) return [];
  const known = ctx.scheme(workspace.scheme).roleByKey;
  return roles
    .filter((role) => known.has(role))
    .slice(0, MAX_ROLES)
    .map((role) =>
      ctx.button(
        t.text('button-who-can', { role: { composed: roleTitle(t, workspace.scheme, role) } }),
        listHolders,
        {
          role: tagOf(role),
        },
      ),
    );
}
