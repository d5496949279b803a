import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { approvingRoles, hasApprover } from '../../../../src/domain/scheme-roles.ts';
import {
  approvalStateAt,
  decideApproval,
  expireApproval,
} from '../../../../src/features/publishing/decide-approval.ts';
import { enforcePublishing, publishBot } from '../../../../src/features/publishing/publish.ts';
import type { FoundApproval } from '../../../../src/features/resources/queries.ts';
import {
  actorWith,
  grantOn,
  hoursLater,
  idOf,
  kindsOf,
  memberWith,
  NOW,
  recipientOf,
  refusalOf,
  resourceOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company, bot_access } = presets;
const bot = resourceOf('bot', 'Helper');
const tools = { now: NOW, approvalId: idOf('approval') };
const nobody = { candidates: [], pending: [] };
const developer = actorWith([], { grants: [grantOn(bot, 'developer')] });
const approver = memberWith('Vera', [], { grants: [grantOn(bot, 'developer'), grantOn(bot, 'approver')] });

test('a scheme has an approver where some role approves bots and does not change them', () => {
  expect(hasApprover(bot_access)).toBe(true);
  expect(hasApprover(company)).toBe(false);
  expect(approvingRoles(bot_access)).toEqual(['super_admin', 'approver']);
});

describe('publishing', () => {
  test('happens at once where nobody approves apart, for those who may', () => {
    const { result, changes } = publishBot(actorWith(['owner']), company, bot, nobody, tools);
    expect(result).toEqual({ kind: 'published', version: 4 });
    expect(kindsOf(changes)).toEqual(['guard.membership', 'bot.published']);
    const designer = actorWith(['designer']);
    expect(refusalOf(() => publishBot(designer, company, bot, nobody, tools))).toBe('no_role_allows');
    expect(refusalOf(() => enforcePublishing(designer, company, bot, NOW))).toBe('no_role_allows');
  });

  test('asks those who approve, the actor not among them', () => {
    const candidates = [approver, memberWith('Boris', [])];
    const { result, changes, notices } = publishBot(
      developer,
      bot_access,
      bot,
      { ...nobody, candidates },
      tools,
    );
    expect(result).toMatchObject({ kind: 'asked', approvers: [{ name: 'Vera' }], mayApprove: false });
    expect(kindsOf(changes)).toEqual(['guard.membership', 'approval.requested']);
    expect(notices).toMatchObject([{ kind: 'approval.card', to: { name: 'Vera' } }]);
  });

  test('is refused while a question waits, and where nobody could answer; one that is over makes room', () => {
    const ask = (
      pending: readonly { id: string; botId: string; expiresAt: Date }[],
      candidates = [approver],
    ) => publishBot(developer, bot_access, bot, { candidates, pending }, tools);
    const waiting = { id: idOf('old'), botId: bot.id, expiresAt: hoursLater(1) };
    expect(refusalOf(() => ask([waiting]))).toBe('approval_pending');
    expect(kindsOf(ask([{ ...waiting, expiresAt: NOW }]).changes)).toContain('approval.expired');
    expect(refusalOf(() => ask([], []))).toBe('nobody_approves');
  });
});

describe('an answer', () => {
  const question: FoundApproval = {
    id: idOf('approval'),
    version: 4,
    state: 'pending',
    expiresAt: hoursLater(1),
    bot,
    workspace: workspaceOf(),
    requester: recipientOf('Boris'),
    requesterIsMember: true,
    decidedBy: null,
  };
  const vera = actorWith(['super_admin'], { name: 'Vera' });
  const decide = (patch: Partial<FoundApproval>, approve = true, actor = vera) =>
    decideApproval(actor, bot_access, { ...question, ...patch }, approve, NOW);

  test('yes publishes and no does not; who asked is told, unless they answered or are gone', () => {
    const yes = decide({});
    expect(kindsOf(yes.changes)).toEqual(['guard.membership', 'approval.approved', 'bot.published']);
    expect(yes.notices).toMatchObject([{ kind: 'approval.approved', to: { name: 'Boris' } }]);
    expect(kindsOf(decide({}, false).changes)).toEqual(['guard.membership', 'approval.refused']);
    expect(decide({ requesterIsMember: false }).notices).toEqual([]);
    expect(decide({ requester: recipientOf('Vera') }).notices).toEqual([]);
  });

  test('is refused without the right, once it is over, and for a version that is not the newest', () => {
    expect(refusalOf(() => decide({}, true, developer))).toBe('no_role_allows');
    expect(refusalOf(() => decide({ state: 'refused' }))).toBe('approval_over');
    expect(refusalOf(() => decide({ expiresAt: NOW }))).toBe('approval_over');
    expect(refusalOf(() => decide({ version: 3 }))).toBe('approval_over');
    expect(kindsOf(decide({ version: 3 }, false).changes)).toContain('approval.refused');
  });

  test('that nobody gave in time is over', () => {
    expect(approvalStateAt(question, hoursLater(1))).toBe('expired');
    expect(approvalStateAt(question, NOW)).toBe('pending');
    expect(expireApproval(question).notices).toMatchObject([{ kind: 'approval.expired' }]);
    expect(expireApproval({ ...question, requesterIsMember: false }).notices).toEqual([]);
  });
});
