import { z } from 'zod';

/**
 * The parts of a Callback API or long-poll event that we read (VK API schema 5.199, callback and messages). An
 * optional part of a wrong or newer form counts as absent rather than costing the whole event.
 */
const id = z.int();
const userId = z.int().positive();

export const envelopeSchema = z.object({
  type: z.string(),
  group_id: id,
  event_id: z.string().min(1).max(200).optional().catch(undefined),
  secret: z.string().optional().catch(undefined),
  object: z.unknown(),
});

const quotedSchema = z.object({ from_id: id });

const messageSchema = z.object({
  from_id: id,
  peer_id: id,
  conversation_message_id: id.optional().catch(undefined),
  text: z.string().catch(''),
  /** JSON as text: what a pressed text button carries. */
  payload: z.string().optional().catch(undefined),
  ref: z.string().optional().catch(undefined),
  reply_message: quotedSchema.optional().catch(undefined),
  fwd_messages: z.array(quotedSchema).optional().catch(undefined),
  action: z
    .object({ type: z.string(), member_id: id.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const clientSchema = z.object({
  button_actions: z.array(z.string()).optional().catch(undefined),
  lang_id: id.optional().catch(undefined),
});

/** Before 5.103 the object was the message itself; servers are set up with a version of their own. */
export const messageNewSchema = z.object({
  message: messageSchema,
  client_info: clientSchema.optional().catch(undefined),
});

export const messageEventSchema = z.object({
  user_id: userId,
  peer_id: id,
  event_id: z.string().min(1).max(200),
  /** Absent where the button carries none. */
  payload: z.unknown().optional(),
  conversation_message_id: id.optional().catch(undefined),
});

export const permissionSchema = z.object({ user_id: userId });

export type VkMessage = z.infer<typeof messageSchema>;
export type VkClient = z.infer<typeof clientSchema>;
