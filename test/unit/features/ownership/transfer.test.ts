import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { decisionOnTransfer } from '../../../../src/features/members/decisions.ts';
import type { FoundTransfer, TransferSide } from '../../../../src/features/members/queries.ts';
import { acceptTransfer } from '../../../../src/features/ownership/accept-transfer.ts';
import {
  cancelTransfer,
  declineTransfer,
  enforceOpen,
  expireTransfer,
} from '../../../../src/features/ownership/close-transfer.ts';
import {
  enforceTransfer,
  offerTransfer,
  openOffer,
} from '../../../../src/features/ownership/offer-transfer.ts';
import {
  actOn,
  hoursLater,
  idOf,
  kindsOf,
  membershipOf,
  memberWith,
  NOW,
  recipientOf,
  refusalOf,
  workspaceOf,
} from '../../../support/builders.ts';

const { company, platform } = presets;
const boris = memberWith('Boris', ['administrator']);
const pending = {
  id: idOf('transfer'),
  fromId: idOf('Anna'),
  toId: idOf('Vera'),
  toName: 'Vera',
  expiresAt: hoursLater(1),
};
const overdue = { ...pending, expiresAt: hoursLater(-1) };

describe('offering ownership', () => {
  test('the owner offers it, and an offer whose time is over makes room', () => {
    const offered = offerTransfer(actOn(company, ['owner'], boris), idOf('transfer'));
    expect(kindsOf(offered.changes)).toEqual(['guard.membership', 'transfer.offered']);
    expect(offered.notices).toMatchObject([{ kind: 'transfer.offered', to: { name: 'Boris' } }]);
    expect(offered.expiresAt).toEqual(hoursLater(24));
    const again = offerTransfer(
      actOn(company, ['owner'], boris, { found: { transfer: overdue } }),
      idOf('t'),
    );
    expect(kindsOf(again.changes)).toContain('transfer.expired');
    expect(openOffer(overdue, NOW)).toBeNull();
    expect(openOffer(pending, NOW)).toBe(pending);
  });

  test('it is refused without the right, in a scheme without an owner, and to whom it cannot go', () => {
    const offer = (...act: Parameters<typeof actOn>) => refusalOf(() => enforceTransfer(actOn(...act)));
    expect(offer(company, ['administrator'], boris)).toBe('no_role_allows');
    expect(offer(platform, ['admin'], boris)).toBe('no_transfer');
    expect(offer(company, ['owner'], memberWith('Anna', ['owner']))).toBe('self');
    expect(offer(company, ['owner'], memberWith('Boris', [], { state: 'left' }))).toBe('target_not_member');
    expect(offer(company, ['owner'], memberWith('Boris', ['designer'], { state: 'suspended' }))).toBe(
      'target_suspended',
    );
    expect(offer(company, ['owner'], boris, { found: { transfer: pending } })).toBe('transfer_pending');
    expect(offer(company, ['owner'], { ...boris, address: null })).toBe('transfer_unreachable');
    expect(decisionOnTransfer(actOn(company, ['owner'], boris)).allow).toBe(true);
  });
});

function side(name: string, role: string, patch: Partial<TransferSide> = {}): TransferSide {
  return { ...recipientOf(name), membership: membershipOf(name, [role]), ...patch };
}

function transfer(patch: Partial<FoundTransfer> = {}): FoundTransfer {
  return {
    id: idOf('transfer'),
    state: 'pending',
    expiresAt: hoursLater(1),
    workspace: workspaceOf(),
    from: side('Anna', 'owner'),
    to: side('Boris', 'designer'),
    ...patch,
  };
}

describe('answering the offer', () => {
  const accept = (found: FoundTransfer, name = 'Boris') => acceptTransfer(found, idOf(name), company, NOW);

  test('the new owner takes over, and the former one keeps the next role', () => {
    const { kept, changes, notices } = accept(transfer());
    expect(kept).toBe('administrator');
    expect(kindsOf(changes)).toEqual(['guard.governance', 'transfer.accepted']);
    expect(changes[1]).toMatchObject({ role: 'owner', to: { remove: ['designer'] } });
    expect(notices).toMatchObject([{ to: { name: 'Anna' }, actorName: 'Boris' }]);
  });

  test('nobody else accepts it, and nobody once it is over or what it stood on is gone', () => {
    expect(refusalOf(() => accept(transfer(), 'Vera'))).toBe('button_not_yours');
    expect(refusalOf(() => accept(transfer({ state: 'cancelled' })))).toBe('transfer_over');
    expect(refusalOf(() => accept(transfer({ expiresAt: NOW })))).toBe('transfer_over');
    expect(refusalOf(() => accept(transfer({ from: side('Anna', 'designer') })))).toBe('transfer_over');
    expect(refusalOf(() => accept(transfer({ to: side('Boris', 'designer', { membership: null }) })))).toBe(
      'transfer_over',
    );
  });

  test('who was offered it declines, who offered it cancels, and time ends it', () => {
    const declined = declineTransfer(transfer(), idOf('Boris'), NOW);
    expect(kindsOf(declined.changes)).toEqual(['transfer.declined']);
    expect(declined.notices).toMatchObject([{ to: { name: 'Anna' } }]);
    const cancelled = cancelTransfer(transfer(), idOf('Anna'), NOW);
    expect(cancelled.notices).toMatchObject([{ kind: 'transfer.cancelled', to: { name: 'Boris' } }]);
    expect(kindsOf(expireTransfer(transfer()).changes)).toEqual(['transfer.expired']);
    expect(refusalOf(() => declineTransfer(transfer(), idOf('Anna'), NOW))).toBe('button_not_yours');
    expect(refusalOf(() => cancelTransfer(transfer(), idOf('Boris'), NOW))).toBe('button_not_yours');
    expect(refusalOf(() => enforceOpen(transfer({ state: 'declined' }), NOW))).toBe('transfer_over');
  });
});
