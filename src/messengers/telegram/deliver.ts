import { setMaxListeners } from 'node:events';
import { type Delivered, DeliveryError, type Outgoing } from '../../chat/messenger.ts';
import { judge } from './answer.ts';
import { type Call, resent, toCall, without } from './call.ts';
import type { Answer, Transport } from './transport.ts';

const TIMEOUT_MS = 15_000;
/** As rendered, as a new message, without the reply, without the topic. */
const MAX_FORMS = 4;

/**
 * Makes the call of an outgoing message. The body is JSON already, so it goes straight to the transport:
 * through grammY's client the same call costs half as much CPU again (39 µs against 24), and its errors do not
 * carry the Retry-After header. A message that cannot be edited any more is sent anew; a reply or topic that is
 * gone is left out.
 *
 * @throws {DeliveryError} and nothing else
 */
export async function deliver(
  transport: Transport,
  outgoing: Outgoing,
  signal: AbortSignal,
): Promise<Delivered> {
  // One signal stops all deliveries of a process, so many calls listen to it at once.
  setMaxListeners(0, signal);
  let call = toCall(outgoing.body);
  for (let form = 0; call !== null && form < MAX_FORMS; form++) {
    const verdict = judge(call, await post(transport, call, outgoing.chatId, signal));
    if (verdict.kind === 'done') return { messageId: verdict.messageId ?? editedId(call) };
    if (verdict.kind === 'drop') call = without(call, verdict.parameter);
    else call = call.method === 'editMessageText' ? resent(call) : null;
  }
  throw new DeliveryError('rejected', 'telegram: no form of the call is taken');
}

async function post(transport: Transport, call: Call, chatId: string, signal: AbortSignal): Promise<Answer> {
  const params =
    call.method === 'answerCallbackQuery' ? call.params : { chat_id: numeric(chatId), ...call.params };
  try {
    return await transport(call.method, JSON.stringify(params), TIMEOUT_MS, signal);
  } catch (error) {
    // The cause stays out: only name and message are known to hold no URL, which would hold the token.
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new DeliveryError('failed', `${call.method}: ${reason || 'connection failed'}`);
  }
}

function editedId(call: Call): string | null {
  const id = call.method === 'editMessageText' ? call.params['message_id'] : null;
  return typeof id === 'number' ? String(id) : null;
}

/** Ids are numbers on the wire; not every server takes them as text. */
function numeric(chatId: string): number | string {
  const id = Number(chatId);
  return Number.isSafeInteger(id) ? id : chatId;
}
