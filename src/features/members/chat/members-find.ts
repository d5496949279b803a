import type { CompiledScheme } from '../../../access/compile.ts';
import type { Right } from '../../../access/vocabulary.ts';
import { type CommandLine, typedWords } from '../../../chat/command-line.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import type { Query } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { RoleAct } from '../change-roles.ts';
import type { MemberCard, MemberPointer } from '../queries.ts';
import { memberChoice, type Onward } from './member-choice.ts';

/** A member as a button points at them. */
export function buttonPointer(membershipId: string): MemberPointer {
  return { kind: 'membership', membershipId };
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
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
): Query<'members.find'> {
  return {
    kind: 'members.find',
    workspaceId: actor.workspace.id,
    messenger: ctx.update.messenger,
    pointer,
    ownerRole: scheme.ownerRole.key,
    count: scheme.roles.filter(({ maxHolders }) => maxHolders !== null).map(({ key }) => key),
    now: ctx.now,
  };
}

/**
 * Finds one member and goes on with them; several who fit become a question back. Throws `Refusal` in the
 * decision where there is nobody.
 */
export function withMember(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  pointer: MemberPointer,
  onward: Onward,
  decide: (about: RoleAct) => Outcome,
): Plan {
  return asks(askMembers(ctx, actor, scheme, pointer), (found) => {
    const [first, another] = found.members;
    const exact = another && exactUsername(pointer, found.members);
    if (another && !exact) return { screen: memberChoice(ctx, found, onward), wizard: null };
    const target = exact ?? first;
    return decide({ actor, scheme, target: target ?? nobody(pointer), found, now: ctx.now });
  });
}

/** The one member whose username is exactly what was typed as a name. */
function exactUsername(pointer: MemberPointer, members: readonly MemberCard[]): MemberCard | undefined {
  if (pointer.kind !== 'who' || pointer.who.kind !== 'name') return undefined;
  const typed = pointer.who.name.toLowerCase();
  return members.find(({ username }) => username?.toLowerCase() === typed);
}

/**
 * A plan that a right is needed for. A person who lacks it is refused in the same words whichever person they pointed at; only the
 * audit learns who that was.
 */
export function needing(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  right: Right,
  pointer: () => MemberPointer | null,
  make: () => Plan,
): Plan {
  try {
    authorize(actor, scheme, right, ctx.now);
  } catch (error) {
    const at = error instanceof Refusal ? pointer() : null;
    if (!(error instanceof Refusal) || at === null || !error.details.attempt) throw error;
    const { code, details } = error;
    const { attempt } = error.details;
    return asks(askMembers(ctx, actor, scheme, at), ({ members: [target, another] }) => {
      const subjectId = target && !another ? target.personId : null;
      throw new Refusal(code, { ...details, attempt: { ...attempt, subjectId } });
    });
  }
  return make();
}

/** Whether someone still belongs to the workspace. */
export function isLiving({ membership }: MemberCard): boolean {
  return membership.state === 'active' || membership.state === 'suspended';
}

function nobody(pointer: MemberPointer): never {
  // A button of another workspace than the active one leads nowhere here.
  throw new Refusal(pointer.kind === 'membership' ? 'member_elsewhere' : 'nobody_found');
}
