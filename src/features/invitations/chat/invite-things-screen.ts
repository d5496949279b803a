import type { CompiledScheme } from '../../../access/compile.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
import { changeInvite, previewInvite, toggleInviteResource, turnInviteResources } from './actions.ts';
import type { InviteData } from './invite-data.ts';
import { thingsFor } from './invite-things.ts';

/** Bots to choose from. */
export interface OfferedBots {
  readonly bots: readonly Thing[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Asks on which bots the roles shall be held: ticks, or names typed. */
export function inviteThings(
  ctx: Context,
  scheme: CompiledScheme,
  data: InviteData,
  { bots, hasPrevious, hasNext }: OfferedBots,
): Screen {
  const { t } = ctx;
  const chosen = data.things.map(({ id }) => id);
  const optional = thingsFor(scheme, data.roles) === 'may';
  const last = bots.at(-1);
  const turning: Button[] = [
    ...(hasPrevious
      ? [ctx.button(t.text('button-first-page'), turnInviteResources, { stamp: data.stamp })]
      : []),
    ...(hasNext && last
      ? [ctx.button(t.text('button-next-page'), turnInviteResources, { stamp: data.stamp, after: last.id })]
      : []),
  ];
  const done =
    chosen.length > 0
      ? [
          ctx.primary(t.text('button-things-chosen', { count: chosen.length }), previewInvite, {
            stamp: data.stamp,
          }),
        ]
      : optional
        ? [ctx.button(t.text('button-things-none'), previewInvite, { stamp: data.stamp })]
        : [];
  const none = bots.length === 0 && !hasPrevious;
  return {
    text: [
      ...t.rich(none ? 'invite-things-none' : 'invite-things'),
      ...(chosen.length > 0
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
    ],
    buttons: [
      ...bots.map(({ id, name }) => [
        ctx.button(
          t.text(chosen.includes(id) ? 'thing-ticked' : 'thing-unticked', { name }),
          toggleInviteResource,
          { stamp: data.stamp, resource: id },
        ),
      ]),
      ...(turning.length > 0 ? [turning] : []),
      ...(done.length > 0 ? [done] : []),
      ...(none ? [[commandButton(ctx, 'bots')]] : []),
      [
        ctx.button(t.text('button-back'), changeInvite, { stamp: data.stamp, what: 'roles' }),
        ctx.button(t.text('button-cancel'), cancelDialogue),
      ],
    ],
  };
}
