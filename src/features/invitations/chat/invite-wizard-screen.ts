import type { CompiledScheme } from '../../../access/compile.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import type { Composed, Translator } from '../../../chat/i18n.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleTitle, roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { nameOf } from '../invite.ts';
import {
  changeInvite,
  chooseInviteRole,
  dropInviteNote,
  endInviteAccess,
  inviteByLink,
  pickPeople,
  previewInvite,
  saveInviteRoles,
  sendInvite,
} from './actions.ts';
import { abilities, noteShown } from './invitation-card.ts';
import { type InviteData, termsOf } from './invite-data.ts';
import { inviteResources, type OfferedBots } from './invite-resources-screen.ts';

/** The wizard's present question. `note` stands above it: what became of the last answer. */
export function inviteScreen(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  data: InviteData,
  assignable: readonly string[],
  offered: OfferedBots,
  note: RichText = [],
): Screen {
  const screen = {
    who: () => whoScreen(ctx, actor, data),
    roles: () => rolesScreen(ctx, scheme, data, assignable),
    resources: () => inviteResources(ctx, scheme, data, offered),
    until: () => untilScreen(ctx, data),
    note: () => noteScreen(ctx, data),
    preview: () => previewScreen(ctx, actor, scheme, data),
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

function whoScreen(ctx: Context, actor: Actor, data: InviteData): Screen {
  const { t } = ctx;
  const inPrivate = ctx.update.chat.kind === 'private';
  return {
    text: t.rich(inPrivate ? 'invite-who' : 'invite-who-group', {
      workspace: actor.workspace.name,
      by: ctx.pointsBy,
    }),
    buttons: [
      ...(inPrivate && ctx.picksPeople
        ? [[ctx.primary(t.text('button-invite-pick'), pickPeople, { stamp: data.stamp })]]
        : []),
      [ctx.button(t.text('button-invite-link'), inviteByLink, { stamp: data.stamp })],
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

function rolesScreen(
  ctx: Context,
  scheme: CompiledScheme,
  data: InviteData,
  assignable: readonly string[],
): Screen {
  const { t } = ctx;
  const many = scheme.declaration.rolesPerMember === 'many';
  const key = data.link ? 'invite-roles-link' : 'invite-roles';
  const rows: Button[][] = assignable.map((role) => {
    const title = roleTitle(t, scheme.declaration.key, role);
    const label = many ? `${data.roles.includes(role) ? '☑️' : '▫️'} ${title}` : title;
    return [ctx.button(label, chooseInviteRole, { stamp: data.stamp, role })];
  });
  return {
    text: [
      ...t.rich(key, { names: namesOf(data, t), many: many ? 'yes' : 'no' }),
      ...recommendations(scheme, assignable, t),
    ],
    buttons: [
      ...rows,
      ...(many && data.roles.length > 0
        ? [[ctx.primary(t.text('button-save'), saveInviteRoles, { stamp: data.stamp })]]
        : []),
      [
        ctx.button(t.text('button-back'), changeInvite, { stamp: data.stamp, what: 'who' }),
        ctx.button(t.text('button-cancel'), cancelDialogue),
      ],
    ],
  };
}

function previewScreen(ctx: Context, actor: Actor, scheme: CompiledScheme, data: InviteData): Screen {
  const { t } = ctx;
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
      ...(data.resources.length > 0
        ? [
            '\n\n',
            ...t.rich('invite-preview-resources', {
              resources: listed(
                data.resources.map(({ name }) => name),
                t,
              ),
            }),
          ]
        : []),
      ...termsText(data, t),
    ],
    buttons: [
      [
        ctx.primary(t.text(data.link ? 'button-invite-create-link' : 'button-invite-send'), sendInvite, {
          stamp: data.stamp,
        }),
      ],
      [
        ctx.button(t.text('button-invite-change-who'), changeInvite, { stamp: data.stamp, what: 'who' }),
        ctx.button(t.text('button-invitation-role'), changeInvite, { stamp: data.stamp, what: 'roles' }),
      ],
      [
        ctx.button(t.text('button-invite-until'), changeInvite, { stamp: data.stamp, what: 'until' }),
        ctx.button(t.text('button-invite-note'), changeInvite, { stamp: data.stamp, what: 'note' }),
      ],
      [ctx.button(t.text('button-cancel'), cancelDialogue)],
    ],
  };
}

/** Lengths of access that are offered as buttons, in days. */
const DAYS = [1, 7, 30, 90];

function untilScreen(ctx: Context, data: InviteData): Screen {
  const { t } = ctx;
  const lengths = DAYS.map((n) =>
    ctx.button(t.text('time-days', { n }), endInviteAccess, { stamp: data.stamp, days: n }),
  );
  return {
    text: t.rich('invite-until'),
    buttons: [
      lengths.slice(0, 2),
      lengths.slice(2),
      [ctx.button(t.text('button-invite-no-end'), endInviteAccess, { stamp: data.stamp })],
      [ctx.button(t.text('button-back'), previewInvite, { stamp: data.stamp })],
    ],
  };
}

function noteScreen(ctx: Context, data: InviteData): Screen {
  const { t } = ctx;
  return {
    text: t.rich('invite-note'),
    buttons: [
      ...(data.terms.note === null
        ? []
        : [[ctx.button(t.text('button-invite-no-note'), dropInviteNote, { stamp: data.stamp })]]),
      [ctx.button(t.text('button-back'), previewInvite, { stamp: data.stamp })],
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

/** Which role suits which person, where the scheme says so. */
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
