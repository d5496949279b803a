import { type Act, actorOf, asks, type Plan, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { askMembers, buttonPointer, idOf, isLiving, withMember } from '../../members/chat/members-find.ts';
import { issueRecovery, obeyRecovery, openRecovery as opened, useRecovery } from '../recovery.ts';
import { recoveredScreen, recoveryLink, recoveryOffer, recoveryQuestion } from './recovery-screen.ts';

/** "Recover the account" on a member's card: asks. */
export const askRecovery: Action = {
  verb: 'ur',
  run: (act, [membershipId]) =>
    planning(() => {
      const { actor, scheme } = requirePrivate(act);
      return withMember(
        act,
        actor,
        scheme,
        buttonPointer(membershipId),
        { verb: 'ur', rest: [] },
        (about) => {
          if (!isLiving(about.target)) throw new Refusal('target_not_member');
          obeyRecovery(about);
          return { screen: recoveryQuestion(act, about) };
        },
      );
    }),
};

/** The yes: the link, shown once. */
export const makeRecovery: Action = {
  verb: 'um',
  run: (act, [membershipId]) =>
    planning(() => {
      const { actor, scheme } = requirePrivate(act);
      const { kind: _, ...wanted } = askMembers(act, actor, scheme, buttonPointer(membershipId));
      return asks({ kind: 'recovery.target', ...wanted, actorId: actor.person.id }, ({ found, heads }) => {
        const [target] = found.members;
        if (!target) throw new Refusal('button_stale');
        if (!isLiving(target)) throw new Refusal('target_not_member');
        const recoveryId = act.newId();
        const tokenHash = act.recovery.tokenHash(recoveryId);
        const about = { actor, scheme, target, found, now: act.now };
        const { expiresAt, changes, notices } = issueRecovery(about, heads, { recoveryId, tokenHash });
        return { changes, notices, screen: recoveryLink(act, target.name, recoveryId, expiresAt) };
      });
    }),
};

/** The bot was opened by a recovery link: says whose place it gives, and asks. */
export function openRecovery(act: Act, token: string): Plan {
  return planning(() => {
    if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
    const by = { tokenHash: act.hashToken(token) };
    return asks({ kind: 'recovery.find', by, personId: act.person.id }, (found) => ({
      screen: recoveryOffer(act, opened(found, act.person.id, act.scheme, act.now)),
    }));
  });
}

/** "Yes, that is me". */
export const takeRecovery: Action = {
  verb: 'ut',
  run: (act, [id]) =>
    planning(() => {
      if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
      return asks({ kind: 'recovery.find', by: { id: idOf(id) }, personId: act.person.id }, (found) => {
        const recovery = opened(found, act.person.id, act.scheme, act.now);
        const { messenger, sender } = act.update;
        const { changes, notices } = useRecovery(recovery, {
          person: act.person,
          username: sender.username,
          account: { messenger, accountId: sender.accountId },
        });
        return { changes, notices, screen: recoveredScreen(act, recovery) };
      });
    }),
};

/** A link that gives somebody's place is no reading for a group. */
function requirePrivate(act: Act) {
  if (act.update.chat.kind !== 'private') throw new Refusal('private_only');
  const actor = actorOf(act);
  return { actor, scheme: act.scheme(actor.workspace.scheme) };
}
