import { type Act, asks } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import { commandButtons, inPairs } from '../../../chat/parts/buttons.ts';
import { listed } from '../../../chat/parts/name-list.ts';
import type { Registry } from '../../../chat/registry.ts';
import type { RichText, Screen } from '../../../chat/reply.ts';
import { isLivingMember } from '../merge-workspace.ts';
import type { WholePerson } from '../person.ts';
import { accountLine } from './account-name.ts';

/** Workspaces that are named; of more the number is told. */
const MOST_NAMED = 5;

/** `/me`: what is known of oneself, and how to change it. In a group it would tell everybody, so in private only. */
export const meCommand: Command = {
  name: 'me',
  where: 'private',
  needs: null,
  run: (act, _line, registry) =>
    asks({ kind: 'people.whole', personId: act.person.id }, (whole) => ({
      screen: profileScreen(act, registry, whole),
    })),
};

function profileScreen(act: Act, registry: Registry, whole: WholePerson | null): Screen {
  const { t } = act;
  const living = (whole?.memberships ?? []).filter(isLivingMember);
  const names = living.slice(0, MOST_NAMED).map(({ workspace }) => workspace.name);
  const lines: RichText[] = [
    t.rich('me', { person: act.person.name }),
    t.rich('me-language'),
    t.rich('me-zone', { zone: { composed: whole?.timeZone ?? 'UTC' } }),
    ...(whole?.email ? [t.rich('me-email', { email: whole.email })] : []),
    ...(whole?.phone ? [t.rich('me-phone', { phone: whole.phone })] : []),
    living.length > 0 && living.length <= MOST_NAMED
      ? t.rich('me-workspaces-named', { names: listed(names, t) })
      : t.rich('me-workspaces', { count: living.length }),
    ...(whole?.accounts ?? []).map((account) => accountLine(t, account)),
  ];
  const removals = [
    ...(whole?.email ? [act.button(t.text('button-remove-email'), 'ue')] : []),
    ...(whole?.phone ? [act.button(t.text('button-remove-phone'), 'up')] : []),
  ];
  const commands = [
    ...(act.mail ? ['email'] : []),
    ...(act.provesPhone ? ['phone'] : []),
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
      ...inPairs(commandButtons(act, registry, commands)),
      ...(removals.length > 0 ? [removals] : []),
      [act.button(t.text('button-home'), 'hm')],
    ],
  };
}
