import { z } from 'zod';
import { DeliveryError } from '../../chat/messenger.ts';
import type { Call } from './call.ts';
import { verdictOf } from './refusals.ts';
import type { Answer } from './transport.ts';

/** Waited when a 429 does not say for how long. */
const DEFAULT_RETRY_AFTER_MS = 1000;

const answerSchema = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.int().optional(),
  description: z.string().optional(),
  parameters: z
    .object({
      retry_after: z.number().nonnegative().optional(),
      migrate_to_chat_id: z.int().optional(),
    })
    .optional()
    .catch(undefined),
});

const messageSchema = z.object({ message_id: z.int() });

type Failure = z.infer<typeof answerSchema> & { readonly code: number; readonly description: string };

/** What to do after an answer: it is done, or the call is to be made once more in another form. */
export type Verdict =
  | { readonly kind: 'done'; readonly messageId: string | null }
  | { readonly kind: 'send anew' }
  | { readonly kind: 'as document' }
  | { readonly kind: 'drop'; readonly parameter: 'reply_parameters' | 'message_thread_id' };

// Descriptions as the Bot API server writes them (tdlib/telegram-bot-api, Client.cpp); codes alone do not tell.
const UNCHANGED = /message is not modified/i;
const NOT_EDITABLE =
  /message can't be edited|message to edit not found|no text in the message to edit|MESSAGE_ID_INVALID/i;
const REPLIED_GONE = /message to be replied not found|replied message not found|message to reply not found/i;
const TOPIC_GONE = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i;
const PRESS_TOO_OLD = /query is too old|query ID is invalid|QUERY_ID_INVALID/i;
const NOT_A_PHOTO =
  /PHOTO_INVALID_DIMENSIONS|IMAGE_PROCESS_FAILED|PHOTO_SAVE_FILE_INVALID|PHOTO_EXT_INVALID/i;

/**
 * Judges the answer to a call.
 *
 * @throws {DeliveryError} when the call did not succeed and no other form of it would
 */
export function judge(call: Call, answer: Answer): Verdict {
  const parsed = answerSchema.safeParse(parseJson(answer.body));
  if (parsed.success && parsed.data.ok) return { kind: 'done', messageId: messageIdOf(parsed.data.result) };
  const failure: Failure = {
    ...(parsed.success ? parsed.data : { ok: false }),
    code: (parsed.success ? parsed.data.error_code : undefined) ?? answer.status,
    description:
      (parsed.success ? parsed.data.description : undefined) ?? 'an answer that is not of the Bot API',
  };
  if (failure.code === 429)
    throw refusal('busy', call, failure, { retryAfterMs: retryAfterMs(failure, answer) });
  if (!parsed.success) throw refusal('failed', call, failure);
  return otherForm(call, failure.description) ?? fail(call, failure);
}

function otherForm(call: Call, description: string): Verdict | null {
  switch (call.method) {
    case 'answerCallbackQuery':
      return PRESS_TOO_OLD.test(description) ? { kind: 'done', messageId: null } : null;
    case 'editMessageText':
      if (UNCHANGED.test(description)) return { kind: 'done', messageId: null };
      return NOT_EDITABLE.test(description) ? { kind: 'send anew' } : null;
    case 'sendPhoto':
      if (NOT_A_PHOTO.test(description)) return { kind: 'as document' };
      return withoutWhatIsGone(description);
    case 'sendMessage':
    case 'sendDocument':
      return withoutWhatIsGone(description);
  }
}

function withoutWhatIsGone(description: string): Verdict | null {
  if (REPLIED_GONE.test(description)) return { kind: 'drop', parameter: 'reply_parameters' };
  return TOPIC_GONE.test(description) ? { kind: 'drop', parameter: 'message_thread_id' } : null;
}

function fail(call: Call, failure: Failure): never {
  const { code, description, parameters } = failure;
  if (parameters?.migrate_to_chat_id !== undefined) {
    throw refusal('moved', call, failure, { movedTo: String(parameters.migrate_to_chat_id) });
  }
  throw refusal(verdictOf(code, description), call, failure);
}

function refusal(
  reason: DeliveryError['reason'],
  call: Call,
  { code, description }: Failure,
  details: { retryAfterMs?: number; movedTo?: string } = {},
): DeliveryError {
  return new DeliveryError(reason, `${call.method}: ${code} ${description.slice(0, 200)}`, details);
}

function retryAfterMs(failure: Failure, answer: Answer): number {
  const header = answer.retryAfter === null ? Number.NaN : Number.parseInt(answer.retryAfter, 10);
  const seconds = failure.parameters?.retry_after ?? header;
  return seconds >= 0 ? seconds * 1000 : DEFAULT_RETRY_AFTER_MS;
}

function messageIdOf(result: unknown): string | null {
  const message = messageSchema.safeParse(result);
  return message.success ? String(message.data.message_id) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
