import { type Act, decided, type Outcome } from '../../../chat/act.ts';
import type { Action, Command, WizardKind } from '../../../chat/command.ts';
import { Refusal } from '../../../domain/refusal.ts';

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
const MOST_SHOWN = 8;

/** `/timezone Kyiv`: in which zone dates are shown. */
export const timezoneCommand: Command = {
  name: 'timezone',
  where: 'private',
  needs: null,
  run: (act, line) => decided(() => (line.text === '' ? ask(act, OFFERED) : choose(act, line.text))),
};

/** One zone of the choice. */
export const zoneAction: Action = {
  verb: 'uz',
  run: (act, [zone = '']) =>
    decided(() => {
      const known = ZONES.find((one) => one === zone);
      if (known === undefined) throw new Refusal('button_stale');
      return set(act, known);
    }),
};

export const timezoneWizard: WizardKind = {
  name: 'timezone',
  answer: (act, _data, answer) =>
    decided(() => (answer.kind === 'message' ? choose(act, answer.text) : ask(act, OFFERED))),
};

function choose(act: Act, typed: string): Outcome {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_').slice(0, 40);
  const city = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1);
  const exact = ZONES.find((zone) => [zone, city(zone)].some((name) => name.toLowerCase() === wanted));
  if (exact !== undefined) return set(act, exact);
  const fitting = ZONES.filter((zone) => wanted.length > 1 && zone.toLowerCase().includes(wanted));
  if (fitting.length === 0) throw new Refusal('time_zone');
  return ask(act, fitting.slice(0, MOST_SHOWN));
}

function set(act: Act, timeZone: string): Outcome {
  return {
    changes: [{ kind: 'person.zone', personId: act.person.id, timeZone }],
    screen: {
      text: act.t.rich('timezone-done', { zone: { composed: timeZone } }),
      buttons: [[act.button(act.t.text('button-profile'), 'hc', 'me')]],
    },
    wizard: null,
  };
}

function ask(act: Act, zones: readonly string[]): Outcome {
  return {
    screen: {
      text: act.t.rich('timezone-ask'),
      buttons: [
        ...zones.map((zone) => [act.button(zone, 'uz', zone)]),
        [act.button(act.t.text('button-cancel'), 'xx')],
      ],
    },
    wizard: { name: 'timezone', data: {} },
  };
}
