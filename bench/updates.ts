import { deriveKey } from '../src/app/app-secret.ts';
import { createButtonSigner } from '../src/chat/actions/button-signer.ts';
import { APP_SECRET } from './ground.ts';
import type { Errand } from './load.ts';
import { idOf, inviterOf } from './people.ts';

let updateId = 500_000_000;
const signer = createButtonSigner(Buffer.from(deriveKey(APP_SECRET, 'buttons')));

/** What Accept on the card of an invitation carries, in Castellan. */
export function ourAccept(invitee: number): string {
  return signer.sign({ code: 'ia', args: [idOf('invitation', invitee)] }, idOf('person', invitee));
}

/** The same in the baseline, which signs nothing. */
export function prismaAccept(invitee: number): string {
  return `accept:${idOf('invitation', invitee)}`;
}

/** An invitee presses Accept. The answers go to the press, to the invitee and to the inviter. */
export function acceptPressed(invitee: number, data: string): Errand {
  const id = ++updateId;
  const body = JSON.stringify({
    update_id: id,
    callback_query: {
      id: String(id),
      from: personOf(invitee, `Person ${invitee}`),
      message: {
        message_id: 1,
        from: { id: 7_000_000_001, is_bot: true, first_name: 'Bench', username: 'bench_bot' },
        chat: { id: invitee, type: 'private', first_name: `Person ${invitee}` },
        date: 1_767_225_600,
        text: 'You are invited.',
      },
      chat_instance: '-123456789',
      data,
    },
  });
  return { body, abouts: [`#${id}`, String(invitee), String(inviterOf(invitee))] };
}

/** Somebody writes a command in their chat with the bot. */
export function commandSaid(number: number, name: string, text: string): Errand {
  const id = ++updateId;
  const body = JSON.stringify({
    update_id: id,
    message: {
      message_id: 2,
      from: personOf(number, name),
      chat: { id: number, type: 'private', first_name: name },
      date: 1_767_225_600,
      text,
      entities: [{ type: 'bot_command', offset: 0, length: text.length }],
    },
  });
  return { body, abouts: [String(number)] };
}

function personOf(id: number, name: string) {
  return { id, is_bot: false, first_name: name, language_code: 'en' };
}
