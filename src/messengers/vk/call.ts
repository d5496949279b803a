import type { Json } from '../../chat/messenger.ts';

type JsonObject = { readonly [key: string]: Json };

/** A keyboard as VK takes it, before it is written as JSON. */
export type Keyboard = {
  readonly inline: true;
  readonly buttons: readonly (readonly JsonObject[])[];
};

/**
 * One call as the outbox keeps it. The chat and the `random_id` are not in it: they are put in at the moment of
 * sending.
 */
export type Call =
  | {
      readonly method: 'messages.send';
      readonly params: JsonObject;
      readonly keyboard: Keyboard | null;
      /** Id of the attachment that goes with the text. */
      readonly attachment?: string;
      readonly shows?: 'picture' | 'file';
    }
  | {
      readonly method: 'messages.edit';
      readonly cmid: number;
      readonly params: JsonObject;
      readonly keyboard: Keyboard;
    }
  | {
      readonly method: 'messages.sendMessageEventAnswer';
      readonly peerId: string;
      readonly params: JsonObject;
    };

const METHODS: readonly Call['method'][] = [
  'messages.send',
  'messages.edit',
  'messages.sendMessageEventAnswer',
];

/** The call in an outbox body; null if the body was not made by this messenger. */
export function toCall(body: Json): Call | null {
  if (!isObject(body) || !METHODS.some((method) => method === body['method'])) return null;
  // Only `render` writes bodies, and the outbox gives them back as they were.
  return isObject(body['params'] ?? null) ? (body as unknown as Call) : null;
}

/** The same screen as a new message. */
export function resent(call: Extract<Call, { method: 'messages.edit' }>): Call {
  const keyboard = call.keyboard.buttons.length === 0 ? null : call.keyboard;
  return { method: 'messages.send', params: call.params, keyboard };
}

/** The keyboard for a client that knows no callback buttons: text ones send their label and the payload. */
export function withTextButtons(keyboard: Keyboard): Keyboard {
  const plain = (button: JsonObject): JsonObject => {
    const { action } = button;
    return action !== undefined && isObject(action) && action['type'] === 'callback'
      ? { ...button, action: { ...action, type: 'text' } }
      : button;
  };
  return { ...keyboard, buttons: keyboard.buttons.map((row) => row.map(plain)) };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
