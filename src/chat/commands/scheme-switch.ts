import { type PresetKey, presetKeys } from '../../access/presets.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { proposeMapping } from '../../workspace/roles/switch-scheme.ts';
import { type Act, decided, type Outcome, planning } from '../act.ts';
import type { Action } from '../command.ts';
import { taggedRole } from '../role-tags.ts';
import { mappingChoice, schemeChoice, schemeMapping } from '../screens/scheme-switch.ts';
import { definer, newSchemeData, type SchemeAct, schemeActAt } from '../wizards/scheme-data.ts';
import { askInForce, showing } from './scheme.ts';
import { previewing } from './scheme-save.ts';

/** Which other scheme. */
const chooseScheme: Action = {
  verb: 'sj',
  run: (act) => decided(() => ({ screen: schemeChoice(act, definer(act).actor) })),
};

/** Begins the switch to a preset; without one, back to the switch under way. */
const beginSwitch: Action = {
  verb: 'si',
  run: (act, [key]) =>
    planning(() => {
      if (key === undefined) {
        const about = schemeActAt(act);
        return decided(() => mappingShown(act, about));
      }
      const { actor, scheme } = definer(act);
      const to = presetKeys.find((preset) => preset === key);
      if (to === undefined) throw new Refusal('button_stale');
      return askInForce(act, null, (found) => {
        const data = newSchemeData(act, actor, found.version, { kind: 'preset', to, mapping: {} });
        return mappingShown(act, { actor, scheme, data });
      });
    }),
};

/** Which role takes the place of this one. */
const chooseTarget: Action = {
  verb: 'sb',
  run: (act, [stamp = '', tag]) =>
    decided(() => {
      const about = schemeActAt(act, stamp);
      const { to } = switchIn(about);
      const { key } = taggedRole(about.scheme.roles, tag);
      return showing(about, (now) => mappingChoice(act, now, act.scheme(to), key));
    }),
};

const setTarget: Action = {
  verb: 'sf',
  run: (act, [stamp = '', tag, target]) =>
    decided(() => {
      const about = schemeActAt(act, stamp);
      if (target === undefined) return mappingShown(act, about);
      const { to, mapping } = switchIn(about);
      const { key } = taggedRole(about.scheme.roles, tag);
      const into = taggedRole(act.scheme(to).roles, target).key;
      if (mapping[key] === into) return mappingShown(act, about);
      const task = { kind: 'preset', to, mapping: { ...mapping, [key]: into } } as const;
      return mappingShown(act, { ...about, data: { ...about.data, task, edit: about.data.edit + 1 } });
    }),
};

/** Begins going back to a former version: what that would mean is shown at once. */
const goBack: Action = {
  verb: 'so',
  run: (act, [text = '']) =>
    planning(() => {
      const { actor, scheme } = definer(act);
      const version = Number.parseInt(text, 10);
      return askInForce(act, version, (found) => {
        const data = newSchemeData(act, actor, found.version, { kind: 'former', version });
        return previewing(act, { actor, scheme, data }, found);
      });
    }),
};

/** The buttons that lead to another scheme or back to a former one. */
export const switchButtons: readonly Action[] = [chooseScheme, beginSwitch, chooseTarget, setTarget, goBack];

function mappingShown(act: Act, about: SchemeAct): Outcome {
  const { to, mapping } = switchIn(about);
  const after = act.scheme(to);
  const whole = { ...proposeMapping(about.scheme, after), ...mapping };
  return showing(about, (now) => schemeMapping(act, now, after, whole));
}

function switchIn({ data }: SchemeAct): { to: PresetKey; mapping: Readonly<Record<string, string>> } {
  if (data.task.kind !== 'preset') throw new Refusal('button_stale');
  return data.task;
}
