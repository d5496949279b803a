import type { CompiledScheme } from '../../../access/compile.ts';
import type { Right } from '../../../access/vocabulary.ts';
import { type Act, asks, type Outcome, type Plan } from '../../../chat/act.ts';
import type { CommandLine } from '../../../chat/command.ts';
import { typedWords } from '../../../chat/command-line.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Query } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberCard, MemberPointer } from '../queries.ts';
import { memberChoice } from './member-choice.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The UUID that a button carries. Throws `Refusal` where it carries none: the button is of an older making. */
export function idOf(argument: string | undefined): string {
  if (argument === undefined || !UUID.test(argument)) throw new Refusal('button_stale');
  return argument;
}

/** A member as a button points at them. */
export function buttonPointer(argument: string | undefined): MemberPointer {
  return { kind: 'membership', membershipId: idOf(argument) };
}

/**
 * The member a command line points at: a mention, else the words as part of a name, else the author of the
 * message replied to; null where it points at nobody. Throws `Refusal` where it points at several.
 */
export function linePointer({
  words,
  replyTo,
}: Pick<CommandLine, 'words' | 'replyTo'>): MemberPointer | null {
  const people = words.flatMap((word) => (word.kind === 'person' ? [word.who] : []));
  const name = typedWords(words).join(' ');
  const [person, another] = people;
  if (another || (person && name !== '')) throw new Refusal('bad_request');
  const who = person ?? (name === '' ? replyTo : ({ kind: 'name', name } as const));
  return who ? { kind: 'who', who } : null;
}

/** Finds the members that a pointer leads to, with what the rules about acts on them need. */
export function askMembers(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
): Query<'members.find'> {
  return {
    kind: 'members.find',
    workspaceId: actor.workspace.id,
    messenger: act.update.messenger,
    pointer,
    keystone: scheme.keystone.key,
    count: scheme.roles.filter(({ maxHolders }) => maxHolders !== null).map(({ key }) => key),
    now: act.now,
  };
}

/** Where a pointer that fits several people goes on: the verb of the buttons and what they carry beside the member. */
export interface Onward {
  readonly verb: string;
  readonly rest: readonly string[];
}

/**
 * Finds one member and goes on with them; several who fit become a question back. Throws `Refusal` in the
 * decision where there is nobody.
 */
export function withMember(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
  onward: Onward,
  decide: (about: RoleAct) => Outcome,
): Plan {
  return asks(askMembers(act, actor, scheme, pointer), (found) => {
    const [target, another] = found.members;
    if (target && another) return { screen: memberChoice(act, found, onward), wizard: null };
    return decide({ actor, scheme, target: target ?? nobody(pointer), found, now: act.now });
  });
}

/**
 * A plan that a right is needed for. Whoever lacks it is refused in the same words whomever they pointed at; only the
 * audit learns who that was.
 */
export function needing(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  right: Right,
  pointer: () => MemberPointer | null,
  make: () => Plan,
): Plan {
  try {
    authorize(actor, scheme, right, act.now);
  } catch (error) {
    const at = error instanceof Refusal ? pointer() : null;
    if (!(error instanceof Refusal) || at === null || !error.details.attempt) throw error;
    const { code, details } = error;
    const { attempt } = error.details;
    return asks(askMembers(act, actor, scheme, at), ({ members: [target, another] }) => {
      const subjectId = target && !another ? target.personId : null;
      throw new Refusal(code, { ...details, attempt: { ...attempt, subjectId } });
    });
  }
  return make();
}

/** Whether somebody still belongs to the workspace. */
export function isLiving({ membership }: MemberCard): boolean {
  return membership.state === 'active' || membership.state === 'suspended';
}

function nobody(pointer: MemberPointer): never {
  // A button of another workspace than the active one leads nowhere here.
  throw new Refusal(pointer.kind === 'membership' ? 'member_elsewhere' : 'nobody_found');
}
