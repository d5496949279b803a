import { cancelDialogue, runNamed } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command, WizardKind } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { decided, type Outcome } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type * as actions from './actions.ts';
import { setTimeZone } from './actions.ts';

/** The ones most of our people live in; for others a city is typed. */
const OFFERED: readonly string[] = [
  'Europe/Kyiv',
  'Europe/Warsaw',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Almaty',
  'America/New_York',
];
/** Today's names of zones that Node lists by former ones only (ICU keeps the first name a zone had); it takes both. */
const RENAMED: readonly string[] = ['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Asia/Ho_Chi_Minh'];
/** Every zone that this Node knows, as IANA calls them or did. */
const ZONES: readonly string[] = [
  ...new Set(['UTC', ...OFFERED, ...RENAMED, ...Intl.supportedValuesOf('timeZone')]),
];
/** Cities that fit what was typed, at most. */
const MAX_SHOWN = 8;

/** `/timezone Kyiv`: in which zone dates are shown. */
export const timezoneCommand: Command = {
  name: 'timezone',
  where: 'private',
  needs: null,
  run: (ctx, line) => decided(() => (line.text === '' ? ask(ctx, OFFERED) : choose(ctx, line.text))),
};

/** The choice of a time zone, by buttons. */
export const timezoneHandlers = {
  /** One zone of the choice. */
  setTimeZone: (ctx, { zone }) =>
    decided(() => {
      const known = ZONES.find((one) => one === zone);
      if (known === undefined) throw new Refusal('button_stale');
      return set(ctx, known);
    }),
} satisfies Partial<Handlers<typeof actions>>;

export const timezoneWizard: WizardKind = {
  name: 'timezone',
  answer: (ctx, _data, answer) =>
    decided(() => (answer.kind === 'message' ? choose(ctx, answer.text) : ask(ctx, OFFERED))),
};

function choose(ctx: Context, typed: string): Outcome {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_').slice(0, 40);
  const city = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1);
  const exact = ZONES.find((zone) => [zone, city(zone)].some((name) => name.toLowerCase() === wanted));
  if (exact !== undefined) return set(ctx, exact);
  const fitting = ZONES.filter((zone) => wanted.length > 1 && zone.toLowerCase().includes(wanted));
  if (fitting.length === 0) throw new Refusal('time_zone');
  return ask(ctx, fitting.slice(0, MAX_SHOWN));
}

function set(ctx: Context, timeZone: string): Outcome {
  return {
    changes: [{ kind: 'person.zone', personId: ctx.person.id, timeZone }],
    screen: {
      text: ctx.t.rich('timezone-done', { zone: { composed: timeZone } }),
      buttons: [[ctx.button(ctx.t.text('button-profile'), runNamed, { command: 'me' })]],
    },
    wizard: null,
  };
}

function ask(ctx: Context, zones: readonly string[]): Outcome {
  return {
    screen: {
      text: ctx.t.rich('timezone-ask'),
      buttons: [
        ...zones.map((zone) => [ctx.button(zone, setTimeZone, { zone })]),
        [ctx.button(ctx.t.text('button-cancel'), cancelDialogue)],
      ],
    },
    wizard: { name: 'timezone', data: {} },
  };
}
