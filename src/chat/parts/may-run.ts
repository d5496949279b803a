import { decide } from '../../access/decide.ts';
import { workspaceWide } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Act } from '../act.ts';
import type { Command } from '../command.ts';

/** Whether the acting person holds a right in the active workspace. */
export function mayUse(act: Act, right: Right): boolean {
  if (!act.workspace) return false;
  const scheme = act.scheme(act.workspace.scheme);
  return decide(scheme, subjectOf(act.membership, act.person.id), right, workspaceWide, act.now).allow;
}

/** Whether a command is worth showing: it works in this kind of chat and the person holds what it needs. */
export function mayRun(act: Act, command: Command): boolean {
  if (command.where !== 'both' && command.where !== act.update.chat.kind) return false;
  return command.needs === null || mayUse(act, command.needs);
}
