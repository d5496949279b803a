import { presetKeys } from '../../../access/presets.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Context } from '../../../chat/context.ts';
import { taggedRole } from '../../../chat/parts/role-tags.ts';
import { decided, type Outcome, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { compiledContent, proposeMapping } from '../switch-scheme.ts';
import type * as actions from './actions.ts';
import { askInForce, showing } from './scheme.ts';
import { definer, newSchemeData, type SchemeAct, type SchemeTask, schemeActAt } from './scheme-data.ts';
import { previewing } from './scheme-save.ts';
import { mappingChoice, schemeChoice, schemeMapping } from './scheme-switch-screen.ts';

/** The buttons that lead to another scheme or back to a former one. */
export const schemeSwitchHandlers = {
  /** Which other scheme. */
  chooseScheme: (ctx) => decided(() => ({ screen: schemeChoice(ctx, definer(ctx).actor) })),
  /** Begins the switch to a preset; without one, back to the switch under way. */
  beginSwitch: (ctx, { preset: key }) =>
    planning(() => {
      if (key === null) {
        const about = schemeActAt(ctx);
        return decided(() => mappingShown(ctx, about));
      }
      const { actor, scheme } = definer(ctx);
      const to = presetKeys.find((preset) => preset === key);
      if (to === undefined) throw new Refusal('button_stale');
      return askInForce(ctx, null, (found) => {
        const data = newSchemeData(ctx, actor, found.version, { kind: 'preset', to, mapping: {} });
        return mappingShown(ctx, { actor, scheme, data });
      });
    }),
  /** Which role takes the place of this one. */
  chooseTarget: (ctx, { stamp, role: tag }) =>
    decided(() => {
      const about = schemeActAt(ctx, stamp);
      const after = ctx.scheme(switchIn(about).to);
      const { key } = taggedRole(about.scheme.roles, tag);
      return showing(about, (now) => mappingChoice(ctx, now, after, key));
    }),

  setTarget: (ctx, { stamp, role, target }) =>
    decided(() => {
      const about = schemeActAt(ctx, stamp);
      if (role === null || target === null) return mappingShown(ctx, about);
      const { task: switching, to } = switchIn(about);
      const { mapping } = switching;
      const { key } = taggedRole(about.scheme.roles, role);
      const into = taggedRole(ctx.scheme(to).roles, target).key;
      if (mapping[key] === into) return mappingShown(ctx, about);
      const task = { ...switching, mapping: { ...mapping, [key]: into } };
      return mappingShown(ctx, { ...about, data: { ...about.data, task, edit: about.data.edit + 1 } });
    }),
  /** Begins going back to a former version: what that would mean is shown at once where every role there is stays. */
  returnToVersion: (ctx, { version }) =>
    planning(() => {
      const { actor, scheme } = definer(ctx);
      return askInForce(ctx, version, (found) => {
        if (found.asked === null) throw new Refusal('scheme_version_not_found');
        const task = { kind: 'former', version, scheme: found.asked.scheme, mapping: {} } as const;
        const about = { actor, scheme, data: newSchemeData(ctx, actor, found.version, task) };
        const proposed = proposeMapping(scheme, compiledContent(found.asked), true);
        return scheme.roles.every(({ key }) => proposed[key] === key)
          ? previewing(ctx, about, found)
          : mappingShown(ctx, about);
      });
    }),
} satisfies Partial<Handlers<typeof actions>>;

function mappingShown(ctx: Context, about: SchemeAct): Outcome {
  const { to, task } = switchIn(about);
  const after = ctx.scheme(to);
  const whole = { ...proposeMapping(about.scheme, after, task.kind === 'former'), ...task.mapping };
  return showing(about, (now) => schemeMapping(ctx, now, after, whole));
}

/** The switch under way, and the name of the scheme that it leads to. */
function switchIn({ data: { task } }: SchemeAct): {
  task: Exclude<SchemeTask, { kind: 'draft' }>;
  to: string;
} {
  if (task.kind === 'draft') throw new Refusal('button_stale');
  return { task, to: task.kind === 'preset' ? task.to : task.scheme };
}
