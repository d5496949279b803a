import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton, commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
import { showInvitation } from '../../invitations/chat/actions.ts';
import { invitationCard } from '../../invitations/chat/invitation-card.ts';
import { COMMAND_GROUPS, type CommandGroup, GROUP_NAMES, HOME_COMMANDS } from '../groups.ts';
import { openGroup } from './actions.ts';

/** Home of someone who is in a workspace: who and where they are, and everything they may do. */
export function homeScreen(ctx: Context, workspace: WorkspaceState, membership: MembershipState): Screen {
  const { t } = ctx;
  const here: Context = { ...ctx, workspace, membership };
  const names = { person: ctx.person.name, workspace: workspace.name };
  const text: RichText =
    membership.state === 'suspended'
      ? t.rich('home-suspended', names)
      : t.rich('home', { ...names, roles: heldRoles(t, workspace.scheme, membership, ctx.now) });
  return { text, buttons: inPairs(homeButtons(here)) };
}

/** Home of someone without an active workspace: the invitations that wait, and how to begin. */
export function welcomeScreen(ctx: Context, found: Found<'workspaces.welcome'>): Screen {
  const { t } = ctx;
  const person = ctx.person.name;
  const [invitation, ...others] = found.invitations;
  const ways = inPairs([
    ...commandButtons(ctx, ['new', ...(found.isMember ? ['workspaces'] : []), 'language']),
    ...groupButtons(ctx, ['you']),
    ...commandButtons(ctx, ['help']),
  ]);
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

/** One group of commands: a button for each that the person may use. */
export function groupOfCommands(ctx: Context, group: CommandGroup): Screen {
  const { t } = ctx;
  return {
    text: t.rich(`home-group-${group}`),
    buttons: [
      ...inPairs(commandButtons(ctx, COMMAND_GROUPS[group])),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** All that the person may do: the commonest at once, the rest a press further. */
function homeButtons(ctx: Context): Button[] {
  return [
    ...commandButtons(ctx, HOME_COMMANDS),
    ...groupButtons(ctx, GROUP_NAMES),
    ...commandButtons(ctx, ['help']),
  ];
}

/** A button for each group that holds more than home shows by itself; a group of one command is its button. */
function groupButtons(ctx: Context, groups: readonly CommandGroup[]): Button[] {
  return groups.flatMap((group) => {
    const buttons = commandButtons(ctx, COMMAND_GROUPS[group]);
    const atHome = HOME_COMMANDS.filter((name) => isIn(group, name));
    if (buttons.length === commandButtons(ctx, atHome).length) return [];
    if (buttons.length === 1) return buttons;
    return [ctx.button(ctx.t.text(`button-group-${group}`), openGroup, { group })];
  });
}

function isIn(group: CommandGroup, name: string): boolean {
  return COMMAND_GROUPS[group].some((one) => one === name);
}
