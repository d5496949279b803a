import type { Handler, Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { CommandLine } from '../../../chat/command-line.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Plan, planning } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { targetOf } from '../../../domain/resource.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { memberButton, memberChoice } from '../../members/chat/member-choice.ts';
import { buttonPointer, isLiving, linePointer } from '../../members/chat/members-find.ts';
import { resourcesNamed } from '../../resources/chat/resource-words.ts';
import { inWorkspace } from '../../resources/chat/resources-find.ts';
import { sees } from '../../resources/visibility.ts';
import type * as actions from './actions.ts';
import { chooseGrantee } from './actions.ts';
import { newGrantData, packEnd, storedGrant } from './grant-data.ts';
import { type GrantLine, parseGrantLine } from './grant-line.ts';
import { accessList, memberGrants } from './grant-lists.ts';
import { askGrants, choosing, choosingBots, enforceGranting, grantStep } from './grant-step.ts';

/** `/grant @boris developer approver on Shop, Help [until 2026-12-31]`, and `off` to take them away. */
export const grant: Command = {
  name: 'grant',
  where: 'both',
  needs: 'member.assign',
  run: (ctx, line) =>
    planning(() => {
      enforceGranting(ctx);
      const { scheme } = inWorkspace(ctx);
      return granting(ctx, line, parseGrantLine(line, scheme, ctx.t, ctx.now));
    }),
};

function granting(ctx: Context, line: CommandLine, said: GrantLine): Plan {
  const pointer = linePointer({ words: said.words, replyTo: line.replyTo });
  if (said.unknown !== null) throw new Refusal('unknown_role');
  const { mode, roles, on } = said;
  const known = { mode, roles: [...roles], end: packEnd(said.end), step: 'preview' as const };
  if (pointer === null) return grantStep(ctx, newGrantData(ctx, known));
  return askGrants(ctx, pointer, { ids: [], text: on ?? '', held: on === null }, (found) => {
    const [target, another] = found.members;
    if (!target) throw new Refusal('nobody_found');
    const resources = on === null ? [] : resourcesNamed(on, found.resources, ctx.t);
    const data = newGrantData(ctx, { ...known, resources: resources.map(({ id }) => id) });
    if (another) {
      return {
        screen: memberChoice(ctx, found, (who, member) =>
          memberButton(ctx, who, chooseGrantee, { member, stamp: data.stamp }),
        ),
        wizard: storedGrant(data),
      };
    }
    if (!isLiving(target)) throw new Refusal('target_not_member');
    const { actor, scheme } = inWorkspace(ctx);
    const about = { actor, scheme, target, found, now: ctx.now };
    const forMember = { ...data, membershipId: target.membership.id };
    if (resources.length === 0) {
      return roles.length > 0 || mode === 'take'
        ? choosingBots(ctx, forMember, about, found.resources)
        : { screen: memberGrants(ctx, about, found.resources), wizard: null };
    }
    const step = roles.length === 0 && mode === 'give' ? 'roles' : 'preview';
    return choosing(ctx, { ...forMember, step }, about, resources);
  });
}

/** Who has access to a bot or a project, and what a member has access to. */
export const grantHandlers = {
  listBotAccess: access('bot'),

  listProjectAccess: access('project'),

  listMemberGrants: (ctx, { member: membershipId }) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(ctx);
      authorize(actor, scheme, 'member.view', ctx.now);
      return askGrants(ctx, buttonPointer(membershipId), { ids: [], text: null, held: true }, (found) => {
        const [target] = found.members;
        if (!target || !isLiving(target)) throw new Refusal('target_not_member');
        const about = { actor, scheme, target, found, now: ctx.now };
        return { screen: memberGrants(ctx, about, found.resources), wizard: null };
      });
    }),

  addMemberGrants: (ctx, { member: membershipId }) =>
    planning(() => {
      enforceGranting(ctx);
      return grantStep(ctx, newGrantData(ctx, { membershipId: membershipId, step: 'resources' }));
    }),

  addAccess: (ctx, { resource: resourceId }) =>
    planning(() => {
      enforceGranting(ctx);
      return grantStep(ctx, newGrantData(ctx, { resources: [resourceId] }));
    }),

  changeGrant: (ctx, { member: membershipId, resource: resourceId }) =>
    planning(() =>
      grantStep(
        ctx,
        newGrantData(ctx, {
          membershipId: membershipId,
          resources: [resourceId],
          step: 'roles',
        }),
      ),
    ),
} satisfies Partial<Handlers<typeof actions>>;

function access(kind: 'bot' | 'project'): Handler<typeof actions.listBotAccess> {
  return (ctx, { resource, after }) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(ctx);
      const place = { kind, id: resource };
      return asks({ kind: 'resources.access', workspaceId: actor.workspace.id, place, after }, (found) => {
        const { resource } = found;
        const subject = subjectOf(actor.membership, actor.person.id);
        if (!resource || !sees(scheme, subject, resource, ctx.now)) throw new Refusal('button_stale');
        authorize(actor, scheme, 'member.view', ctx.now, targetOf(resource));
        return { screen: accessList(ctx, actor, resource, found), wizard: null };
      });
    });
}
