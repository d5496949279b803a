import type { Context } from '../../../chat/context.ts';
import { commandButton, commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
import { showInvitation } from '../../invitations/chat/actions.ts';
import { invitationCard } from '../../invitations/chat/invitation-card.ts';

/** Commands that home offers inside a workspace, in the order of the buttons. */
const INSIDE = [
  'members',
  'invite',
  'invites',
  'bots',
  'workspace',
  'roles',
  'audit',
  'workspaces',
  'language',
  'help',
];

/** Home of someone who is in a workspace: who and where they are, and everything they may do. */
export function homeScreen(ctx: Context, workspace: WorkspaceState, membership: MembershipState): Screen {
  const { t } = ctx;
  const here: Context = { ...ctx, workspace, membership };
  const names = { person: ctx.person.name, workspace: workspace.name };
  const text: RichText =
    membership.state === 'suspended'
      ? t.rich('home-suspended', names)
      : t.rich('home', { ...names, roles: heldRoles(t, workspace.scheme, membership, ctx.now) });
  return { text, buttons: inPairs(commandButtons(here, INSIDE)) };
}

/** Home of someone without an active workspace: the invitations that wait, and how to begin. */
export function welcomeScreen(ctx: Context, found: Found<'workspaces.welcome'>): Screen {
  const { t } = ctx;
  const person = ctx.person.name;
  const [invitation, ...others] = found.invitations;
  const ways = inPairs(
    commandButtons(ctx, ['new', ...(found.isMember ? ['workspaces'] : []), 'language', 'help']),
  );
  if (!invitation) {
    return { text: t.rich(found.isMember ? 'home-choose' : 'home-newcomer', { person }), buttons: ways };
  }
  if (others.length === 0) {
    const card = invitationCard(invitation, t, ctx.button);
    return {
      text: [...t.rich('home-invited', { person, count: 1 }), '\n\n', ...card.text],
      buttons: [...card.buttons, ...ways],
    };
  }
  const lines = found.invitations.flatMap(
    ({ workspace, actorName }): RichText => [
      '\n',
      ...t.rich('home-invitation', { workspace: workspace.name, actor: actorName }),
    ],
  );
  const cards = found.invitations.map(({ invitationId, workspace }) =>
    ctx.button(t.text('button-open-invitation', { workspace: workspace.name }), showInvitation, {
      invitation: invitationId,
    }),
  );
  return {
    text: [...t.rich('home-invited', { person, count: found.invitations.length }), '\n', ...lines],
    buttons: [...cards.map((card) => [card]), ...ways],
  };
}

/** Home in a group: the workspace it is bound to, or how to bind one. */
export function groupScreen(ctx: Context): Screen {
  const { t, group } = ctx;
  if (group?.workspaceId) return { text: t.rich('home-group-stranger'), buttons: [] };
  const bind = ctx.commands.named('bind');
  return { text: t.rich('home-group-unbound'), buttons: bind ? [[commandButton(ctx, bind.name)]] : [] };
}
