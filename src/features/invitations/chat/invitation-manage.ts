import type { CompiledScheme } from '../../../access/compile.ts';
import type { Context } from '../../../chat/context.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleMask, rolesInMask } from '../../../chat/parts/role-mask.ts';
import { roleTitle, roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { type Invitation, stateAt } from '../invitation.ts';
import type { Managed } from '../queries.ts';
import {
  askRevokingInvitation,
  chooseInvitationRoles,
  listOlderInvitations,
  manageInvitation,
  resendInvitation,
  revokeInvitation,
  setInvitationRoles,
  showInvitationQr,
} from './actions.ts';
import { noteShown } from './invitation-card.ts';
import { linkOf } from './invitation-link.ts';
import { shareButton } from './invitation-notices.ts';
import { stateKey, timeLeft, usersOf } from './invitation-state.ts';
import { qrPicture } from './qr.ts';

/** What the viewer may do to an invitation besides looking at it. */
export interface Manageable {
  readonly offer: boolean;
  readonly revoke: boolean;
  /** Whether the viewer could make this very invitation: its link is worth as much as that. */
  readonly link: boolean;
}

/** An invitation, and whether a person who stands behind it may still offer what it offers. */
export type ManagedHere = Managed & { readonly isBacked: boolean };

/** An invitation as those see it who manage it, with the acts that are lawful. */
export function managedScreen(
  ctx: Context,
  managed: ManagedHere,
  may: Manageable,
  note: RichText = [],
): Screen {
  const { t, now } = ctx;
  const { invitation, workspace } = managed;
  const state = stateAt(invitation, now);
  const pending = state === 'pending';
  const users = usersOf(invitation, t);
  const link = handedOut(ctx, managed, may);
  const acts: Button[] = [
    ...(may.offer && (pending || state === 'expired')
      ? [ctx.button(t.text('button-invitation-resend'), resendInvitation, { invitation: invitation.id })]
      : []),
    ...(may.offer && (state === 'declined' || state === 'revoked')
      ? [ctx.button(t.text('button-invitation-again'), resendInvitation, { invitation: invitation.id })]
      : []),
    ...(may.offer && pending
      ? [ctx.button(t.text('button-invitation-role'), chooseInvitationRoles, { invitation: invitation.id })]
      : []),
    ...(may.revoke && pending
      ? [ctx.danger(t.text('button-invitation-revoke'), askRevokingInvitation, { invitation: invitation.id })]
      : []),
  ];
  return {
    text: [
      ...(note.length === 0 ? [] : [...note, '\n\n']),
      ...t.rich('invitation-managed', {
        name: nameOf(invitation, ctx),
        workspace: workspace.name,
        roles: roleTitles(t, workspace.scheme, invitation.roles),
        inviter: managed.inviter.name,
        mark: { composed: t.text(`invitation-mark-${stateKey(invitation, now)}`) },
        state: { composed: t.text(`invitation-state-${stateKey(invitation, now)}`) },
      }),
      ...(invitation.resources.length > 0
        ? [
            '\n',
            ...t.rich('invitation-card-resources', {
              resources: listed(
                invitation.resources.map((resource) => resource.name),
                t,
              ),
            }),
          ]
        : []),
      ...(invitation.accessUntil === null
        ? []
        : ['\n', ...t.rich('invite-preview-until', { until: t.date(invitation.accessUntil) })]),
      ...(invitation.note === null
        ? []
        : ['\n', ...t.rich('invitation-card-note', { note: noteShown(invitation.note) })]),
      ...(invitation.maxUses > 1
        ? ['\n', ...t.rich('invitation-managed-uses', { uses: invitation.uses, most: invitation.maxUses })]
        : []),
      ...(users === null ? [] : ['\n', ...users]),
      ...(pending && !managed.isBacked
        ? ['\n\n', ...t.rich('invitation-managed-unbacked', { inviter: managed.inviter.name })]
        : []),
      ...(pending
        ? [
            '\n',
            ...t.rich('invitation-managed-left', {
              left: timeLeft(invitation.expiresAt, now, t),
              expires: t.date(invitation.expiresAt),
            }),
          ]
        : []),
      ...(link === null ? [] : ['\n\n', { text: link, url: link }]),
    ],
    buttons: [
      ...(link === null ? [] : [[shareButton(link, workspace.name, t), qrButton(ctx, invitation.id)]]),
      ...(acts.length > 0 ? [acts] : []),
      [ctx.button(t.text('button-invitations'), listOlderInvitations)],
    ],
  };
}

/**
 * The link of an invitation, for who may have it. It is the invitation itself: only who may offer these roles gets
 * it. In a group anybody could take it; there it is handed out when it is made, and only as a button.
 */
export function handedOut(ctx: Context, managed: ManagedHere, may: Manageable): string | null {
  const isPending = stateAt(managed.invitation, ctx.now) === 'pending';
  const handsOut = may.link && managed.isBacked && isPending && ctx.update.chat.kind === 'private';
  return handsOut ? linkOf(managed.invitation, ctx) : null;
}

/** Shows a link as a picture. */
export function qrButton(ctx: Context, invitationId: string): Button {
  return ctx.button(ctx.t.text('button-invitation-qr'), showInvitationQr, { invitation: invitationId });
}

/** The link as a picture that a phone's camera reads, with the way back. */
export function qrScreen(ctx: Context, { invitation, workspace }: Managed, link: string): Screen {
  const { t } = ctx;
  return {
    text: t.rich('invitation-qr', {
      workspace: workspace.name,
      roles: roleTitles(t, workspace.scheme, invitation.roles),
    }),
    buttons: [[ctx.button(t.text('button-back'), manageInvitation, { invitation: invitation.id })]],
    attachments: [ctx.attach('invitation.png', 'image/png', qrPicture(link))],
  };
}

/** Chooses the roles of a pending invitation anew: by one press, or by toggles and Save. */
export function rolePickScreen(
  ctx: Context,
  scheme: CompiledScheme,
  managed: Managed,
  assignable: readonly string[],
  mask: string | null,
): Screen {
  const { t } = ctx;
  const { id, roles: offered } = managed.invitation;
  const many = scheme.declaration.rolesPerMember === 'many';
  const chosen = mask === null ? offered : rolesInMask(scheme, mask);
  const rows = assignable.map((role): Button[] => {
    const title = roleTitle(t, scheme.declaration.key, role);
    if (!many) {
      return [
        ctx.button(`${offered.includes(role) ? '✓ ' : ''}${title}`, setInvitationRoles, {
          invitation: id,
          roles: roleMask(scheme, [role]),
        }),
      ];
    }
    const held = chosen.includes(role);
    const after = held ? chosen.filter((key) => key !== role) : [...chosen, role];
    return [
      ctx.button(`${held ? '☑️' : '▫️'} ${title}`, chooseInvitationRoles, {
        invitation: id,
        roles: roleMask(scheme, after),
      }),
    ];
  });
  return {
    text: t.rich(managed.invitation.addresseeName === null ? 'invitation-roles-link' : 'invitation-roles', {
      name: nameOf(managed.invitation, ctx),
      roles: roleTitles(t, scheme.declaration.key, offered),
    }),
    buttons: [
      ...rows,
      ...(many && chosen.length > 0
        ? [
            [
              ctx.primary(t.text('button-save'), setInvitationRoles, {
                invitation: id,
                roles: roleMask(scheme, chosen),
              }),
            ],
          ]
        : []),
      [ctx.button(t.text('button-back'), manageInvitation, { invitation: id })],
    ],
  };
}

/** Asks before an invitation is taken back. */
export function revokeScreen(ctx: Context, managed: Managed): Screen {
  const { t } = ctx;
  const { id } = managed.invitation;
  return {
    text: t.rich(managed.invitation.addresseeName === null ? 'invitation-revoke-link' : 'invitation-revoke', {
      name: nameOf(managed.invitation, ctx),
      workspace: managed.workspace.name,
    }),
    buttons: [
      [ctx.danger(t.text('button-invitation-revoke-yes'), revokeInvitation, { invitation: id })],
      [ctx.button(t.text('button-invitation-revoke-no'), manageInvitation, { invitation: id })],
    ],
  };
}

function nameOf(invitation: Invitation, { t }: Context) {
  return invitation.addresseeName ?? { composed: t.text('invitation-anybody') };
}
