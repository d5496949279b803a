import type { CompiledScheme } from '../../../access/compile.ts';
import type { Answer, Command } from '../../../chat/command.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import { type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Who } from '../../../domain/who.ts';
import { createInvitations, createLink } from './invite-create.ts';
import { newInviteData, packTerms } from './invite-data.ts';
import { type InviteLine, notRead, parseInviteLine } from './invite-line.ts';
import { resourcesFor } from './invite-resources.ts';
import { noSuchRole } from './invite-roles.ts';
import { addPeople, inviteStep } from './invite-step.ts';

/** `/invite @boris editor`, `/invite @boris developer on Shop`: done at once when it is all there, else the wizard asks for the rest. */
export const invite: Command = {
  name: 'invite',
  where: 'both',
  needs: 'invitation.create',
  run: (ctx, line) =>
    inviting(ctx, (actor, scheme) => {
      const asked = parseInviteLine(line, scheme, ctx.t, ctx.now);
      const roles = [...asked.roles];
      if (asked.link) return link(ctx, actor, scheme, asked, asked.link.uses);
      const who: readonly Who[] =
        asked.who.length === 0 && asked.unknown !== null
          ? [{ kind: 'name', name: asked.unknown }]
          : asked.who;
      const stray = asked.who.length > 0 ? asked.unknown : null;
      const onBots = asked.on === null ? resourcesFor(scheme, roles) : 'none';
      const isRead = stray === null && asked.unreadable.length === 0;
      const complete = who.length > 0 && roles.length > 0 && isRead && onBots !== 'must';
      if (complete && onBots === 'none') {
        return createInvitations(ctx, actor, scheme, who, roles, { ids: [], text: asked.on }, asked.terms);
      }
      const data = { ...newInviteData(ctx), roles, terms: packTerms(asked.terms) };
      if (who.length === 0) return inviteStep(ctx, actor, scheme, data, notRead(ctx.t, asked));
      return addPeople(ctx, actor, scheme, data, who, {
        note: [...notRead(ctx.t, asked), ...noSuchRole(ctx, scheme, stray)],
        on: asked.on,
        complete,
      });
    }),
};

/** Begins the wizard with people that were shown to the bot. */
export function offerToInvite(ctx: Context, answer: Answer): Plan {
  return inviting(ctx, (actor, scheme) => {
    const shown = peopleShown(answer);
    return addPeople(ctx, actor, scheme, newInviteData(ctx), shown === 'hidden' ? [] : shown);
  });
}

/** Goes on for those who may invite here; for others the refusal is the plan. */
function inviting(ctx: Context, plan: (actor: Actor, scheme: CompiledScheme) => Plan): Plan {
  return planning(() => {
    const actor = actorOf(ctx);
    const scheme = ctx.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'invitation.create', ctx.now);
    return plan(actor, scheme);
  });
}

function link(ctx: Context, actor: Actor, scheme: CompiledScheme, asked: InviteLine, uses: number): Plan {
  const roles = [...asked.roles];
  const complete = asked.on !== null || resourcesFor(scheme, roles) === 'none';
  if (roles.length > 0 && asked.unknown === null && complete) {
    return createLink(ctx, actor, scheme, roles, uses, { ids: [], text: asked.on }, asked.terms);
  }
  const step = roles.length > 0 && asked.unknown === null ? 'resources' : 'roles';
  const data = { ...newInviteData(ctx), roles, terms: packTerms(asked.terms), link: { uses }, step } as const;
  return inviteStep(ctx, actor, scheme, data, noSuchRole(ctx, scheme, asked.unknown));
}
