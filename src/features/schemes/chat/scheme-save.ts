import { isDeepStrictEqual } from 'node:util';
import { type Act, type Outcome, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import type { Found } from '../../../domain/queries.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { draftOf } from '../draft.ts';
import type { Redefined } from '../put-in-force.ts';
import { redefineScheme } from '../redefine.ts';
import { switchScheme } from '../switch-scheme.ts';
import { askInForce, showing } from './scheme.ts';
import { draftIn, type SchemeAct, schemeActAt } from './scheme-data.ts';
import { schemePreview, schemeSaved } from './scheme-preview.ts';

type InForce = Found<'scheme.in_force'>;

/** What would change, for whom. */
const preview: Action = {
  verb: 'sp',
  run: (act, [stamp = '']) =>
    planning(() => {
      const about = schemeActAt(act, stamp);
      return askInForce(act, formerIn(about), (found) => previewing(act, about, found));
    }),
};

/** Puts it in force. Only what was shown is saved: after another edit the preview comes again first. */
const save: Action = {
  verb: 'sz',
  run: (act, [stamp = '', edit]) =>
    planning(() => {
      const about = schemeActAt(act, stamp);
      return askInForce(act, formerIn(about), (found) => {
        if (edit !== String(about.data.edit)) return previewing(act, about, found);
        const { changes, after } = redefined(act, about, found);
        return { changes, screen: schemeSaved(act, found.version + 1, after), wizard: null };
      });
    }),
};

/** The buttons that save. */
export const saveButtons: readonly Action[] = [preview, save];

/** The preview of what the wizard is about. */
export function previewing(act: Act, about: SchemeAct, found: InForce): Outcome {
  const change = redefined(act, about, found);
  return showing(about, (now) => schemePreview(act, now, change));
}

function redefined(act: Act, about: SchemeAct, found: InForce): Redefined {
  const { actor, scheme, data } = about;
  const { task, from } = data;
  if (found.version !== from) throw new Refusal('changed_meanwhile');
  switch (task.kind) {
    case 'draft': {
      const draft = draftIn(data);
      if (isDeepStrictEqual(draft, draftOf(scheme))) throw new Refusal('nothing_changed');
      return redefineScheme(actor, scheme, { draft, from }, found, act.now);
    }
    case 'preset':
      return switchScheme(actor, scheme, { to: task.to, mapping: task.mapping }, found, act.now);
    case 'former':
      return switchScheme(actor, scheme, { to: 'former', mapping: task.mapping }, found, act.now);
  }
}

function formerIn({ data }: SchemeAct): number | null {
  return data.task.kind === 'former' ? data.task.version : null;
}
