import { Refusal } from '../workspace/refusal.ts';
import { type Act, decided, type Plan } from './act.ts';
import type { Command, CommandLine } from './command.ts';
import type { Registry } from './registry.ts';

/** Runs a command where it belongs; elsewhere the plan refuses and says where that is. */
export function runCommand(act: Act, command: Command, line: CommandLine, registry: Registry): Plan {
  const place = act.update.chat.kind;
  if (command.where !== 'both' && command.where !== place) {
    return decided(() => {
      throw new Refusal(command.where === 'private' ? 'private_only' : 'group_only');
    });
  }
  return command.run(act, line, registry);
}
