import type { CompiledScheme } from '../../../access/compile.ts';
import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButtons } from '../../../chat/parts/buttons.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { roleMask } from '../../../chat/parts/role-mask.ts';
import { roleTitles } from '../../../chat/parts/role-titles.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import type { Actor } from '../../../domain/state.ts';
import { openMember, pickRoles } from '../../members/chat/actions.ts';
import type { InviteRow, Offering } from '../invite.ts';
import {
  askRevokingInvitation,
  chooseInvitationRoles,
  listOlderInvitations,
  makeLink,
  resendInvitation,
  setInvitationRoles,
} from './actions.ts';
import { qrButton } from './invitation-manage.ts';
import { shareButton } from './invitation-notices.ts';

type Invited = Extract<InviteRow, { kind: 'invited' }>;

/** What became of everybody in the message, and what can be done about it at once. */
export function inviteResultScreen(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  rows: readonly InviteRow[],
  { roles, resources }: Offering,
): Screen {
  const { t } = ctx;
  const [only] = rows;
  const text = rows.flatMap((row, place) => [...(place === 0 ? [] : ['\n\n']), ...rowText(ctx, actor, row)]);
  const anyInvited = rows.some(({ kind }) => kind === 'invited');
  const head = anyInvited
    ? [
        ...t.rich('invite-result', {
          workspace: actor.workspace.name,
          roles: roleTitles(t, scheme.declaration.key, roles),
        }),
        ...onResources(ctx, resources),
        '\n\n',
      ]
    : [];
  const links = rows.flatMap((row): Button[][] => {
    const button = row.kind === 'invited' && !row.reached ? linkButton(ctx, actor, row) : null;
    return button ? [[button]] : [];
  });
  return {
    text: [...head, ...text],
    buttons: [
      ...links,
      ...(rows.length === 1 && only
        ? rowButtons(ctx, scheme, only, roles)
        : [[ctx.button(t.text('button-invitations'), listOlderInvitations)]]),
    ],
  };
}

/** A row in the wizard, before anything was done: why someone cannot be invited. */
export function rowText(ctx: Context, actor: Actor, row: InviteRow): RichText {
  const { t } = ctx;
  const name = row.name;
  switch (row.kind) {
    case 'invited':
      if (row.reached) return t.rich('invite-row-sent', { name, expires: t.date(row.expiresAt) });
      return [
        ...t.rich(linkHint(ctx, row), { name, expires: t.date(row.expiresAt) }),
        ...(ctx.update.chat.kind === 'private' ? ['\n', linkRun(ctx, row)] : []),
      ];
    case 'already_invited':
      return t.rich('invite-row-already-invited', {
        name,
        roles: roleTitles(t, actor.workspace.scheme, row.roles),
        expires: t.date(row.expiresAt),
      });
    case 'several_found':
      return t.rich('invite-row-several-found', {
        name,
        by: ctx.pointsBy,
        names: listed(
          row.people.map((person) => (person.username ? `${person.name} @${person.username}` : person.name)),
          t,
        ),
      });
    case 'already_member':
    case 'self':
    case 'not_registered':
    case 'nobody_found':
      return t.rich(`invite-row-${row.kind.replaceAll('_', '-')}`, { name, by: ctx.pointsBy });
  }
}

/** A fresh link, with the means to hand it on. */
export function linkScreen(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  made: {
    readonly invitationId: string;
    readonly expiresAt: Date;
    readonly roles: readonly string[];
    readonly resources: Offering['resources'];
    readonly uses: number;
  },
): Screen {
  const { t } = ctx;
  const url = ctx.invitationLink(made.invitationId, 0);
  const inPrivate = ctx.update.chat.kind === 'private';
  return {
    text: [
      ...t.rich('invite-link', {
        workspace: actor.workspace.name,
        roles: roleTitles(t, scheme.declaration.key, made.roles),
        uses: made.uses,
        expires: t.date(made.expiresAt),
      }),
      ...onResources(ctx, made.resources),
      ...limitOf(ctx, scheme, made.roles),
      ...(inPrivate ? ['\n\n', { text: url, url }] : []),
    ],
    buttons: [
      inPrivate
        ? [shareButton(url, actor.workspace.name, t), qrButton(ctx, made.invitationId)]
        : [{ kind: 'link', label: t.text('button-invitation-open'), url }],
      manageButtons(ctx, made.invitationId, false),
    ],
  };
}

