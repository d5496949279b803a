import { type Act, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action, Command, CommandLine } from '../../../chat/command.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { targetOf } from '../../../domain/thing.ts';
import { memberChoice } from '../../members/chat/member-choice.ts';
import { buttonPointer, idOf, isLiving, linePointer } from '../../members/chat/members-find.ts';
import { thingsNamed } from '../../resources/chat/thing-words.ts';
import { inWorkspace } from '../../resources/chat/things-find.ts';
import { sees } from '../../resources/sight.ts';
import { newGrantData, packEnd, storedGrant } from './grant-data.ts';
import { type GrantLine, parseGrantLine } from './grant-line.ts';
import { accessList, memberGrants } from './grant-lists.ts';
import { askGrants, choosing, choosingBots, grantStep, obeyGranting } from './grant-step.ts';

/** `/grant @boris developer approver on Shop, Help [until 2026-12-31]`, and `off` to take them away. */
export const grant: Command = {
  name: 'grant',
  where: 'both',
  needs: 'member.assign',
  run: (act, line) =>
    planning(() => {
      obeyGranting(act);
      const { scheme } = inWorkspace(act);
      return granting(act, line, parseGrantLine(line, scheme, act.t, act.now));
    }),
};

function granting(act: Act, line: CommandLine, said: GrantLine): Plan {
  const pointer = linePointer({ words: said.words, replyTo: line.replyTo });
  if (said.unknown !== null) throw new Refusal('unknown_role');
  const { mode, roles, on } = said;
  const known = { mode, roles: [...roles], end: packEnd(said.end), step: 'preview' as const };
  if (pointer === null) return grantStep(act, newGrantData(act, known));
  return askGrants(act, pointer, { ids: [], text: on ?? '', held: on === null }, (found) => {
    const [target, another] = found.members;
    if (!target) throw new Refusal('nobody_found');
    const things = on === null ? [] : thingsNamed(on, found.things, act.t);
    const data = newGrantData(act, { ...known, things: things.map(({ id }) => id) });
    if (another) {
      return {
        screen: memberChoice(act, found, { verb: 'gw', rest: [data.stamp] }),
        wizard: storedGrant(data),
      };
    }
    if (!isLiving(target)) throw new Refusal('target_not_member');
    const { actor, scheme } = inWorkspace(act);
    const about = { actor, scheme, target, found, now: act.now };
    const whom = { ...data, membershipId: target.membership.id };
    if (things.length === 0) {
      return roles.length > 0 || mode === 'take'
        ? choosingBots(act, whom, about, found.things)
        : { screen: memberGrants(act, about, found.things), wizard: null };
    }
    const step = roles.length === 0 && mode === 'give' ? 'roles' : 'preview';
    return choosing(act, { ...whom, step }, about, things);
  });
}

/** Who has access to a bot or a project, and what a member has access to. */
export const grantLists: readonly Action[] = [
  access('gh', 'bot'),
  access('gj', 'project'),
  {
    verb: 'gl',
    run: (act, [membershipId]) =>
      planning(() => {
        const { actor, scheme } = inWorkspace(act);
        authorize(actor, scheme, 'member.view', act.now);
        return askGrants(act, buttonPointer(membershipId), { ids: [], text: null, held: true }, (found) => {
          const [target] = found.members;
          if (!target || !isLiving(target)) throw new Refusal('target_not_member');
          const about = { actor, scheme, target, found, now: act.now };
          return { screen: memberGrants(act, about, found.things), wizard: null };
        });
      }),
  },
  {
    verb: 'gi',
    run: (act, [membershipId]) =>
      planning(() => {
        obeyGranting(act);
        return grantStep(act, newGrantData(act, { membershipId: idOf(membershipId), step: 'things' }));
      }),
  },
  {
    verb: 'gn',
    run: (act, [thingId]) =>
      planning(() => {
        obeyGranting(act);
        return grantStep(act, newGrantData(act, { things: [idOf(thingId)] }));
      }),
  },
  {
    verb: 'gm',
    run: (act, [membershipId, thingId]) =>
      planning(() =>
        grantStep(
          act,
          newGrantData(act, {
            membershipId: idOf(membershipId),
            things: [idOf(thingId)],
            step: 'roles',
          }),
        ),
      ),
  },
];

function access(verb: string, kind: 'bot' | 'project'): Action {
  return {
    verb,
    run: (act, [id, after]) =>
      planning(() => {
        const { actor, scheme } = inWorkspace(act);
        const place = { kind, id: idOf(id) };
        return asks(
          {
            kind: 'things.access',
            workspaceId: actor.workspace.id,
            place,
            after: after ? idOf(after) : null,
          },
          (found) => {
            const { thing } = found;
            const subject = subjectOf(actor.membership, actor.person.id);
            if (!thing || !sees(scheme, subject, thing, act.now)) throw new Refusal('button_stale');
            authorize(actor, scheme, 'member.view', act.now, targetOf(thing));
            return { screen: accessList(act, actor, thing, found), wizard: null };
          },
        );
      }),
  };
}
