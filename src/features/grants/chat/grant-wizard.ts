import type { Handlers } from '../../../chat/actions/handler.ts';
import type { WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { memberButton, memberChoice } from '../../members/chat/member-choice.ts';
import { linePointer } from '../../members/chat/members-find.ts';
import { takeEnd } from '../../members/chat/role-end.ts';
import { rolesFrom } from '../../members/chat/role-line.ts';
import { resourcesNamed } from '../../resources/chat/resource-words.ts';
import { inWorkspace } from '../../resources/chat/resources-find.ts';
import type * as actions from './actions.ts';
import { chooseGrantee } from './actions.ts';
import {
  GRANT_WIZARD,
  type GrantData,
  grantDataAt,
  grantDataOf,
  packEnd,
  storedGrant,
} from './grant-data.ts';
import { askGrants, choosing, choosingBots, enforceGranting, grantNow, grantStep } from './grant-step.ts';

/** Takes the person, the roles and the end that are asked for, as it is typed. */
export const grantWizard: WizardKind = {
  name: GRANT_WIZARD,
  reads: () => 'names',
  answer: (ctx, stored, answer, line) =>
    planning(() => {
      const data = grantDataOf(stored);
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      if (data.membershipId === null) return typedWho(ctx, data, line);
      if (data.resources.length === 0 || data.step === 'resources')
        return typedResources(ctx, data, answer.text);
      return typedRoles(ctx, data, answer.text);
    }),
};

/** Buttons of the wizard; each but the first carries the wizard's stamp first. */
export const grantWizardHandlers = {
  chooseGrantee: (ctx, { member: membershipId, stamp }) =>
    planning(() => {
      const data = grantDataAt(ctx, stamp);
      return grantStep(ctx, { ...data, membershipId });
    }),

  toggleGrantResource: button((ctx, data, { resource }) => {
    const resources = toggled(data.resources, resource);
    return grantStep(ctx, { ...data, step: 'resources', resources });
  }),

  turnGrantResources: button((ctx, data, { after }) => grantStep(ctx, { ...data, step: 'resources', after })),

  confirmGrantResources: button((ctx, data) =>
    grantStep(ctx, { ...data, step: data.roles.length > 0 || data.mode === 'take' ? 'preview' : 'roles' }),
  ),

  toggleGrantRole: button((ctx, data, { role }) =>
    grantStep(ctx, { ...data, step: 'roles', roles: toggled(data.roles, role) }),
  ),

  previewGrants: button((ctx, data) => grantStep(ctx, { ...data, step: 'preview' })),
  // Another message may have changed the answers since: what was not shown is not done.
  confirmGrants: button((ctx, data) =>
    data.step === 'preview' ? grantNow(ctx, data) : grantStep(ctx, { ...data, step: 'preview' }),
  ),
} satisfies Partial<Handlers<typeof actions>>;

function button<A extends { readonly stamp: string }>(
  plan: (ctx: Context, data: GrantData, args: A) => Plan,
): (ctx: Context, args: A) => Plan {
  return (ctx, args) => planning(() => plan(ctx, grantDataAt(ctx, args.stamp), args));
}

function typedWho(ctx: Context, data: GrantData, line: Parameters<WizardKind['answer']>[3]): Plan {
  enforceGranting(ctx);
  const pointer = linePointer(line);
  if (!pointer) throw new Refusal('nobody_found');
  const text = data.resources.length === 0 ? '' : null;
  return askGrants(ctx, pointer, { ids: data.resources, text, held: data.mode === 'take' }, (found) => {
    const [target, another] = found.members;
    if (!target) throw new Refusal('nobody_found');
    if (another) {
      return {
        screen: memberChoice(ctx, found, (who, member) =>
          memberButton(ctx, who, chooseGrantee, { member, stamp: data.stamp }),
        ),
        wizard: storedGrant(data),
      };
    }
    const forMember: GrantData = { ...data, membershipId: target.membership.id };
    const { actor, scheme } = inWorkspace(ctx);
    const about = { actor, scheme, target, found, now: ctx.now };
    if (data.resources.length === 0) return choosingBots(ctx, forMember, about, found.resources);
    return choosing(
      ctx,
      { ...forMember, step: forMember.roles.length > 0 ? 'preview' : 'roles' },
      about,
      found.resources,
    );
  });
}

/** The bots were named: the next question is read at once, because an act asks the store once. */
function typedResources(ctx: Context, data: GrantData, text: string): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  return askGrants(
    ctx,
    { kind: 'membership', membershipId },
    { ids: data.resources, text, held: false },
    (found) => {
      const [target] = found.members;
      if (!target) throw new Refusal('target_not_member');
      const chosen = found.resources.filter(({ id }) => data.resources.includes(id));
      const resources = [...new Set([...chosen, ...resourcesNamed(text, found.resources, ctx.t)])];
      const about = { actor, scheme, target, found, now: ctx.now };
      const step = data.roles.length > 0 || data.mode === 'take' ? 'preview' : 'roles';
      return choosing(ctx, { ...data, step, resources: resources.map(({ id }) => id) }, about, resources);
    },
  );
}

/** Roles or an end, typed where they are asked for. */
function typedRoles(ctx: Context, data: GrantData, text: string): Plan {
  const { scheme } = inWorkspace(ctx);
  const { end, rest } = takeEnd(
    text.split(/[\s,;]+/u).filter((word) => word !== ''),
    ctx.now,
    ctx.t,
  );
  const roles = rolesFrom(rest, scheme, ctx.t);
  if (roles === null) throw new Refusal('unknown_role');
  const all = roles.length > 0 ? roles : data.roles;
  return grantStep(ctx, {
    ...data,
    roles: all,
    end: end === 'kept' ? data.end : packEnd(end),
    step: all.length > 0 ? 'preview' : 'roles',
  });
}

function toggled(chosen: readonly string[], one: string): string[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}
