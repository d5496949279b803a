import { Refusal } from '../domain/refusal.ts';
import { type Act, decided, type Outcome, type Plan } from './act.ts';
import type { Command, CommandLine } from './command.ts';
import type { Registry } from './registry.ts';
import type { Screen } from './reply.ts';

/** Runs a command where it belongs; elsewhere the plan refuses and says where that is. */
export function runCommand(act: Act, command: Command, line: CommandLine, registry: Registry): Plan {
  const place = act.update.chat.kind;
  if (command.where !== 'both' && command.where !== place) {
    return decided(() => {
      throw new Refusal(command.where === 'private' ? 'private_only' : 'group_only');
    });
  }
  const plan = command.run(act, line, registry);
  return command.keepsDialogue ? plan : afresh(act, plan);
}

/**
 * A new beginning: it ends the wizard in the middle, unless it begins one itself or is refused. Whoever was in the
 * middle of another dialogue is told that it is over.
 */
export function afresh(act: Act, plan: Plan): Plan {
  const { wizard } = act;
  if (!wizard) return plan;
  const ended = (outcome: Outcome): Outcome => {
    const after = { wizard: null, ...outcome };
    return after.wizard?.name === wizard.name || !after.screen
      ? after
      : { ...after, screen: putAside(act, after.screen) };
  };
  switch (plan.kind) {
    case 'decided':
      return { ...plan, outcome: () => ended(plan.outcome()) };
    case 'asks':
      return { ...plan, decide: (found: never) => ended(plan.decide(found)) };
    case 'draws':
      return { ...plan, decide: (pictures: readonly Uint8Array[]) => ended(plan.decide(pictures)) };
  }
}

function putAside(act: Act, screen: Screen): Screen {
  return { ...screen, text: [...act.t.rich('dialogue-aside'), '\n\n', ...screen.text] };
}
