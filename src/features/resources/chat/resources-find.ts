import type { CompiledScheme } from '../../../access/compile.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Resource, ResourceKind } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { visibilityOf } from '../visibility.ts';
import { resourceChoice } from './resource-choice.ts';
import { resourcesMeant, spoken } from './resource-words.ts';

/** A resource as it is pointed at: by a button, or by name; `or` are other names that may be meant, if they are there. */
export type ResourcePointer =
  | { readonly id: string }
  | { readonly name: string; readonly or?: readonly string[] };

/** Who acts, by which scheme. Throws `Refusal` without a workspace. */
export function inWorkspace(ctx: Context): { readonly actor: Actor; readonly scheme: CompiledScheme } {
  const actor = actorOf(ctx);
  return { actor, scheme: ctx.scheme(actor.workspace.scheme) };
}

/** What else is found along with a resource. */
interface Beside {
  /** A destination by id or name; its kind is `kind`. */
  readonly to?: { readonly kind: ResourceKind; readonly pointer: ResourcePointer };
  /** The name that something of this kind might have already. */
  readonly taken?: { readonly kind: ResourceKind; readonly name: string };
  /** What is answered where the resource is not there; else it is refused. */
  readonly missing?: () => Outcome;
}

/**
 * Finds one resource that the person sees and goes on with it; several that a name fits become a choice of cards.
 * Throws `Refusal` in the decision where there is none.
 */
export function withResource(
  ctx: Context,
  kind: ResourceKind,
  pointer: ResourcePointer,
  beside: Beside,
  decide: (found: {
    readonly resource: Resource;
    readonly to: Resource | null;
    readonly taken: boolean;
  }) => Outcome,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const pointers = [pointer, ...(beside.to ? [beside.to.pointer] : [])];
  const names = pointers.flatMap((one) => ('name' in one ? [one.name] : []));
  return asks(
    {
      kind: 'resources.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: [kind, ...(beside.to ? [beside.to.kind] : [])],
        ids: pointers.flatMap((one) => ('id' in one ? [one.id] : [])),
        text: names.length === 0 ? null : spoken(names.join(' ')),
        visibility: visibilityOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      taken: beside.taken ?? null,
    },
    ({ resources, taken }) => {
      const meant = pointedAt(pointer, kind, resources);
      const [resource, another] = meant;
      if (!resource) {
        if (beside.missing) return beside.missing();
        throw missing(pointer);
      }
      if (another) return { screen: resourceChoice(ctx, meant), wizard: null };
      if (!beside.to) return decide({ resource, to: null, taken });
      const [to, rival] = pointedAt(beside.to.pointer, beside.to.kind, resources);
      if (!to) throw missing(beside.to.pointer);
      if (rival) throw new Refusal('resource_several', { values: { name: nameOf(beside.to.pointer) } });
      return decide({ resource, to, taken });
    },
  );
}

function pointedAt(pointer: ResourcePointer, kind: ResourceKind, resources: readonly Resource[]): Resource[] {
  const same = resources.filter((resource) => resource.kind === kind);
  if ('id' in pointer) return same.filter(({ id }) => id === pointer.id);
  const whole = [pointer.name, ...(pointer.or ?? [])]
    .map((name) => same.filter((resource) => spoken(resource.name) === spoken(name)))
    .find((found) => found.length > 0);
  return whole ?? resourcesMeant(pointer.name, same);
}

/** A button of another workspace, or of a resource that is gone, leads nowhere here. */
function missing(pointer: ResourcePointer): Refusal {
  return 'id' in pointer
    ? new Refusal('button_stale')
    : new Refusal('resource_not_found', { values: { name: pointer.name } });
}

function nameOf(pointer: ResourcePointer): string {
  return 'name' in pointer ? pointer.name : '';
}
