import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import {
  enforceRecovery,
  type FoundRecovery,
  issueRecovery,
  openRecovery,
  useRecovery,
} from '../../../../src/features/accounts/recovery.ts';
import { decisionOnRecovery } from '../../../../src/features/members/decisions.ts';
import {
  actOn,
  hoursLater,
  idOf,
  kindsOf,
  membershipOf,
  memberWith,
  NOW,
  presetNamed,
  recipientOf,
  refusalOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company } = presets;
const boris = memberWith('Boris', ['designer']);
const link = { recoveryId: idOf('recovery'), tokenHash: Buffer.alloc(32) };

describe('a recovery link', () => {
  test('is made for a member, who is told with those at the head', () => {
    const heads = [recipientOf('Vera'), boris];
    const { changes, notices, expiresAt } = issueRecovery(actOn(company, ['owner'], boris), heads, link);
    expect(kindsOf(changes)).toEqual(['guard.membership', 'recovery.issued']);
    expect(expiresAt).toEqual(hoursLater(24));
    expect(notices).toMatchObject([
      { to: { name: 'Boris' }, memberName: null },
      { to: { name: 'Vera' }, memberName: 'Boris' },
    ]);
    expect(decisionOnRecovery(actOn(company, ['owner'], boris)).allow).toBe(true);
  });

  test('is refused without the right, to oneself and upwards', () => {
    const refused = (...act: Parameters<typeof actOn>) => refusalOf(() => enforceRecovery(actOn(...act)));
    expect(refused(company, ['designer'], boris)).toBe('no_role_allows');
    expect(refused(company, ['owner'], memberWith('Anna', ['owner']))).toBe('self');
    expect(refused(company, ['administrator'], memberWith('Vera', ['owner']))).toBe('not_broader');
    expect(refused(company, ['owner'], memberWith('Boris', [], { state: 'left' }))).toBe('target_not_member');
  });
});

describe('using it', () => {
  const found: FoundRecovery = {
    id: idOf('recovery'),
    expiresAt: hoursLater(1),
    used: false,
    workspace: workspaceOf(),
    issuer: recipientOf('Anna'),
    issuerMembership: membershipOf('Anna', ['owner']),
    target: recipientOf('Boris'),
    targetMembership: membershipOf('Boris', ['designer']),
    viewerMembership: null,
  };
  const open = (patch: Partial<FoundRecovery>, by = 'Zoe') =>
    refusalOf(() => openRecovery({ ...found, ...patch }, idOf(by), presetNamed, NOW));

  test('another account takes the member’s place; both are told', () => {
    expect(openRecovery(found, idOf('Zoe'), presetNamed, NOW)).toBe(found);
    const { changes, notices } = useRecovery(found, {
      person: { id: idOf('Zoe'), name: 'Zoe', language: 'en' },
      username: null,
      account: { messenger: 'telegram', accountId: '9' },
    });
    expect(kindsOf(changes)).toEqual(['guard.membership', 'membership.recovered', 'account.activated']);
    expect(notices).toMatchObject([{ to: { name: 'Boris' } }, { to: { name: 'Anna' }, memberName: 'Boris' }]);
  });

  test('is refused once it is over, to whom it concerns, and to a member', () => {
    expect(refusalOf(() => openRecovery(null, idOf('Zoe'), presetNamed, NOW))).toBe('recovery_over');
    expect(open({ used: true })).toBe('recovery_over');
    expect(open({ expiresAt: NOW })).toBe('recovery_over');
    expect(open({ issuerMembership: membershipOf('Anna', ['designer']) })).toBe('recovery_over');
    expect(open({ issuerMembership: null })).toBe('recovery_over');
    expect(open({}, 'Anna')).toBe('recovery_own');
    expect(open({}, 'Boris')).toBe('recovery_own');
    expect(open({ viewerMembership: membershipOf('Zoe', ['designer']) })).toBe('recovery_member');
    expect(() =>
      openRecovery(
        { ...found, viewerMembership: membershipOf('Zoe', [], { state: 'left' }) },
        idOf('Zoe'),
        presetNamed,
        NOW,
      ),
    ).not.toThrow();
  });
});
