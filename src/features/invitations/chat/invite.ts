import type { CompiledScheme } from '../../../access/compile.ts';
import { type Act, actorOf, type Plan, planning } from '../../../chat/act.ts';
import type { Answer, Command } from '../../../chat/command.ts';
import { peopleShown } from '../../../chat/parts/people-shown.ts';
import type { RichText } from '../../../chat/reply.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Actor } from '../../../domain/state.ts';
import type { Who } from '../../../domain/who.ts';
import { createInvitations, createLink } from './invite-create.ts';
import { newInviteData, packTerms } from './invite-data.ts';
import { type InviteLine, notRead, parseInviteLine } from './invite-line.ts';
import { addPeople, inviteStep } from './invite-step.ts';
import { thingsFor } from './invite-things.ts';

/** `/invite @boris editor`, `/invite @boris developer on Shop`: done at once when it is all there, else the wizard asks for the rest. */
export const invite: Command = {
  name: 'invite',
  where: 'both',
  needs: 'invitation.create',
  run: (act, line) =>
    inviting(act, (actor, scheme) => {
      const asked = parseInviteLine(line, scheme, act.t, act.now);
      const roles = [...asked.roles];
      if (asked.link) return link(act, actor, scheme, asked, asked.link.uses);
      const who: readonly Who[] =
        asked.who.length === 0 && asked.unknown !== null
          ? [{ kind: 'name', name: asked.unknown }]
          : asked.who;
      const stray = asked.who.length > 0 ? asked.unknown : null;
      const onBots = asked.on === null ? thingsFor(scheme, roles) : 'none';
      const isRead = stray === null && asked.unreadable.length === 0;
      const complete = who.length > 0 && roles.length > 0 && isRead && onBots !== 'must';
      if (complete && onBots === 'none') {
        return createInvitations(act, actor, scheme, who, roles, { ids: [], text: asked.on }, asked.terms);
      }
      const data = { ...newInviteData(act), roles, terms: packTerms(asked.terms) };
      if (who.length === 0) return inviteStep(act, actor, scheme, data, notRead(act.t, asked));
      return addPeople(act, actor, scheme, data, who, {
        note: [...notRead(act.t, asked), ...noSuchRole(act, stray)],
        on: asked.on,
        complete,
      });
    }),
};

/** Begins the wizard with people that were shown to the bot. */
export function offerToInvite(act: Act, answer: Answer): Plan {
  return inviting(act, (actor, scheme) => {
    const shown = peopleShown(answer);
    return addPeople(act, actor, scheme, newInviteData(act), shown === 'hidden' ? [] : shown);
  });
}

/** Goes on for those who may invite here; for others the refusal is the plan. */
function inviting(act: Act, plan: (actor: Actor, scheme: CompiledScheme) => Plan): Plan {
  return planning(() => {
    const actor = actorOf(act);
    const scheme = act.scheme(actor.workspace.scheme);
    authorize(actor, scheme, 'invitation.create', act.now);
    return plan(actor, scheme);
  });
}

function link(act: Act, actor: Actor, scheme: CompiledScheme, asked: InviteLine, uses: number): Plan {
  const roles = [...asked.roles];
  const complete = asked.on !== null || thingsFor(scheme, roles) === 'none';
  if (roles.length > 0 && asked.unknown === null && complete) {
    return createLink(act, actor, scheme, roles, uses, { ids: [], text: asked.on }, asked.terms);
  }
  const step = roles.length > 0 && asked.unknown === null ? 'things' : 'roles';
  const data = { ...newInviteData(act), roles, terms: packTerms(asked.terms), link: { uses }, step } as const;
  return inviteStep(act, actor, scheme, data, noSuchRole(act, asked.unknown));
}

function noSuchRole(act: Act, typed: string | null): RichText {
  return typed === null ? [] : act.t.rich('invite-no-such-role', { typed });
}
