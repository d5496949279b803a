import { type Act, asks, decided, type Plan } from '../../../chat/act.ts';
import type { Action, Command, CommandLine } from '../../../chat/command.ts';
import type { Registry } from '../../../chat/registry.ts';
import { afresh, runCommand } from '../../../chat/run-command.ts';
import { groupScreen, homeScreen, welcomeScreen } from './home-screen.ts';

/** Shows home. In a group nobody's own invitations and workspaces are shown. */
export function home(act: Act, registry: Registry): Plan {
  const { workspace, membership, update, person } = act;
  if (workspace && membership)
    return decided(() => ({ screen: homeScreen(act, registry, workspace, membership) }));
  if (update.chat.kind === 'group') return decided(() => ({ screen: groupScreen(act, registry) }));
  return asks(
    {
      kind: 'workspaces.welcome',
      personId: person.id,
      messenger: update.messenger,
      accountId: update.sender.accountId,
      username: update.sender.username,
      now: act.now,
    },
    (found) => ({ screen: welcomeScreen(act, registry, found) }),
  );
}

/** `/menu`: home. */
export const menuCommand: Command = {
  name: 'menu',
  where: 'both',
  needs: null,
  run: (act, _line, registry) => home(act, registry),
};

/** The button that leads home, out of whatever was being asked: the next words are commands again. */
export const homeAction: Action = {
  verb: 'hm',
  run: (act, _args, registry) => afresh(act, home(act, registry)),
};

const EMPTY_LINE: CommandLine = { text: '', words: [], replyTo: null };

/** A button that runs the command it names, as if the bare name had been written. */
export const commandAction: Action = {
  verb: 'hc',
  run(act, [name = ''], registry) {
    const command = registry.command(name);
    return command ? runCommand(act, command, EMPTY_LINE, registry) : home(act, registry);
  },
};
