import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { rolesAndGrants } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { grantableRoles } from '../../../domain/scheme-roles.ts';
import { askRecovery } from '../../accounts/chat/actions.ts';
import { listMemberGrants } from '../../grants/chat/actions.ts';
import { askTransfer } from '../../ownership/chat/actions.ts';
import { decisionOnRoles, type RoleAct } from '../change-roles.ts';
import { decisionOnOwnLeaving, decisionOnRecovery, decisionOnTransfer } from '../decisions.ts';
import { decisionOnRemoval } from '../remove.ts';
import { askRemoval, explainLock, listMembers, nextMembers, pickRoles, startLeaving } from './actions.ts';
import { MESSENGER_NAMES } from './member-list.ts';

/**
 * A member's card. What the actor may do is a button; what they may not, a locked one that tells why. `back` is
 * the search, or the membership after which the page stands that the card was opened from.
 */
export function memberCard(ctx: Context, about: RoleAct, back: string | null): Screen {
  const { t } = ctx;
  const { target } = about;
  const id = target.membership.id;
  const own = target.personId === ctx.person.id;
  return {
    text: cardText(ctx, about),
    buttons: [
      [
        lockable(
          ctx,
          id,
          'button-change-role',
          { lawful: decisionOnRoles(about).allow, lock: 'r' },
          (label) => ctx.button(label, pickRoles, { member: id }),
        ),
        own
          ? lockable(
              ctx,
              id,
              'button-leave',
              { lawful: decisionOnOwnLeaving(about).allow, lock: 'l' },
              (label) => ctx.button(label, startLeaving),
            )
          : lockable(
              ctx,
              id,
              'button-remove',
              { lawful: decisionOnRemoval(about).allow, lock: 'x' },
              (label) => ctx.button(label, askRemoval, { member: id }),
            ),
      ],
      ...(own
        ? []
        : [
            [
              lockable(
                ctx,
                id,
                'button-recover',
                { lawful: decisionOnRecovery(about).allow, lock: 'u' },
                (label) => ctx.button(label, askRecovery, { member: id }),
              ),
            ],
          ]),
      ...(grantableRoles(about.scheme).length > 0
        ? [[ctx.button(t.text('button-member-grants'), listMemberGrants, { member: id })]]
        : []),
      ...(decisionOnTransfer(about).allow
        ? [[ctx.button(t.text('button-transfer'), askTransfer, { member: id })]]
        : []),
      [backButton(ctx, back), ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

function cardText(ctx: Context, { actor, target }: RoleAct): RichText {
  const { t } = ctx;
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
          granted: membership.grants.map(({ role, resource: { kind }, until }) => ({
            role,
            kind,
            until,
            count: 1,
          })),
        },
        ctx.now,
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
  ctx: Context,
  id: string,
  label: string,
  { lawful, lock }: { readonly lawful: boolean; readonly lock: 'r' | 'u' | 'x' | 'l' },
  open: (label: string) => Button,
): Button {
  const text = ctx.t.text(label);
  return lawful
    ? open(text)
    : ctx.button(ctx.t.text('button-locked', { label: { composed: text } }), explainLock, {
        member: id,
        lock,
      });
}

function backButton(ctx: Context, back: string | null): Button {
  const label = ctx.t.text('button-back-to-members');
  if (back === null) return ctx.button(label, listMembers);
  const isEdge = /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(back);
  return isEdge
    ? ctx.button(label, nextMembers, { edge: back })
    : ctx.button(label, listMembers, { search: back });
}
