import type { CompiledScheme } from '../../access/compile.ts';
import { about } from '../../domain/about.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import { Refusal } from '../../domain/refusal.ts';
import { targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';
import type { FoundApproval } from '../resources/queries.ts';

/** The state now: a question past its time is over even before a sweep has marked it. */
export function approvalStateAt({ state, expiresAt }: FoundApproval, now: Date): FoundApproval['state'] {
  return state === 'pending' && expiresAt <= now ? 'expired' : state;
}

/**
 * Approves or refuses that a bot is published; approved, it is. The right is asked for at the press. Throws
 * `Refusal`: the rule that denies it, `approval_over`.
 */
export function decideApproval(
  actor: Actor,
  scheme: CompiledScheme,
  approval: FoundApproval,
  approve: boolean,
  now: Date,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const { bot, workspace, requester, requesterIsMember, version } = approval;
  authorize(actor, scheme, 'bot.approve', now, targetOf(bot));
  const overtaken = bot.versions?.staging !== version;
  if (approvalStateAt(approval, now) !== 'pending' || (approve && overtaken))
    throw new Refusal('approval_over');
  const record = { approvalId: approval.id, workspaceId: workspace.id, name: bot.name };
  const told = { to: requester, workspace: about(workspace), actorName: actor.person.name };
  return {
    changes: [
      guardActor(actor, false),
      {
        kind: approve ? 'approval.approved' : 'approval.refused',
        ...record,
        personId: requester.personId,
      },
      ...(approve
        ? [
            {
              kind: 'bot.published',
              botId: bot.id,
              workspaceId: workspace.id,
              name: bot.name,
              version,
            } as const,
          ]
        : []),
    ],
    notices:
      requester.personId === actor.person.id || !requesterIsMember
        ? []
        : [
            {
              kind: approve ? 'approval.approved' : 'approval.refused',
              ...told,
              bot: bot.name,
              version,
            },
          ],
  };
}

/** Closes a question that nobody answered in time, and tells who asked. Guard: it is pending. */
export function expireApproval(approval: FoundApproval): {
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  const { bot, workspace, requester, requesterIsMember, version } = approval;
  const told = { to: requester, workspace: about(workspace), actorName: '', bot: bot.name, version };
  return {
    changes: [
      {
        kind: 'approval.expired',
        approvalId: approval.id,
        workspaceId: workspace.id,
        name: bot.name,
        personId: requester.personId,
      },
    ],
    notices: requesterIsMember ? [{ kind: 'approval.expired', ...told }] : [],
  };
}
