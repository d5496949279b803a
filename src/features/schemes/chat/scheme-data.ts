import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CompiledScheme } from '../../../access/compile.ts';
import { presetKeys } from '../../../access/presets.ts';
import { actorOf, type Context } from '../../../chat/context.ts';
import type { Wizard } from '../../../chat/plan.ts';
import { authorize } from '../../../domain/authorize.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/state.ts';
import type { SchemeDraft } from '../draft.ts';
import { parseDraft } from '../file/parse.ts';

/** Name of the wizard that changes a workspace's scheme. */
export const SCHEME_WIZARD = 'scheme';

const mapping = z.record(z.string(), z.string());

const schemeData = z.object({
  /** Stands on the wizard's buttons: those of an earlier wizard do not reach this one. */
  stamp: z.string(),
  workspaceId: z.string(),
  /** The scheme and the version in force when the wizard began. */
  scheme: z.string(),
  from: z.int(),
  /** Counts the changes made so far: what is saved is what was shown. */
  edit: z.int(),
  task: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('draft'), declaration: z.unknown(), moves: mapping }),
    z.object({ kind: z.literal('preset'), to: z.enum(presetKeys), mapping }),
    z.object({ kind: z.literal('former'), version: z.int(), scheme: z.string(), mapping }),
  ]),
  /** What the next message is taken for. */
  asking: z.object({ what: z.enum(['rename', 'copy']), role: z.string() }).nullable(),
});

/** A change of the scheme in the making. */
export type SchemeData = z.infer<typeof schemeData>;
export type SchemeTask = SchemeData['task'];

/** A person who changes the scheme, and what they are in the middle of. */
export interface SchemeAct {
  readonly actor: Actor;
  /** The scheme in force, compiled. */
  readonly scheme: CompiledScheme;
  readonly data: SchemeData;
}

/** Who may define roles, by which scheme. Throws `Refusal`. */
export function definer(ctx: Context): Pick<SchemeAct, 'actor' | 'scheme'> {
  const actor = actorOf(ctx);
  const scheme = ctx.scheme(actor.workspace.scheme);
  authorize(actor, scheme, 'role.define', ctx.now);
  return { actor, scheme };
}

/**
 * The wizard that a button belongs to, or that a message answers (no stamp). Throws `Refusal` where that one is
 * over, or where the scheme has changed since it began.
 */
export function schemeActAt(ctx: Context, stamp?: string): SchemeAct {
  const { actor, scheme } = definer(ctx);
  const parsed = schemeData.safeParse(ctx.wizard?.name === SCHEME_WIZARD ? ctx.wizard.data : null);
  if (!parsed.success || (stamp !== undefined && parsed.data.stamp !== stamp))
    throw new Refusal('button_stale');
  const { data } = parsed;
  if (data.workspaceId !== actor.workspace.id) throw new Refusal('button_stale');
  if (data.scheme !== actor.workspace.scheme) throw new Refusal('changed_meanwhile');
  return { actor, scheme, data };
}

/** A wizard at its beginning. */
export function newSchemeData(ctx: Context, actor: Actor, from: number, task: SchemeTask): SchemeData {
  const { id: workspaceId, scheme } = actor.workspace;
  return { stamp: ctx.newId().slice(-8), workspaceId, scheme, from, edit: 0, task, asking: null };
}

/** As it is stored. */
export function storedScheme(data: SchemeData): Wizard {
  return { name: SCHEME_WIZARD, data };
}

/** The draft that the wizard is about. Throws `Refusal` where it is about something else. */
export function draftIn({ task }: SchemeData): SchemeDraft {
  const declaration = task.kind === 'draft' ? parseDraft(task.declaration) : null;
  if (task.kind !== 'draft' || declaration === null) throw new Refusal('button_stale');
  return { declaration, moves: task.moves };
}

/** The wizard with another draft in it; the same where nothing is different. */
export function withDraft(data: SchemeData, draft: SchemeDraft): SchemeData {
  const task: SchemeTask = { kind: 'draft', ...draft };
  if (isDeepStrictEqual(task, data.task)) return { ...data, asking: null };
  return { ...data, task, edit: data.edit + 1, asking: null };
}
