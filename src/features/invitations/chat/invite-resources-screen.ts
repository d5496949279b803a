import type { CompiledScheme } from '../../../access/compile.ts';
import { cancelDialogue } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Resource } from '../../../domain/resource.ts';
import { changeInvite, previewInvite, toggleInviteResource, turnInviteResources } from './actions.ts';
import type { InviteData } from './invite-data.ts';
import { resourcesFor } from './invite-resources.ts';

/** Bots to choose from. */
export interface OfferedBots {
  readonly bots: readonly Resource[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Asks on which bots the roles shall be held: ticks, or names typed. */
export function inviteResources(
  ctx: Context,
  scheme: CompiledScheme,
  data: InviteData,
  { bots, hasPrevious, hasNext }: OfferedBots,
): Screen {
  const { t } = ctx;
  const chosen = data.resources.map(({ id }) => id);
  const optional = resourcesFor(scheme, data.roles) === 'may';
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
          ctx.primary(t.text('button-resources-chosen', { count: chosen.length }), previewInvite, {
            stamp: data.stamp,
          }),
        ]
      : optional
        ? [ctx.button(t.text('button-resources-none'), previewInvite, { stamp: data.stamp })]
        : [];
  const none = bots.length === 0 && !hasPrevious;
  return {
    text: [
      ...t.rich(none ? 'invite-resources-none' : 'invite-resources'),
      ...(chosen.length > 0
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
    ],
    buttons: [
      ...bots.map(({ id, name }) => [
        ctx.button(
          t.text(chosen.includes(id) ? 'resource-ticked' : 'resource-unticked', { name }),
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
