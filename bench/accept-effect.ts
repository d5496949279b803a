import type { Pool } from 'pg';
import { presets } from '../src/access/presets.ts';
import type { Change } from '../src/domain/changes.ts';
import { acceptInvitation } from '../src/features/invitations/accept.ts';
import type { Commit } from '../src/store/commit/commit.ts';
import { findOnPool } from '../test/support/find.ts';
import { idOf, inviterOf } from './people.ts';

/** What the act of accepting commits, decided by the same rules as in the chat. */
export async function acceptEffect(
  pool: Pool,
  invitee: number,
  at: { readonly now: Date; readonly slot: number },
): Promise<Commit<Change>> {
  const personId = idOf('person', invitee);
  const name = `Person ${invitee}`;
  const accountId = String(invitee);
  const offer = await findOnPool(pool, {
    kind: 'invitation.offer',
    by: { id: idOf('invitation', invitee) },
    personId,
  });
  const { changes } = acceptInvitation(
    offer,
    {
      person: { id: personId, name, language: 'en' },
      personId,
      names: [`telegram:${invitee}`],
      username: null,
      account: { messenger: 'telegram', accountId },
    },
    presets.company,
    {
      now: at.now,
      membershipId: idOf('membership', invitee),
      newId: () => idOf('membership', invitee),
    },
  );
  const inviter = inviterOf(invitee);
  const owed = (chatId: string, body: object) => ({ messenger: 'telegram', chatId, body, tracking: null });
  return {
    update: { messenger: 'telegram', id: accountId },
    actorId: personId,
    changes,
    audit: [],
    outbox: [
      owed(accountId, {
        method: 'answerCallbackQuery',
        params: { callback_query_id: accountId, text: 'Welcome!' },
      }),
      owed(accountId, {
        method: 'editMessageText',
        params: {
          message_id: 1,
          text: `You are now in Workspace ${inviter}. Your role: Designer.`,
          entities: [{ type: 'bold', offset: 15, length: 22 }],
          reply_markup: { inline_keyboard: [[{ text: 'Home', callback_data: 'x'.repeat(38) }]] },
        },
        topic: null,
      }),
      owed(String(inviter), {
        method: 'sendMessage',
        params: { text: `${name} accepted your invitation to Workspace ${inviter}: Designer.` },
      }),
    ],
    now: at.now,
    leaseMs: 15_000,
    slot: at.slot,
  };
}
