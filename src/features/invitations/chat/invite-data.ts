import { z } from 'zod';
import type { Context } from '../../../chat/context.ts';
import type { Wizard } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { noTerms, type Terms } from '../terms.ts';

/** Name of the wizard that invites. */
export const INVITE_WIZARD = 'invite';

const who = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('account'),
    accountId: z.string(),
    name: z.string(),
    username: z.string().nullable(),
  }),
  z.object({ kind: z.literal('username'), username: z.string() }),
  z.object({ kind: z.literal('phone'), phone: z.string(), name: z.string().nullable() }),
  z.object({ kind: z.literal('email'), email: z.string() }),
  z.object({ kind: z.literal('name'), name: z.string() }),
]);

const inviteData = z.object({
  /** Stands on the wizard's buttons: those of an earlier wizard do not reach this one. */
  stamp: z.string(),
  step: z.enum(['who', 'roles', 'resources', 'until', 'note', 'preview']),
  who: z.array(who),
  link: z.object({ uses: z.number() }).nullable(),
  roles: z.array(z.string()),
  /** Bots and projects that the roles are offered on, and after which bot the page shown stands. */
  resources: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  after: z.string().nullable().default(null),
  /** When the access ends, ISO, and what the inviter wants to say. */
  terms: z
    .object({ until: z.iso.datetime().nullable(), note: z.string().nullable() })
    .default({ until: null, note: null }),
  /** The messenger's list of people stands under the input field and is to be taken away. */
  asked: z.boolean(),
});

/** What was answered so far. */
export type InviteData = z.infer<typeof inviteData>;

/** The answers stored between two messages. Throws `Refusal` where they are of another making. */
export function inviteDataOf(stored: unknown): InviteData {
  const parsed = inviteData.safeParse(stored);
  if (!parsed.success) throw new Refusal('button_stale');
  return parsed.data;
}

/** The wizard that a button belongs to. Throws `Refusal` when that one is over. */
export function inviteDataAt(ctx: Context, stamp: string | undefined): InviteData {
  if (ctx.wizard?.name !== INVITE_WIZARD) throw new Refusal('button_stale');
  const data = inviteDataOf(ctx.wizard.data);
  if (data.stamp !== stamp) throw new Refusal('button_stale');
  return data;
}

/** A wizard with nothing answered. */
export function newInviteData(ctx: Context): InviteData {
  return {
    stamp: ctx.newId().slice(-8),
    step: 'who',
    who: [],
    link: null,
    roles: [],
    resources: [],
    after: null,
    terms: packTerms(noTerms),
    asked: false,
  };
}

/** The terms as they are stored. */
export function packTerms({ accessUntil, note }: Terms): InviteData['terms'] {
  return { until: accessUntil?.toISOString() ?? null, note };
}

/** The terms stored. */
export function termsOf({ terms }: InviteData): Terms {
  return { accessUntil: terms.until === null ? null : new Date(terms.until), note: terms.note };
}

/** As it is stored. */
export function storedInvite(data: InviteData): Wizard {
  return { name: INVITE_WIZARD, data };
}
