import { type Act, type Plan, planning } from '../../../chat/act.ts';
import type { Action, WizardKind } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { memberChoice } from '../../members/chat/member-choice.ts';
import { idOf, linePointer } from '../../members/chat/members-find.ts';
import { takeEnd } from '../../members/chat/role-end.ts';
import { rolesFrom } from '../../members/chat/role-line.ts';
import { thingsNamed } from '../../resources/chat/thing-words.ts';
import { inWorkspace } from '../../resources/chat/things-find.ts';
import {
  GRANT_WIZARD,
  type GrantData,
  grantDataAt,
  grantDataOf,
  packEnd,
  storedGrant,
} from './grant-data.ts';
import { askGrants, choosing, choosingBots, grantNow, grantStep, obeyGranting } from './grant-step.ts';

/** Takes whoever, whatever and however long is asked for, as it is typed. */
export const grantWizard: WizardKind = {
  name: GRANT_WIZARD,
  answer: (act, stored, answer, line) =>
    planning(() => {
      const data = grantDataOf(stored);
      if (answer.kind !== 'message') throw new Refusal('bad_request');
      if (data.membershipId === null) return typedWho(act, data, line);
      if (data.things.length === 0 || data.step === 'things') return typedThings(act, data, answer.text);
      return typedRoles(act, data, answer.text);
    }),
};

/** Buttons of the wizard; each but the first carries the wizard's stamp first. */
export const grantButtons: readonly Action[] = [
  {
    verb: 'gw',
    run: (act, [membershipId, stamp]) =>
      planning(() => {
        const data = grantDataAt(act, stamp);
        return grantStep(act, { ...data, membershipId: idOf(membershipId) });
      }),
  },
  button('gb', (act, data, id) => {
    const things = toggled(data.things, idOf(id));
    return grantStep(act, { ...data, step: 'things', things });
  }),
  button('gp', (act, data, after) => grantStep(act, { ...data, step: 'things', after: after ?? null })),
  button('go', (act, data) =>
    grantStep(act, { ...data, step: data.roles.length > 0 || data.mode === 'take' ? 'preview' : 'roles' }),
  ),
  button('gt', (act, data, role = '') =>
    grantStep(act, { ...data, step: 'roles', roles: toggled(data.roles, role) }),
  ),
  button('gs', (act, data) => grantStep(act, { ...data, step: 'preview' })),
  // Another message may have changed the answers since: what was not shown is not done.
  button('gc', (act, data) =>
    data.step === 'preview' ? grantNow(act, data) : grantStep(act, { ...data, step: 'preview' }),
  ),
];

function button(verb: string, plan: (act: Act, data: GrantData, argument?: string) => Plan): Action {
  return {
    verb,
    run: (act, [stamp, argument]) => planning(() => plan(act, grantDataAt(act, stamp), argument)),
  };
}

function typedWho(act: Act, data: GrantData, line: Parameters<WizardKind['answer']>[3]): Plan {
  obeyGranting(act);
  const pointer = linePointer(line);
  if (!pointer) throw new Refusal('nobody_found');
  const text = data.things.length === 0 ? '' : null;
  return askGrants(act, pointer, { ids: data.things, text, held: data.mode === 'take' }, (found) => {
    const [target, another] = found.members;
    if (!target) throw new Refusal('nobody_found');
    if (another) {
      return {
        screen: memberChoice(act, found, { verb: 'gw', rest: [data.stamp] }),
        wizard: storedGrant(data),
      };
    }
    const whom: GrantData = { ...data, membershipId: target.membership.id };
    const { actor, scheme } = inWorkspace(act);
    const about = { actor, scheme, target, found, now: act.now };
    if (data.things.length === 0) return choosingBots(act, whom, about, found.things);
    return choosing(act, { ...whom, step: whom.roles.length > 0 ? 'preview' : 'roles' }, about, found.things);
  });
}

/** The bots were named: the next question is read at once, because an act asks the store once. */
function typedThings(act: Act, data: GrantData, text: string): Plan {
  const { actor, scheme } = inWorkspace(act);
  const { membershipId } = data;
  if (membershipId === null) throw new Refusal('button_stale');
  return askGrants(
    act,
    { kind: 'membership', membershipId },
    { ids: data.things, text, held: false },
    (found) => {
      const [target] = found.members;
      if (!target) throw new Refusal('target_not_member');
      const chosen = found.things.filter(({ id }) => data.things.includes(id));
      const things = [...new Set([...chosen, ...thingsNamed(text, found.things, act.t)])];
      const about = { actor, scheme, target, found, now: act.now };
      const step = data.roles.length > 0 || data.mode === 'take' ? 'preview' : 'roles';
      return choosing(act, { ...data, step, things: things.map(({ id }) => id) }, about, things);
    },
  );
}

/** Roles or an end, typed where they are asked for. */
function typedRoles(act: Act, data: GrantData, text: string): Plan {
  const { scheme } = inWorkspace(act);
  const { end, rest } = takeEnd(
    text.split(/[\s,;]+/u).filter((word) => word !== ''),
    act.now,
    act.t,
  );
  const roles = rolesFrom(rest, scheme, act.t);
  if (roles === null) throw new Refusal('unknown_role');
  const all = roles.length > 0 ? roles : data.roles;
  return grantStep(act, {
    ...data,
    roles: all,
    end: end === 'kept' ? data.end : packEnd(end),
    step: all.length > 0 ? 'preview' : 'roles',
  });
}

function toggled(chosen: readonly string[], one: string): string[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}
