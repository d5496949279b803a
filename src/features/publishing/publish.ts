import type { CompiledScheme } from '../../access/compile.ts';
import { decide } from '../../access/decide.ts';
import { about } from '../../domain/about.ts';
import { authorize } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import type { Notice } from '../../domain/notices.ts';
import type { Found } from '../../domain/queries.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Resource, targetOf } from '../../domain/resource.ts';
import { hasApprover } from '../../domain/scheme-roles.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Candidate } from '../resources/queries.ts';

/** A question whether to publish stands so long. */
const APPROVAL_MS = 3 * 24 * 60 * 60_000;

/** What became of wanting to publish. */
export type Published =
  /** In production now. */
  | { readonly kind: 'published'; readonly version: number }
  /** Those who approve are asked. The actor's own card too, where they are one of them. */
  | {
      readonly kind: 'asked';
      readonly approvalId: string;
      readonly version: number;
      readonly expiresAt: Date;
      readonly approvers: readonly Candidate[];
      readonly mayApprove: boolean;
    };

/** Passes where the actor may publish the bot, or ask for it to be published. Throws `Refusal`. */
export function enforcePublishing(actor: Actor, scheme: CompiledScheme, bot: Resource, now: Date): void {
  authorize(actor, scheme, hasApprover(scheme) ? 'bot.update' : 'bot.publish', now, targetOf(bot));
}

/**
 * Publishes a bot's staging version. Where the scheme has an approver, they are asked first. Throws `Refusal`: the
 * rule that denies it, `approval_pending`, `nobody_approves`.
 */
export function publishBot(
  actor: Actor,
  scheme: CompiledScheme,
  bot: Resource,
  found: Pick<Found<'publishing.find'>, 'candidates' | 'pending'>,
  { now, approvalId }: { readonly now: Date; readonly approvalId: string },
): {
  readonly result: Published;
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
} {
  enforcePublishing(actor, scheme, bot, now);
  const version = bot.versions?.staging ?? 1;
  const workspaceId = actor.workspace.id;
  const { id: botId, name } = bot;
  if (!hasApprover(scheme)) {
    return {
      result: { kind: 'published', version },
      changes: [guardActor(actor, false), { kind: 'bot.published', botId, workspaceId, name, version }],
      notices: [],
    };
  }
  const pending = found.pending.find((one) => one.botId === botId);
  if (pending && pending.expiresAt > now) throw new Refusal('approval_pending', { values: { name } });
  const mayApprove = (who: Actor['membership'], personId: string): boolean =>
    decide(scheme, subjectOf(who, personId), 'bot.approve', targetOf(bot), now).allow;
  const approvers = found.candidates.filter(
    ({ personId, membership }) => personId !== actor.person.id && mayApprove(membership, personId),
  );
  const self = mayApprove(actor.membership, actor.person.id);
  if (approvers.length === 0 && !self) throw new Refusal('nobody_approves', { values: { name } });
  const expiresAt = new Date(now.getTime() + APPROVAL_MS);
  return {
    result: { kind: 'asked', approvalId, version, expiresAt, approvers, mayApprove: self },
    changes: [
      guardActor(actor, false),
      ...(pending
        ? [
            {
              kind: 'approval.expired',
              approvalId: pending.id,
              workspaceId,
              name,
              personId: actor.person.id,
            } as const,
          ]
        : []),
      { kind: 'approval.requested', approvalId, workspaceId, botId, name, version, expiresAt },
    ],
    notices: approvers.map((to) => ({
      kind: 'approval.card',
      to,
      workspace: about(actor.workspace),
      actorName: actor.person.name,
      approvalId,
      bot: name,
      version,
      expiresAt,
    })),
  };
}
