import type { Right } from '../../../access/vocabulary.ts';
import type { Act } from '../../../chat/act.ts';
import { inPairs } from '../../../chat/parts/buttons.ts';
import { heldRoles } from '../../../chat/parts/role-text.ts';
import type { Button, RichText, Screen } from '../../../chat/reply.ts';
import { can } from '../../../domain/authorize.ts';
import type { Actor } from '../../../domain/state.ts';
import { type Thing, targetOf } from '../../../domain/thing.ts';
import { grantableRoles } from '../../grants/change-grants.ts';
import { MESSENGER_NAMES } from '../../members/chat/member-list.ts';
import { publishButton } from '../../publishing/chat/publishing.ts';
import { hasApprover } from '../../publishing/publish.ts';
import { heldAt } from '../held-at.ts';
import { mayMove } from '../move.ts';
import { lockedUnless, thingButton } from './thing-button.ts';

/**
 * A thing's card. Acts that one may not do are left out; deleting is shown locked to whoever may change the thing,
 * because some schemes forbid it to everybody.
 */
export function thingCard(act: Act, actor: Actor, thing: Thing, note: RichText = []): Screen {
  const { t } = act;
  const letter = thing.kind.slice(0, 1);
  const scheme = act.scheme(actor.workspace.scheme);
  const may = (right: Right): boolean => can(actor, scheme, right, act.now, targetOf(thing));
  const { id, kind } = thing;
  const changes = may(`${kind}.update`);
  const deletes = may(`${kind}.delete`);
  const inside: Button[] =
    kind === 'project'
      ? [
          act.button(t.text('button-bots-of'), 'pb', id),
          ...(may('bot.create') ? [act.button(t.text('button-new-bot'), 'pn', 'b', id)] : []),
        ]
      : kind === 'bot'
        ? [
            ...(may('channel.view') ? [act.button(t.text('button-channels-of'), 'pc', id)] : []),
            ...(may('channel.create') ? [act.button(t.text('button-new-channel'), 'pn', 'c', id)] : []),
            ...(may(hasApprover(scheme) ? 'bot.update' : 'bot.publish')
              ? [publishButton(act, thing, t.text('button-publish'))]
              : []),
          ]
        : [];
  const access =
    kind !== 'channel' && grantableRoles(scheme).length > 0 && may('member.view')
      ? [act.button(t.text('button-access'), kind === 'bot' ? 'gh' : 'gj', id)]
      : [];
  const acts: Button[] = [
    ...inside,
    ...access,
    ...(changes ? [act.button(t.text('button-rename-thing'), 'pr', letter, id)] : []),
    ...(mayMove(actor, scheme, thing, act.now) ? [act.button(t.text('button-move'), 'pm', letter, id)] : []),
    ...(deletes || changes ? [lockedUnless(act, deletes, 'button-delete', 'pd', letter, id)] : []),
  ];
  const holder = kind === 'channel' ? thing.bot : kind === 'bot' ? thing.project : null;
  const holderKind = kind === 'channel' ? 'bot' : 'project';
  return {
    text: [...(note.length > 0 ? [...note, '\n\n'] : []), ...cardText(act, actor, thing)],
    buttons: [
      ...inPairs(acts),
      [
        ...(holder ? [thingButton(act, { kind: holderKind, ...holder })] : []),
        act.button(t.text(`button-all-${kind}s`), { project: 'pp', bot: 'pb', channel: 'pc' }[kind]),
        act.button(t.text('button-home'), 'hm'),
      ],
    ],
  };
}

function cardText(act: Act, actor: Actor, thing: Thing): RichText {
  const { t } = act;
  const { name, project, bot, versions, connection } = thing;
  const held = heldAt(actor.membership.grants, thing);
  const lines: RichText[] = [
    t.rich(`thing-card-${thing.kind}`, { name }),
    ...(thing.kind === 'project' ? [t.rich('thing-card-bots', { count: thing.contents })] : []),
    ...(bot && thing.kind === 'channel' ? [t.rich('thing-card-of-bot', { bot: bot.name })] : []),
    ...(project && thing.kind !== 'project' ? [t.rich('thing-card-in', { project: project.name })] : []),
    ...(versions
      ? [
          t.rich('bot-staging', { version: versions.staging }),
          versions.production === null
            ? t.rich('bot-unpublished')
            : t.rich('bot-published', {
                version: versions.production,
                at: t.date(versions.publishedAt ?? act.now),
              }),
          t.rich('thing-card-channels', { count: thing.contents }),
        ]
      : []),
    ...(connection
      ? [
          t.rich('channel-connection', {
            messenger: { composed: MESSENGER_NAMES[connection.messenger] },
            tail: { composed: connection.tail },
          }),
        ]
      : []),
    ...(held.length > 0
      ? [t.rich('thing-card-roles', { roles: heldRoles(t, actor.workspace.scheme, held, act.now) })]
      : []),
  ];
  return lines.flatMap((line, place) => (place === 0 ? line : ['\n', ...line]));
}
