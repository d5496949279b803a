import type { Act } from '../../../chat/act.ts';
import { rolesAndGrants } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { rulingOnRecovery } from '../../accounts/recovery.ts';
import { grantableRoles } from '../../grants/change-grants.ts';
import { rulingOnTransfer } from '../../ownership/offer-transfer.ts';
import { type RoleAct, rulingOnRoles } from '../change-roles.ts';
import { rulingOnRemoval } from '../remove.ts';
import { MESSENGER_NAMES } from './member-list.ts';

/**
 * A member's card. What the actor may do is a button; what they may not, a locked one that tells why. `back` is
 * the search, or the membership after which the page stands that the card was opened from.
 */
export function memberCard(act: Act, about: RoleAct, back: string | null): Screen {
  const { t } = act;
  const { target } = about;
  const id = target.membership.id;
  const own = target.personId === act.person.id;
  return {
    text: cardText(act, about),
    buttons: [
      [
        lockable(act, 'button-change-role', rulingOnRoles(about).allow, ['mr', id], ['mq', id, 'r']),
        own
          ? act.button(t.text('button-leave'), 'me')
          : lockable(act, 'button-remove', rulingOnRemoval(about).allow, ['mx', id], ['mq', id, 'x']),
      ],
      ...(own
        ? []
        : [[lockable(act, 'button-recover', rulingOnRecovery(about).allow, ['ur', id], ['mq', id, 'u'])]]),
      ...(grantableRoles(about.scheme).length > 0
        ? [[act.button(t.text('button-member-grants'), 'gl', id)]]
        : []),
      ...(rulingOnTransfer(about).allow ? [[act.button(t.text('button-transfer'), 'tp', id)]] : []),
      [backButton(act, back), act.button(t.text('button-home'), 'hm')],
    ],
  };
}

function cardText(act: Act, { actor, target }: RoleAct): RichText {
  const { t } = act;
  const { membership, username } = target;
  const lines: RichText[] = [
    username === null
      ? t.rich('member-card-name', { name: target.name })
      : t.rich('member-card-name-username', { name: target.name, username }),
    ...(membership.state === 'suspended' ? [t.rich('member-suspended')] : []),
    t.rich('member-card-roles', {
      roles: rolesAndGrants(
        t,
        actor.workspace.scheme,
        {
          roles: membership.roles,
          granted: membership.grants.map(({ role, thing: { kind }, until }) => ({
            role,
            kind,
            until,
            count: 1,
          })),
        },
        act.now,
      ),
    }),
    target.invitedBy === null
      ? t.rich('member-card-joined', { date: target.joinedAt })
      : t.rich('member-card-invited', { date: target.joinedAt, inviter: target.invitedBy }),
    ...(target.lastActiveAt ? [t.rich('member-card-active', { at: t.date(target.lastActiveAt) })] : []),
    ...(target.messengers.length > 0
      ? [
          t.rich('member-card-messengers', {
            messengers: { composed: target.messengers.map((name) => MESSENGER_NAMES[name]).join(', ') },
          }),
        ]
      : []),
  ];
  return lines.flatMap((line, place) => (place === 0 ? line : ['\n', ...line]));
}

function lockable(
  act: Act,
  label: string,
  lawful: boolean,
  [verb, ...args]: readonly [string, ...string[]],
  [lockedVerb, ...lockedArgs]: readonly [string, ...string[]],
): Button {
  const text = act.t.text(label);
  return lawful
    ? act.button(text, verb, ...args)
    : act.button(act.t.text('button-locked', { label: { composed: text } }), lockedVerb, ...lockedArgs);
}

function backButton(act: Act, back: string | null): Button {
  const label = act.t.text('button-back-to-members');
  if (back === null) return act.button(label, 'ml');
  const isEdge = /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(back);
  return isEdge ? act.button(label, 'mn', back) : act.button(label, 'ml', back);
}
