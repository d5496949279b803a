import type { CompiledScheme } from '../../../access/compile.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import { asks, type Outcome, type Plan } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { Thing, ThingKind } from '../../../domain/thing.ts';
import { sightOf } from '../sight.ts';
import { thingChoice } from './thing-choice.ts';
import { spoken, thingsMeant } from './thing-words.ts';

/** A thing as it is pointed at: by a button, or by name; `or` are other names that may be meant, if they are there. */
export type ThingPointer =
  | { readonly id: string }
  | { readonly name: string; readonly or?: readonly string[] };

/** Who acts, by which scheme. Throws `Refusal` without a workspace. */
export function inWorkspace(ctx: Context): { readonly actor: Actor; readonly scheme: CompiledScheme } {
  const actor = actorOf(ctx);
  return { actor, scheme: ctx.scheme(actor.workspace.scheme) };
}

/** What else is found along with a thing. */
interface Beside {
  /** A destination by id or name; its kind is `kind`. */
  readonly to?: { readonly kind: ThingKind; readonly pointer: ThingPointer };
  /** The name that something of this kind might have already. */
  readonly taken?: { readonly kind: ThingKind; readonly name: string };
  /** What is answered where the thing is not there; else it is refused. */
  readonly missing?: () => Outcome;
}

/**
 * Finds one thing that the person sees and goes on with it; several that a name fits become a choice of cards.
 * Throws `Refusal` in the decision where there is none.
 */
export function withThing(
  ctx: Context,
  kind: ThingKind,
  pointer: ThingPointer,
  beside: Beside,
  decide: (found: { readonly thing: Thing; readonly to: Thing | null; readonly taken: boolean }) => Outcome,
): Plan {
  const { actor, scheme } = inWorkspace(ctx);
  const pointers = [pointer, ...(beside.to ? [beside.to.pointer] : [])];
  const names = pointers.flatMap((one) => ('name' in one ? [one.name] : []));
  return asks(
    {
      kind: 'things.find',
      workspaceId: actor.workspace.id,
      asked: {
        kinds: [kind, ...(beside.to ? [beside.to.kind] : [])],
        ids: pointers.flatMap((one) => ('id' in one ? [one.id] : [])),
        text: names.length === 0 ? null : spoken(names.join(' ')),
        sight: sightOf(scheme, subjectOf(actor.membership, actor.person.id), ctx.now),
      },
      taken: beside.taken ?? null,
    },
    ({ things, taken }) => {
      const meant = pointedAt(pointer, kind, things);
      const [thing, another] = meant;
      if (!thing) {
        if (beside.missing) return beside.missing();
        throw missing(pointer);
      }
      if (another) return { screen: thingChoice(ctx, meant), wizard: null };
      if (!beside.to) return decide({ thing, to: null, taken });
      const [to, rival] = pointedAt(beside.to.pointer, beside.to.kind, things);
      if (!to) throw missing(beside.to.pointer);
      if (rival) throw new Refusal('thing_several', { values: { name: nameOf(beside.to.pointer) } });
      return decide({ thing, to, taken });
    },
  );
}

function pointedAt(pointer: ThingPointer, kind: ThingKind, things: readonly Thing[]): Thing[] {
  const same = things.filter((thing) => thing.kind === kind);
  if ('id' in pointer) return same.filter(({ id }) => id === pointer.id);
  const whole = [pointer.name, ...(pointer.or ?? [])]
    .map((name) => same.filter((thing) => spoken(thing.name) === spoken(name)))
    .find((found) => found.length > 0);
  return whole ?? thingsMeant(pointer.name, same);
}

/** A button of another workspace, or of a thing that is gone, leads nowhere here. */
function missing(pointer: ThingPointer): Refusal {
  return 'id' in pointer
    ? new Refusal('button_stale')
    : new Refusal('thing_not_found', { values: { name: pointer.name } });
}

function nameOf(pointer: ThingPointer): string {
  return 'name' in pointer ? pointer.name : '';
}
