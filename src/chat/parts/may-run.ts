import { capabilities, capabilitiesSomewhere } from '../../access/search.ts';
import { isLiving, workspaceWide } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { CommandInfo } from '../command-info.ts';
import type { Context } from '../context.ts';

/** Whether the acting person holds a right in the active workspace. */
export function mayUse(ctx: Context, right: Right): boolean {
  if (!ctx.workspace) return false;
  const scheme = ctx.scheme(ctx.workspace.scheme);
  return capabilities(scheme, subjectOf(ctx.membership, ctx.person.id), workspaceWide, ctx.now).has(right);
}

/** Whether a command is worth showing: it works in this kind of chat and the person holds what it needs. */
export function mayRun(ctx: Context, command: CommandInfo): boolean {
  if (command.where !== 'both' && command.where !== ctx.update.chat.kind) return false;
  const { needs, reach } = command;
  switch (needs) {
    case null:
      return true;
    case 'membership':
      return ctx.membership !== null;
    case 'leaving':
      return mayLeave(ctx);
    default:
      return mayUse(ctx, needs) || (reach !== undefined && mayUseOnResources(ctx, needs, reach));
  }
}

/** Whether a member may leave as far as the scheme alone tells: its only owner may not. */
function mayLeave(ctx: Context): boolean {
  if (!ctx.workspace || !ctx.membership) return false;
  const { declaration, ownerRole } = ctx.scheme(ctx.workspace.scheme);
  const isOwner = ctx.membership.roles.some(({ role }) => role === ownerRole.key);
  return !(isOwner && declaration.keystone.holders === 'exactly_one');
}

function mayUseOnResources(ctx: Context, right: Right, reach: NonNullable<CommandInfo['reach']>): boolean {
  const { workspace, membership, now } = ctx;
  if (!workspace || membership?.state !== 'active') return false;
  if (reach === 'any_grant' && membership.grants.some(({ until }) => isLiving(until, now.getTime())))
    return true;
  const subject = subjectOf(membership, ctx.person.id);
  return capabilitiesSomewhere(ctx.scheme(workspace.scheme), subject, now).has(right);
}
