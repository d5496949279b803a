import { z } from 'zod';
import type { Context } from '../../../chat/context.ts';
import type { Wizard } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { RoleEnd } from '../../members/chat/role-end.ts';

/** Name of the wizard that gives and takes roles on bots. */
export const GRANT_WIZARD = 'grant';

const grantData = z.object({
  /** Stands on the wizard's buttons: those of an earlier wizard do not reach this one. */
  stamp: z.string(),
  /** Give on top of what is held, take away, or hold exactly these. */
  mode: z.enum(['give', 'take', 'set']),
  step: z.enum(['who', 'resources', 'roles', 'preview']),
  membershipId: z.string().nullable(),
  /** Ids of bots and projects. */
  resources: z.array(z.string()),
  /** After which bot the page shown stands. */
  after: z.string().nullable(),
  roles: z.array(z.string()),
  /** An ISO time, `never`, or null: as it is. */
  end: z.string().nullable(),
});

/** What was answered so far. */
export type GrantData = z.infer<typeof grantData>;

/** The answers stored between two messages. Throws `Refusal` where they are of another making. */
export function grantDataOf(stored: unknown): GrantData {
  const parsed = grantData.safeParse(stored);
  if (!parsed.success) throw new Refusal('button_stale');
  return parsed.data;
}

/** The wizard that a button belongs to. Throws `Refusal` when that one is over. */
export function grantDataAt(ctx: Context, stamp: string | undefined): GrantData {
  if (ctx.wizard?.name !== GRANT_WIZARD) throw new Refusal('button_stale');
  const data = grantDataOf(ctx.wizard.data);
  if (data.stamp !== stamp) throw new Refusal('button_stale');
  return data;
}

/** A wizard with nothing answered but what is known already. */
export function newGrantData(ctx: Context, known: Partial<Omit<GrantData, 'stamp'>>): GrantData {
  return {
    stamp: ctx.newId().slice(-8),
    mode: 'give',
    step: 'who',
    membershipId: null,
    resources: [],
    after: null,
    roles: [],
    end: null,
    ...known,
  };
}

/** As it is stored. */
export function storedGrant(data: GrantData): Wizard {
  return { name: GRANT_WIZARD, data };
}

/** An end as it is stored, and read again. */
export function packEnd(end: RoleEnd): string | null {
  return end === 'kept' ? null : end === 'never' ? end : end.toISOString();
}

export function unpackEnd(end: string | null): RoleEnd {
  return end === null ? 'kept' : end === 'never' ? end : new Date(end);
}
