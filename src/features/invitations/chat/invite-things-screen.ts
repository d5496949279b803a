import type { CompiledScheme } from '../../../access/compile.ts';
import type { Act } from '../../../chat/act.ts';
import { commandButton } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Button, Screen } from '../../../chat/reply.ts';
import type { Thing } from '../../../domain/thing.ts';
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
  act: Act,
  scheme: CompiledScheme,
  data: InviteData,
  { bots, hasPrevious, hasNext }: OfferedBots,
): Screen {
  const { t } = act;
  const chosen = data.things.map(({ id }) => id);
  const optional = thingsFor(scheme, data.roles) === 'may';
  const last = bots.at(-1);
  const turning: Button[] = [
    ...(hasPrevious ? [act.button(t.text('button-first-page'), 'in', data.stamp)] : []),
    ...(hasNext && last ? [act.button(t.text('button-next-page'), 'in', data.stamp, last.id)] : []),
  ];
  const done =
    chosen.length > 0
      ? [act.primary(t.text('button-things-chosen', { count: chosen.length }), 'io', data.stamp)]
      : optional
        ? [act.button(t.text('button-things-none'), 'io', data.stamp)]
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
        act.button(
          t.text(chosen.includes(id) ? 'thing-ticked' : 'thing-unticked', { name }),
          'it',
          data.stamp,
          id,
        ),
      ]),
      ...(turning.length > 0 ? [turning] : []),
      ...(done.length > 0 ? [done] : []),
      ...(none ? [[commandButton(act, 'bots')]] : []),
      [
        act.button(t.text('button-back'), 'ie', data.stamp, 'roles'),
        act.button(t.text('button-cancel'), 'xx'),
      ],
    ],
  };
}
