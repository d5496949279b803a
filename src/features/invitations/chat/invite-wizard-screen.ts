import type { CompiledScheme } from '../../../access/compile.ts';
import type { Act } from '../../../chat/act.ts';
import type { Composed, Translator } from '../../../chat/i18n.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleTitle, roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { nameOf } from '../invite.ts';
import { abilities, noteShown } from './invitation-card.ts';
import { type InviteData, termsOf } from './invite-data.ts';
import { inviteThings, type OfferedBots } from './invite-things-screen.ts';

/** The wizard's present question. `note` stands above it: what became of the last answer. */
export function inviteScreen(
  act: Act,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  assignable: readonly string[],
  offered: OfferedBots,
  note: RichText = [],
): Screen {
  const screen = {
    who: () => whoScreen(act, actor, data),
    roles: () => rolesScreen(act, scheme, data, assignable),
    things: () => inviteThings(act, scheme, data, offered),
    until: () => untilScreen(act, data),
    note: () => noteScreen(act, data),
    preview: () => previewScreen(act, actor, scheme, data),
  }[data.step]();
  return { ...screen, text: note.length === 0 ? screen.text : [...note, '\n\n', ...screen.text] };
}

/** Opens the messenger's own list of people. */
export function pickScreen(t: Translator): Screen {
  return {
    text: t.rich('invite-pick'),
    buttons: [],
    ask: { kind: 'people', label: t.text('button-invite-pick'), requestId: 1, max: 10 },
  };
}

function whoScreen(act: Act, actor: Actor, data: InviteData): Screen {
  const { t } = act;
  const inPrivate = act.update.chat.kind === 'private';
  return {
    text: t.rich(inPrivate ? 'invite-who' : 'invite-who-group', {
      workspace: actor.workspace.name,
      by: act.pointsBy,
    }),
    buttons: [
      ...(inPrivate && act.picksPeople
        ? [[act.primary(t.text('button-invite-pick'), 'ij', data.stamp)]]
        : []),
      [act.button(t.text('button-invite-link'), 'ig', data.stamp)],
      [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

function rolesScreen(
  act: Act,
  scheme: CompiledScheme,
  data: InviteData,
  assignable: readonly string[],
): Screen {
  const { t } = act;
  const many = scheme.declaration.rolesPerMember === 'many';
  const key = data.link ? 'invite-roles-link' : 'invite-roles';
  const rows: Button[][] = assignable.map((role) => {
    const title = roleTitle(t, scheme.declaration.key, role);
    const label = many ? `${data.roles.includes(role) ? '☑️' : '▫️'} ${title}` : title;
    return [act.button(label, 'iq', data.stamp, role)];
  });
  return {
    text: [
      ...t.rich(key, { names: namesOf(data, t), many: many ? 'yes' : 'no' }),
      ...recommendations(scheme, assignable, t),
    ],
    buttons: [
      ...rows,
      ...(many && data.roles.length > 0 ? [[act.primary(t.text('button-save'), 'is', data.stamp)]] : []),
      [act.button(t.text('button-back'), 'ie', data.stamp, 'who'), act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

function previewScreen(act: Act, actor: Actor, scheme: CompiledScheme, data: InviteData): Screen {
  const { t } = act;
  return {
    text: [
      ...t.rich(data.link ? 'invite-preview-link' : 'invite-preview', {
        workspace: actor.workspace.name,
        names: namesOf(data, t),
        roles: roleTitles(t, scheme.declaration.key, data.roles),
        uses: data.link?.uses ?? 1,
      }),
      '\n\n',
      ...abilities(scheme, data.roles, t),
      ...(data.things.length > 0
        ? [
            '\n\n',
            ...t.rich('invite-preview-things', {
              things: listed(
                data.things.map(({ name }) => name),
                t,
              ),
            }),
          ]
        : []),
      ...termsText(data, t),
    ],
    buttons: [
      [act.primary(t.text(data.link ? 'button-invite-create-link' : 'button-invite-send'), 'iy', data.stamp)],
      [
        act.button(t.text('button-invite-change-who'), 'ie', data.stamp, 'who'),
        act.button(t.text('button-invitation-role'), 'ie', data.stamp, 'roles'),
      ],
      [
        act.button(t.text('button-invite-until'), 'ie', data.stamp, 'until'),
        act.button(t.text('button-invite-note'), 'ie', data.stamp, 'note'),
      ],
      [act.button(t.text('button-cancel'), 'xx')],
    ],
  };
}

/** Lengths of access that are offered as buttons, in days. */
const DAYS = [1, 7, 30, 90];

function untilScreen(act: Act, data: InviteData): Screen {
  const { t } = act;
  const lengths = DAYS.map((n) => act.button(t.text('time-days', { n }), 'if', data.stamp, String(n)));
  return {
    text: t.rich('invite-until'),
    buttons: [
      lengths.slice(0, 2),
      lengths.slice(2),
      [act.button(t.text('button-invite-no-end'), 'if', data.stamp)],
      [act.button(t.text('button-back'), 'io', data.stamp)],
    ],
  };
}

function noteScreen(act: Act, data: InviteData): Screen {
  const { t } = act;
  return {
    text: t.rich('invite-note'),
    buttons: [
      ...(data.terms.note === null ? [] : [[act.button(t.text('button-invite-no-note'), 'ih', data.stamp)]]),
      [act.button(t.text('button-back'), 'io', data.stamp)],
    ],
  };
}

/** The end and the words that go along, where there are any. */
function termsText(data: InviteData, t: Translator): RichText {
  const { accessUntil, note } = termsOf(data);
  return [
    ...(accessUntil === null
      ? []
      : ['\n\n', ...t.rich('invite-preview-until', { until: t.date(accessUntil) })]),
    ...(note === null ? [] : ['\n\n', ...t.rich('invitation-card-note', { note: noteShown(note) })]),
  ];
}

/** Which role suits whom, where the scheme says so. */
function recommendations(scheme: CompiledScheme, assignable: readonly string[], t: Translator): RichText {
  const lines = (scheme.declaration.recommendations ?? []).filter(({ role }) => assignable.includes(role));
  if (lines.length === 0) return [];
  return [
    '\n\n',
    ...t.rich('invite-recommended'),
    ...lines.flatMap(({ person, role }) => [
      '\n',
      ...t.rich('invite-recommended-line', {
        person: { composed: t.text(`invite-person-${person.replaceAll('_', '-')}`) },
        role: roleTitle(t, scheme.declaration.key, role),
      }),
    ]),
  ];
}

function namesOf(data: InviteData, t: Translator): Composed {
  return listed(data.who.map(nameOf), t);
}
