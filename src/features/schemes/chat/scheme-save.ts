import { isDeepStrictEqual } from 'node:util';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { type Outcome, planning } from '../../../chat/plan.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { draftOf } from '../draft.ts';
import type { Redefined } from '../put-in-force.ts';
import { redefineScheme } from '../redefine.ts';
import { switchScheme } from '../switch-scheme.ts';
import type * as actions from './actions.ts';
import { askInForce, showing } from './scheme.ts';
import { draftIn, type SchemeAct, schemeActAt } from './scheme-data.ts';
import { schemePreview, schemeSaved } from './scheme-preview.ts';

type InForce = Found<'scheme.in_force'>;

/** The buttons that save. */
export const schemeSaveHandlers = {
  /** What would change, and for which people. */
  previewScheme: (ctx, { stamp }) =>
    planning(() => {
      const about = schemeActAt(ctx, stamp);
      return askInForce(ctx, formerIn(about), (found) => previewing(ctx, about, found));
    }),
  /** Puts it in force. Only what was shown is saved: after another edit the preview comes again first. */
  saveScheme: (ctx, { stamp, edit }) =>
    planning(() => {
      const about = schemeActAt(ctx, stamp);
      return askInForce(ctx, formerIn(about), (found) => {
        if (edit !== about.data.edit) return previewing(ctx, about, found);
        const { changes, after } = redefined(ctx, about, found);
        return { changes, screen: schemeSaved(ctx, found.version + 1, after), wizard: null };
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

/** The preview of what the wizard is about. */
export function previewing(ctx: Context, about: SchemeAct, found: InForce): Outcome {
  const change = redefined(ctx, about, found);
  return showing(about, (now) => schemePreview(ctx, now, change));
}

function redefined(ctx: Context, about: SchemeAct, found: InForce): Redefined {
  const { actor, scheme, data } = about;
  const { task, from } = data;
  if (found.version !== from) throw new Refusal('changed_meanwhile');
  switch (task.kind) {
    case 'draft': {
      const draft = draftIn(data);
      if (isDeepStrictEqual(draft, draftOf(scheme))) throw new Refusal('nothing_changed');
      return redefineScheme(actor, scheme, { draft, from }, found, ctx.now);
    }
    case 'preset':
      return switchScheme(actor, scheme, { to: task.to, mapping: task.mapping }, found, ctx.now);
    case 'former':
      return switchScheme(actor, scheme, { to: 'former', mapping: task.mapping }, found, ctx.now);
  }
}

function formerIn({ data }: SchemeAct): number | null {
  return data.task.kind === 'former' ? data.task.version : null;
}
