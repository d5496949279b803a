import type { CompiledScheme } from '../../access/compile.ts';
import { mayPlaceIn } from '../../access/governance/placing.ts';
import type { Target } from '../../access/subject.ts';
import type { Right } from '../../access/vocabulary.ts';
import { authorize, can } from '../../domain/authorize.ts';
import type { Change } from '../../domain/changes.ts';
import { guardActor } from '../../domain/guards.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Resource, targetOf } from '../../domain/resource.ts';
import type { Actor } from '../../domain/state.ts';
import { subjectOf } from '../../domain/subject.ts';
import { insideOf } from './create.ts';

/** Passes where the actor may take the resource out of where it stands. Throws `Refusal`. */
export function enforceMoving(actor: Actor, scheme: CompiledScheme, resource: Resource, now: Date): void {
  if (resource.kind === 'project') throw new Refusal('bad_request');
  for (const { right, at } of neededToTake(scheme, resource)) authorize(actor, scheme, right, now, at);
}

/** Whether the actor may take the resource out of where it stands. */
export function mayMove(actor: Actor, scheme: CompiledScheme, resource: Resource, now: Date): boolean {
  return (
    resource.kind !== 'project' &&
    neededToTake(scheme, resource).every(({ right, at }) => can(actor, scheme, right, now, at))
  );
}

/**
 * Moves a bot to another project (null: out of any), or a channel to another bot. A person who holds a role on a
 * project holds it on each bot in it: where the scheme has such roles, moving a bot is giving access, and needs
 * the right to, and to have oneself what these roles give, for good, where the bot is and where it goes. Throws `Refusal`: the rule that denies it, `move_gives`,
 * `nothing_changed`, `bad_request`.
 */
export function moveResource(
  actor: Actor,
  scheme: CompiledScheme,
  resource: Resource,
  to: Resource | null,
  now: Date,
): readonly Change[] {
  enforceMoving(actor, scheme, resource, now);
  const isBot = resource.kind === 'bot';
  if (isBot ? to !== null && to.kind !== 'project' : to?.kind !== 'bot') throw new Refusal('bad_request');
  if (isBot) for (const { right, at } of neededIn(scheme, to)) authorize(actor, scheme, right, now, at);
  else authorize(actor, scheme, 'channel.create', now, insideOf(to));
  if (isBot && to !== null) {
    // Roles held on the project reach the bot for good, so rights that end at either place do not allow it.
    enforcePlacing(actor, scheme, to, now);
    enforcePlacing(actor, scheme, resource, now);
  }
  const from = isBot ? resource.project : resource.bot;
  if ((from?.id ?? null) === (to?.id ?? null)) throw new Refusal('nothing_changed');
  return [
    guardActor(actor, false),
    {
      kind: isBot ? 'bot.moved' : 'channel.moved',
      id: resource.id,
      workspaceId: actor.workspace.id,
      name: resource.name,
      from,
      to: to && { id: to.id, name: to.name },
    },
  ];
}

interface Needed {
  readonly right: Right;
  readonly at: Target;
}

function neededToTake(scheme: CompiledScheme, resource: Resource): Needed[] {
  return [
    { right: `${resource.kind}.update`, at: targetOf(resource) },
    ...(resource.kind === 'bot' ? neededIn(scheme, resource.project) : []),
  ];
}

/** What it takes to change which bots stand in a project, or in none. */
function neededIn(scheme: CompiledScheme, project: { readonly id: string } | null): Needed[] {
  const at = { path: project === null ? [] : [{ kind: 'project', id: project.id } as const] };
  const gives = scheme.roles.some(({ reach }) => reach !== 'workspace');
  return [{ right: 'project.update', at }, ...(gives ? [{ right: 'member.assign', at } as const] : [])];
}

function enforcePlacing(actor: Actor, scheme: CompiledScheme, place: Resource, now: Date): void {
  const subject = subjectOf(actor.membership, actor.person.id);
  const decision = mayPlaceIn(scheme, { actor: subject, at: targetOf(place), now });
  if (decision.allow) return;
  throw new Refusal('move_gives', {
    ...(decision.about === null ? {} : { about: decision.about }),
    roles: decision.roles,
    attempt: { workspaceId: actor.workspace.id, action: 'member.assign', subjectId: null },
  });
}
