import type { Change } from '../../domain/changes.ts';
import type { UpdateContext } from '../../store/context.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../plan.ts';
import { openScreenOf } from './open-screen.ts';

/** A dialogue not touched for so long is over, and words no longer press what was shown. */
const SESSION_MS = 60 * 60_000;

/** What is kept for the person's next message in this chat: the dialogue, and the buttons just shown. */
export function sessionChange(ctx: Context, context: UpdateContext, outcome: Outcome, now: Date): Change[] {
  const { screen } = outcome;
  // Nothing is left of a person who was forgotten.
  const isForgotten = (outcome.changes ?? []).some(({ kind }) => kind === 'person.forgotten');
  if (outcome.wizard === undefined && !screen && !isForgotten) return [];
  const wizard = outcome.wizard === undefined ? ctx.wizard : outcome.wizard;
  const open = screen ? openScreenOf(screen, ctx.t) : ctx.open;
  const key = {
    messenger: ctx.update.messenger,
    accountId: ctx.update.sender.accountId,
    chatId: ctx.update.chat.id,
  };
  const version = context.session?.version ?? null;
  if (isForgotten || (!wizard && !open))
    return version === null ? [] : [{ kind: 'session.ended', ...key, version }];
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  const kept = { ...wizard, ...(open && { open }) };
  return [{ kind: 'session.saved', ...key, wizard: kept, version, expiresAt }];
}
