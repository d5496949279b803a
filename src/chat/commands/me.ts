import { asks } from '../act.ts';
import type { Command } from '../command.ts';
import type { RichText } from '../reply.ts';
import { commandButtons, inPairs } from '../screens/buttons.ts';

/** `/me`: what is known of oneself. In a group it would tell everybody, so it answers in private only. */
export const meCommand: Command = {
  name: 'me',
  aliases: { en: [], ru: ['профиль'], uk: ['профіль'] },
  where: 'private',
  needs: null,
  run: (act, _line, registry) =>
    asks({ kind: 'people.profile', personId: act.person.id }, ({ accounts, workspaces }) => {
      const { t } = act;
      const lines = accounts.flatMap(
        ({ messenger, name, username }): RichText => [
          '\n',
          ...t.rich(username === null ? 'me-account' : 'me-account-username', {
            messenger: { composed: t.text(`messenger-${messenger}`) },
            name,
            ...(username === null ? {} : { username }),
          }),
        ],
      );
      return {
        screen: {
          text: [
            ...t.rich('me', { person: act.person.name }),
            '\n',
            ...t.rich('me-language'),
            '\n',
            ...t.rich('me-workspaces', { count: workspaces }),
            ...lines,
          ],
          buttons: [
            ...inPairs(commandButtons(act, registry, ['workspaces', 'language'])),
            [act.button(t.text('button-home'), 'hm')],
          ],
        },
      };
    }),
};
