import { asks } from '../../../chat/act.ts';
import type { Command } from '../../../chat/command.ts';
import type { WholePerson } from '../../accounts/person.ts';

/** `/mydata`: what is stored about the person, as a JSON file. */
export const mydataCommand: Command = {
  name: 'mydata',
  where: 'private',
  needs: null,
  run: (act) =>
    asks({ kind: 'people.whole', personId: act.person.id }, (whole) => ({
      screen: {
        text: act.t.rich('mydata'),
        buttons: [[act.button(act.t.text('button-home'), 'hm')]],
        attachments: [
          act.attach('castellan-data.json', 'application/json', Buffer.from(dataOf(whole, act.person.id))),
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
