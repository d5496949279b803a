import type { Json } from '../../chat/messenger.ts';

type JsonObject = { readonly [key: string]: Json };

/**
 * One Bot API call as the outbox keeps it. `chat_id` is not in it: it is taken from the outgoing message at the
 * moment of sending, so that a group that moved needs no new rendering.
 */
export type Call =
  | { readonly method: 'sendMessage' | 'answerCallbackQuery'; readonly params: JsonObject }
  | {
      readonly method: 'editMessageText';
      readonly params: JsonObject;
      /** Forum topic for the message that is sent when this one cannot be edited any more. */
      readonly topic: number | null;
    }
  | {
      readonly method: 'sendPhoto' | 'sendDocument';
      /** Beside the file, which goes in the field that the method is named after. */
      readonly params: JsonObject;
      /** Id of the attachment. */
      readonly attachment: string;
    };

/** The call in an outbox body; null if the body was not made by this messenger. */
export function toCall(body: Json): Call | null {
  if (!isObject(body)) return null;
  const { method, params, topic, attachment } = body;
  if (params === undefined || !isObject(params)) return null;
  if (method === 'sendMessage' || method === 'answerCallbackQuery') return { method, params };
  if (method === 'editMessageText')
    return { method, params, topic: typeof topic === 'number' ? topic : null };
  if ((method === 'sendPhoto' || method === 'sendDocument') && typeof attachment === 'string')
    return { method, params, attachment };
  return null;
}

/** The same screen as a new message. */
export function resent(call: Extract<Call, { method: 'editMessageText' }>): Call {
  const { message_id: _, ...params } = call.params;
  return {
    method: 'sendMessage',
    params: call.topic === null ? params : { ...params, message_thread_id: call.topic },
  };
}

/** The same call without one of its parameters; null if it has none such. */
export function without(call: Call, parameter: 'reply_parameters' | 'message_thread_id'): Call | null {
  if (!(parameter in call.params)) return null;
  const { [parameter]: _, ...params } = call.params;
  return { ...call, params };
}

/** The same picture as a file, for what Telegram cannot show as a picture. */
export function asDocument(call: Extract<Call, { attachment: string }>): Call {
  return { ...call, method: 'sendDocument' };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
