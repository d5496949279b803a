import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import { asks } from '../../../chat/plan.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { isLivingMember } from '../merge-workspace.ts';
import type { WholePerson } from '../person.ts';
import { accountLine } from './account-name.ts';
import { removeEmail, removePhone } from './actions.ts';

/** Workspaces that are named; of more the number is told. */
const MAX_NAMED = 5;

/** `/me`: what is known of oneself, and how to change it. In a group it would tell everybody, so in private only. */
export const meCommand: Command = {
  name: 'me',
  where: 'private',
  needs: null,
  run: (ctx, _line) =>
    asks({ kind: 'people.whole', personId: ctx.person.id }, (whole) => ({
      screen: profileScreen(ctx, whole),
    })),
};

function profileScreen(ctx: Context, whole: WholePerson | null): Screen {
  const { t } = ctx;
  const living = (whole?.memberships ?? []).filter(isLivingMember);
  const names = living.slice(0, MAX_NAMED).map(({ workspace }) => workspace.name);
  const lines: RichText[] = [
    t.rich('me', { person: ctx.person.name }),
    t.rich('me-language'),
    t.rich('me-zone', { zone: { composed: whole?.timeZone ?? 'UTC' } }),
    ...(whole?.email ? [t.rich('me-email', { email: whole.email })] : []),
    ...(whole?.phone ? [t.rich('me-phone', { phone: whole.phone })] : []),
    living.length > 0 && living.length <= MAX_NAMED
      ? t.rich('me-workspaces-named', { names: listed(names, t) })
      : t.rich('me-workspaces', { count: living.length }),
    ...(whole?.accounts ?? []).map((account) => accountLine(t, account)),
  ];
  const removals = [
    ...(whole?.email ? [ctx.button(t.text('button-remove-email'), removeEmail)] : []),
    ...(whole?.phone ? [ctx.button(t.text('button-remove-phone'), removePhone)] : []),
  ];
  const commands = [
    ...(ctx.mail ? ['email'] : []),
    ...(ctx.provesPhone ? ['phone'] : []),
    'timezone',
    'language',
    'workspaces',
    'link',
    ...((whole?.accounts.length ?? 0) > 1 ? ['unlink'] : []),
    'mydata',
    'forgetme',
  ];
  return {
    text: lines.flatMap((line, place) => (place === 0 ? line : ['\n', ...line])),
    buttons: [
      ...inPairs(commandButtons(ctx, commands)),
      ...(removals.length > 0 ? [removals] : []),
      [ctx.button(t.text('button-home'), goHome)],
    ],
  };
}
