import { expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { commandHelpScreen, helpScreen } from '../../../../src/features/home/chat/help-screen.ts';
import { groupScreen, homeScreen, welcomeScreen } from '../../../../src/features/home/chat/home-screen.ts';
import { askName, askScheme, createdScreen } from '../../../../src/features/workspaces/chat/new-screen.ts';
import { workspaceScreen } from '../../../../src/features/workspaces/chat/workspace-screen.ts';
import { workspacesScreen } from '../../../../src/features/workspaces/chat/workspaces-screen.ts';
import { actorWith } from '../../../support/builders.ts';
import { type Example, englishTables, expectRenderedEverywhere } from '../../../support/screens.ts';

const { workspace, membership } = actorWith(['owner']);

const examples: Readonly<Record<string, Example>> = {
  homeScreen: (ctx) => homeScreen(ctx, workspace, membership),
  welcomeScreen: (ctx) => welcomeScreen(ctx, { isMember: false, invitations: [] }),
  groupScreen,
  helpScreen,
  commandHelpScreen: (ctx) => {
    const invite = ctx.commands.named('invite');
    if (invite === null) throw new Error('there is no /invite');
    return commandHelpScreen(ctx, invite);
  },
  askName,
  askScheme: (ctx) => askScheme(ctx, 'Acme'),
  createdScreen: (ctx) => createdScreen(ctx, 'Acme', presets.company),
  workspaceScreen: (ctx) => workspaceScreen(ctx, workspace, membership, 12),
  workspacesScreen: (ctx) =>
    workspacesScreen(ctx, { page: [{ workspace, membership }], hasPrevious: false, hasNext: true }),
};

test('every screen of workspaces and of the way to them renders in every language and messenger', async () => {
  expectRenderedEverywhere(examples);
  await expect(englishTables(examples)).toMatchFileSnapshot('__snapshots__/screens.txt');
});
