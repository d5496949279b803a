import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { changeRoles } from '../../../../src/features/members/change-roles.ts';
import { memberCard } from '../../../../src/features/members/chat/member-card.ts';
import {
  leavingNeedsHeir,
  leavingQuestion,
  workspaceLeft,
} from '../../../../src/features/members/chat/member-leaving.ts';
import { memberList } from '../../../../src/features/members/chat/member-list.ts';
import { memberQuestion, nobodyElse } from '../../../../src/features/members/chat/member-question.ts';
import { memberGone, removalQuestion } from '../../../../src/features/members/chat/member-removal.ts';
import {
  roleDifference,
  rolesChanged,
  rolesNow,
} from '../../../../src/features/members/chat/role-difference.ts';
import { rolePicker } from '../../../../src/features/members/chat/role-picker.ts';
import type { ListedMember, MemberPage } from '../../../../src/features/members/queries.ts';
import { actOn, actorWith, forGood, hoursLater, idOf, memberWith } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const boris = memberWith('Boris', ['designer']);
const act = actOn(presets.company, ['owner'], boris);
const wish = { roles: ['manager'], end: hoursLater(24) };
const { change } = changeRoles(act, wish);

function listed(name: string, role: string): ListedMember {
  return {
    membershipId: idOf(name),
    name,
    username: null,
    messenger: 'vk',
    state: 'active',
    roles: forGood(role),
    granted: [],
  };
}

const page: MemberPage = {
  members: [listed('Boris', 'designer'), listed('Vera <b>', 'manager')],
  after: null,
  hasNext: true,
  total: 12,
};

const examples: Readonly<Record<string, Example>> = {
  memberCard: (ctx) => memberCard(ctx, act, null),
  memberList: (ctx) => memberList(ctx, actorWith(['owner']), page, null),
  leavingQuestion: (ctx) => leavingQuestion(ctx, actorWith(['designer'])),
  leavingNeedsHeir: (ctx) => leavingNeedsHeir(ctx, actorWith(['owner']), true),
  workspaceLeft: (ctx) => workspaceLeft(ctx, 'Acme'),
  memberQuestion: (ctx) => memberQuestion(ctx, { purpose: 'remove', wish: null }, page),
  nobodyElse,
  removalQuestion: (ctx) => removalQuestion(ctx, act),
  memberGone: (ctx) => memberGone(ctx, boris, 'member-removed'),
  rolePicker: (ctx) => rolePicker(ctx, act, { roles: ['designer'], end: 'kept' }),
  roleDifference: (ctx) => roleDifference(ctx, act, wish, change),
  rolesChanged: (ctx) => rolesChanged(ctx, act, change),
  rolesNow: (ctx) => rolesNow(ctx, act),
};

test('every screen of members renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
