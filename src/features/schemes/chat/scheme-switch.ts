import { presetKeys } from '../../../access/presets.ts';
import { type Act, decided, type Outcome, planning } from '../../../chat/act.ts';
import type { Action } from '../../../chat/command.ts';
import { taggedRole } from '../../../chat/parts/role-tags.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { compiledContent, proposeMapping } from '../switch-scheme.ts';
import { askInForce, showing } from './scheme.ts';
import { definer, newSchemeData, type SchemeAct, type SchemeTask, schemeActAt } from './scheme-data.ts';
import { previewing } from './scheme-save.ts';
import { mappingChoice, schemeChoice, schemeMapping } from './scheme-switch-screen.ts';

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
      const after = act.scheme(switchIn(about).to);
      const { key } = taggedRole(about.scheme.roles, tag);
      return showing(about, (now) => mappingChoice(act, now, after, key));
    }),
};

const setTarget: Action = {
  verb: 'sf',
  run: (act, [stamp = '', tag, target]) =>
    decided(() => {
      const about = schemeActAt(act, stamp);
      if (target === undefined) return mappingShown(act, about);
      const { task: switching, to } = switchIn(about);
      const { mapping } = switching;
      const { key } = taggedRole(about.scheme.roles, tag);
      const into = taggedRole(act.scheme(to).roles, target).key;
      if (mapping[key] === into) return mappingShown(act, about);
      const task = { ...switching, mapping: { ...mapping, [key]: into } };
      return mappingShown(act, { ...about, data: { ...about.data, task, edit: about.data.edit + 1 } });
    }),
};

/** Begins going back to a former version: what that would mean is shown at once where every role there is stays. */
const goBack: Action = {
  verb: 'so',
  run: (act, [text = '']) =>
    planning(() => {
      const { actor, scheme } = definer(act);
      const version = Number.parseInt(text, 10);
      return askInForce(act, version, (found) => {
        if (found.asked === null) throw new Refusal('scheme_version_not_found');
        const task = { kind: 'former', version, scheme: found.asked.scheme, mapping: {} } as const;
        const about = { actor, scheme, data: newSchemeData(act, actor, found.version, task) };
        const proposed = proposeMapping(scheme, compiledContent(found.asked));
        return scheme.roles.every(({ key }) => proposed[key] === key)
          ? previewing(act, about, found)
          : mappingShown(act, about);
      });
    }),
};

/** The buttons that lead to another scheme or back to a former one. */
export const switchButtons: readonly Action[] = [chooseScheme, beginSwitch, chooseTarget, setTarget, goBack];

function mappingShown(act: Act, about: SchemeAct): Outcome {
  const { to, task } = switchIn(about);
  const after = act.scheme(to);
  const whole = { ...proposeMapping(about.scheme, after), ...task.mapping };
  return showing(about, (now) => schemeMapping(act, now, after, whole));
}

/** The switch under way, and the name of the scheme that it leads to. */
function switchIn({ data: { task } }: SchemeAct): {
  task: Exclude<SchemeTask, { kind: 'draft' }>;
  to: string;
} {
  if (task.kind === 'draft') throw new Refusal('button_stale');
  return { task, to: task.kind === 'preset' ? task.to : task.scheme };
}
