import type { Act } from '../../../chat/act.ts';
import { commandButton, commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-titles.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import type { Found } from '../../../domain/queries.ts';
import type { MembershipState, WorkspaceState } from '../../../domain/state.ts';
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

/** Home of somebody who is in a workspace: who and where they are, and everything they may do. */
export function homeScreen(
  act: Act,
  registry: Registry,
  workspace: WorkspaceState,
  membership: MembershipState,
): Screen {
  const { t } = act;
  const here: Act = { ...act, workspace, membership };
  const names = { person: act.person.name, workspace: workspace.name };
  const text: RichText =
    membership.state === 'suspended'
      ? t.rich('home-suspended', names)
      : t.rich('home', { ...names, roles: heldRoles(t, workspace.scheme, membership, act.now) });
  return { text, buttons: inPairs(commandButtons(here, registry, INSIDE)) };
}

/** Home of somebody without an active workspace: the invitations that wait, and how to begin. */
export function welcomeScreen(act: Act, registry: Registry, found: Found<'workspaces.welcome'>): Screen {
  const { t } = act;
  const person = act.person.name;
  const [invitation, ...others] = found.invitations;
  const ways = inPairs(
    commandButtons(act, registry, ['new', ...(found.isMember ? ['workspaces'] : []), 'language', 'help']),
  );
  if (!invitation) {
    return { text: t.rich(found.isMember ? 'home-choose' : 'home-newcomer', { person }), buttons: ways };
  }
  if (others.length === 0) {
    const card = invitationCard(invitation, t, act.button);
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
    act.button(t.text('button-open-invitation', { workspace: workspace.name }), 'ib', invitationId),
  );
  return {
    text: [...t.rich('home-invited', { person, count: found.invitations.length }), '\n', ...lines],
    buttons: [...cards.map((card) => [card]), ...ways],
  };
}

/** Home in a group: the workspace it is bound to, or how to bind one. */
export function groupScreen(act: Act, registry: Registry): Screen {
  const { t, group } = act;
  if (group?.workspaceId) return { text: t.rich('home-group-stranger'), buttons: [] };
  const bind = registry.command('bind');
  return { text: t.rich('home-group-unbound'), buttons: bind ? [[commandButton(act, bind.name)]] : [] };
}
