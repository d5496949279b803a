import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Command } from '../../../chat/command.ts';
import { asks } from '../../../chat/plan.ts';
import type { WholePerson } from '../../accounts/person.ts';

/** `/mydata`: what is stored about the person, as a JSON file. */
export const mydataCommand: Command = {
  name: 'mydata',
  where: 'private',
  needs: null,
  run: (ctx) =>
    asks({ kind: 'people.whole', personId: ctx.person.id }, (whole) => ({
      screen: {
        text: ctx.t.rich('mydata'),
        buttons: [[ctx.button(ctx.t.text('button-home'), goHome)]],
        attachments: [
          ctx.attach('castellan-data.json', 'application/json', Buffer.from(dataOf(whole, ctx.person.id))),
        ],
      },
      fresh: true,
    })),
};

function dataOf(whole: WholePerson | null, personId: string): string {
  if (whole === null) return JSON.stringify({ person: { id: personId } }, null, 2);
  const { name, language, timeZone, email, phone, createdAt, accounts, memberships, invitations } = whole;
  return JSON.stringify(
    {
      person: { id: personId, name, language, timeZone, email, phone, since: createdAt },
      accounts,
      memberships: memberships.map(({ membership, workspace }) => ({
        workspace,
        state: membership.state,
        roles: membership.roles,
        grants: membership.grants,
      })),
      invitations: invitations.map(({ workspaceId, roles }) => ({ workspaceId, roles })),
    },
    null,
    2,
  );
}
