import { FormData } from 'undici';
import {
  type Delivered,
  DeliveryError,
  type Json,
  type Outgoing,
  type Upload,
} from '../../chat/messenger.ts';
import { judge, type Verdict } from './answer.ts';
import { asDocument, type Call, resent, toCall, without } from './call.ts';
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
  upload: Upload | null = null,
): Promise<Delivered> {
  let call = toCall(outgoing.body);
  for (let form = 0; call !== null && form < MAX_FORMS; form++) {
    const verdict = judge(call, await post(transport, call, outgoing.chatId, signal, upload));
    if (verdict.kind === 'done') return { messageId: verdict.messageId ?? editedId(call) };
    call = otherForm(call, verdict);
  }
  throw new DeliveryError('rejected', 'telegram: no form of the call is taken');
}

function otherForm(call: Call, verdict: Exclude<Verdict, { kind: 'done' }>): Call | null {
  if (verdict.kind === 'drop') return without(call, verdict.parameter);
  if (verdict.kind === 'as document') return 'attachment' in call ? asDocument(call) : null;
  return call.method === 'editMessageText' ? resent(call) : null;
}

async function post(
  transport: Transport,
  call: Call,
  chatId: string,
  signal: AbortSignal,
  upload: Upload | null,
): Promise<Answer> {
  const params =
    call.method === 'answerCallbackQuery' ? call.params : { chat_id: numeric(chatId), ...call.params };
  if ('attachment' in call && upload === null)
    throw new DeliveryError('rejected', `${call.method}: its attachment did not come with it`);
  const content =
    'attachment' in call && upload !== null ? form(call.method, params, upload) : JSON.stringify(params);
  try {
    return await transport(call.method, content, TIMEOUT_MS, signal);
  } catch (error) {
    // The cause stays out: only name and message are known to hold no URL, which would hold the token.
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new DeliveryError('failed', `${call.method}: ${reason || 'connection failed'}`);
  }
}

/** The call with its file as a form; objects travel in it as JSON (Bot API, sending files). */
function form(
  method: 'sendPhoto' | 'sendDocument',
  params: { readonly [name: string]: Json },
  upload: Upload,
): FormData {
  const fields = new FormData();
  for (const [name, value] of Object.entries(params))
    fields.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const file = new Blob([Uint8Array.from(upload.bytes)], { type: upload.contentType });
  fields.set(method === 'sendPhoto' ? 'photo' : 'document', file, upload.name);
  return fields;
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
