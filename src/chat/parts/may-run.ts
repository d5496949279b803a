import { decide } from '../../access/decide.ts';
import { workspaceWide } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { CommandInfo } from '../command-info.ts';
import type { Context } from '../context.ts';

/** Whether the acting person holds a right in the active workspace. */
export function mayUse(ctx: Context, right: Right): boolean {
  if (!ctx.workspace) return false;
  const scheme = ctx.scheme(ctx.workspace.scheme);
  return decide(scheme, subjectOf(ctx.membership, ctx.person.id), right, workspaceWide, ctx.now).allow;
}

/** Whether a command is worth showing: it works in this kind of chat and the person holds what it needs. */
export function mayRun(ctx: Context, command: CommandInfo): boolean {
  if (command.where !== 'both' && command.where !== ctx.update.chat.kind) return false;
  return command.needs === null || mayUse(ctx, command.needs);
}
