import { Refusal } from '../workspace/refusal.ts';
import { type Act, decided, type Outcome, type Plan } from './act.ts';
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
  return afresh(act, command.run(act, line, registry));
}

/** A new beginning: it ends the wizard in the middle, unless it begins one itself or is refused. */
export function afresh(act: Act, plan: Plan): Plan {
  if (!act.wizard) return plan;
  const ended = (outcome: Outcome): Outcome => ({ wizard: null, ...outcome });
  switch (plan.kind) {
    case 'decided':
      return { ...plan, outcome: () => ended(plan.outcome()) };
    case 'asks':
      return { ...plan, decide: (found: never) => ended(plan.decide(found)) };
    case 'draws':
      return { ...plan, decide: (pictures: readonly Uint8Array[]) => ended(plan.decide(pictures)) };
  }
}