/** A person who opens a link is counted when they accept: a role for a few may be taken by then. */
function limitOf({ t }: Context, scheme: CompiledScheme, roles: readonly string[]): RichText {
  const limits = roles.flatMap((role) => scheme.roleByKey.get(role)?.maxHolders ?? []);
  return limits.length === 0 ? [] : ['\n\n', ...t.rich('invite-link-limited', { most: Math.min(...limits) })];
}

/** On which bots, where it is on some. */
function onResources({ t }: Context, resources: Offering['resources']): RichText {
  const names = resources.map(({ name }) => name);
  return names.length === 0
    ? []
    : ['\n', ...t.rich('invite-preview-resources', { resources: listed(names, t) })];
}

/** The everyday buttons of a pending invitation. */
function manageButtons(ctx: Context, invitationId: string, resend: boolean): Button[] {
  const { t } = ctx;
  return [
    ...(resend
      ? [ctx.button(t.text('button-invitation-resend'), resendInvitation, { invitation: invitationId })]
      : []),
    ctx.button(t.text('button-invitation-role'), chooseInvitationRoles, { invitation: invitationId }),
    ctx.danger(t.text('button-invitation-revoke'), askRevokingInvitation, { invitation: invitationId }),
  ];
}

function rowButtons(
  ctx: Context,
  scheme: CompiledScheme,
  row: InviteRow,
  roles: readonly string[],
): Button[][] {
  const { t } = ctx;
  if (row.kind === 'invited') return [manageButtons(ctx, row.invitationId, row.reached)];
  if (row.kind !== 'already_invited')
    return [...waysOfRow(ctx, scheme, row, roles), [ctx.button(t.text('button-home'), goHome)]];
  const other = roles.length > 0 && !roles.every((role) => row.roles.includes(role));
  return [
    ...(other
      ? [
          [
            ctx.primary(
              t.text('button-invitation-role-to', { roles: roleTitles(t, scheme.declaration.key, roles) }),
              setInvitationRoles,
              { invitation: row.invitationId, roles: roleMask(scheme, roles) },
            ),
          ],
        ]
      : []),
    manageButtons(ctx, row.invitationId, true),
  ];
}

/** The next steps for a person who was not invited. */
function waysOfRow(
  ctx: Context,
  scheme: CompiledScheme,
  row: Exclude<InviteRow, { kind: 'invited' | 'already_invited' }>,
  roles: readonly string[],
): Button[][] {
  const { t } = ctx;
  switch (row.kind) {
    case 'self':
      return [[ctx.button(t.text('button-member-card'), openMember, { member: row.membershipId })]];
    case 'already_member':
      return [
        [
          ctx.button(t.text('button-member-card'), openMember, { member: row.membershipId }),
          ...(mayUse(ctx, 'member.assign')
            ? [ctx.button(t.text('button-change-role'), pickRoles, { member: row.membershipId })]
            : []),
        ],
      ];
    case 'not_registered':
    case 'nobody_found':
    case 'several_found':
      return [
        roles.length === 0
          ? commandButtons(ctx, ['invite'])
          : [ctx.primary(t.text('button-invite-link'), makeLink, { roles: roleMask(scheme, roles) })],
        ...(row.kind === 'several_found'
          ? []
          : [
              [
                {
                  kind: 'share',
                  label: t.text('button-share-bot'),
                  url: ctx.botLink,
                  text: t.text('share-bot'),
                } as const,
              ],
            ]),
      ];
  }
}

/** Anybody in a group could take the link that a phone number or an e-mail address means. */
function isOpenLink(row: Invited): boolean {
  return row.who.kind === 'phone' || row.who.kind === 'email';
}

function linkHint(ctx: Context, row: Invited): string {
  if (ctx.update.chat.kind === 'private') return 'invite-row-link';
  return isOpenLink(row) ? 'invite-row-link-elsewhere' : 'invite-row-link-group';
}

function linkRun(ctx: Context, row: Invited) {
  const url = ctx.invitationLink(row.invitationId, 0);
  return { text: url, url };
}

function linkButton(ctx: Context, actor: Actor, row: Invited): Button | null {
  const url = ctx.invitationLink(row.invitationId, 0);
  if (ctx.update.chat.kind === 'private') {
    return {
      ...shareButton(url, actor.workspace.name, ctx.t),
      label: ctx.t.text('button-invitation-share-to', { name: row.name }),
    };
  }
  if (isOpenLink(row)) return null;
  return { kind: 'link', label: ctx.t.text('button-invitation-open-for', { name: row.name }), url };
}
