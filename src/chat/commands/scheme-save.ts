import { isDeepStrictEqual } from 'node:util';
import type { Found } from '../../workspace/queries.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { draftOf } from '../../workspace/roles/draft.ts';
import type { Redefined } from '../../workspace/roles/put-in-force.ts';
import { redefineScheme } from '../../workspace/roles/redefine.ts';
import { switchScheme } from '../../workspace/roles/switch-scheme.ts';
import { type Act, type Outcome, planning } from '../act.ts';
import type { Action } from '../command.ts';
import { schemePreview, schemeSaved } from '../screens/scheme-preview.ts';
import { draftIn, type SchemeAct, schemeActAt } from '../wizards/scheme-data.ts';
import { askInForce, showing } from './scheme.ts';

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
